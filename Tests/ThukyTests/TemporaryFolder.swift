import Foundation

/// A folder of a test's own, gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = "/tmp/thuky-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The bundled plan as files, ready to be changed.
  static func withPlan() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let outcome = Shell.thuky("init", folder.path)
    guard outcome.status == 0 else { throw CocoaError(.fileWriteUnknown) }
    return folder
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func text(of name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

  /// Changes a file's text; fails where there is nothing to change.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try text(of: name)
    guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile) }
    try write(text.replacingOccurrences(of: old, with: new), to: name)
  }
}

enum Files {
  static func bytes(_ path: String) -> Data { FileManager.default.contents(atPath: path) ?? Data() }
}
