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

  /// The same with only those lines of a file that are wanted.
  public static func open(keeping isWanted: (Substring) -> Bool, in path: String) throws -> Store {
    let changed = files.map { file in
      guard file.path == path else { return file }
      let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").filter(isWanted)
      return StoreLocation.File(path: path, bytes: Array(lines.joined(separator: "\n").utf8))
    }
    return try Store.open(at: .bundled(changed))
  }
}
