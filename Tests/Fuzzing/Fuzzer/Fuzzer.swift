import Glibc

/// What libFuzzer calls, once with its arguments and then for ever; `FUZZED` names the parser.
private nonisolated(unsafe) var parser = FuzzedParser.tables

@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer) -> CInt {
  guard let name = getenv("FUZZED"), let named = FuzzedParser(rawValue: String(cString: name)) else {
    fatalError("FUZZED: one of \(FuzzedParser.allCases.map(\.rawValue))")
  }
  parser = named
  if let folder = getenv("FUZZED_SEEDS") {
    for (number, seed) in named.seeds.enumerated() {
      guard let file = fopen("\(String(cString: folder))/seed-\(number)", "w") else { continue }
      _ = seed.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
      fclose(file)
    }
  }
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  if let fault = parser.fault(in: bytes) { fatalError(fault) }
  return 0
}
