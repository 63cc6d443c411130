/// What came of a file: as `Result`, but that one looks its error up among all types of the program when it is first
/// used, which takes a twentieth of a start.
enum FileResult<Value> {
  case success(Value)
  case failure(FileFault)

  /// `nil` where there is a fault.
  var value: Value? {
    guard case .success(let value) = self else { return nil }
    return value
  }

  func map<New>(_ transform: (Value) -> New) -> FileResult<New> { flatMap { .success(transform($0)) } }

  func flatMap<New>(_ transform: (Value) -> FileResult<New>) -> FileResult<New> {
    switch self {
    case .success(let value): transform(value)
    case .failure(let fault): .failure(fault)
    }
  }
}

extension FileResult: Equatable where Value: Equatable {}
extension FileResult: Sendable where Value: Sendable {}
