import NationalPlan2023
public import PlanCore

/// The store of the 2023 plan as the program carries it.
public enum BundledPlan {
  public static let files = (0..<plan_file_count()).map { index in
    let file = plan_file_at(index)
    return StoreLocation.File(
      path: String(cString: file.path), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
  }

  public static func open() throws -> Store { try Store.open(at: .bundled(files)) }
}
