import Foundation
import TerminalKit
import Testing

/// Screens kept as text: what is drawn, and under it the role of every cell as a letter.
///
/// `THUKY_RECORD=1 swift test --filter Golden` writes them anew; look at the difference before you commit it.
enum Golden {
  static let isRecording = ProcessInfo.processInfo.environment["THUKY_RECORD"] != nil

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")

  static func check(
    _ canvas: Canvas, _ name: String, withRoles: Bool = false, location: SourceLocation = #_sourceLocation
  ) throws {
    let text = canvas.text + "\n" + (withRoles ? "---\n" + roles(canvas) + "\n" : "")
    try check(text, name + ".txt", location: location)
  }

  static func check(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation) throws {
    let file = folder.appendingPathComponent(name)
    if isRecording { return try text.write(to: file, atomically: true, encoding: .utf8) }
    // Not as `String(contentsOf:)` has it: that takes the mark at the beginning of a file away.
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, "\(name):\n\(difference(expected, text))", sourceLocation: location)
  }

  /// A letter for every cell; nothing for plain text.
  static func roles(_ canvas: Canvas) -> String {
    (0..<canvas.size.height).map { y in
      let line = canvas.row(y).map { letter(of: $0.role) }
      return String(line).replacingOccurrences(of: " +$", with: "", options: .regularExpression)
    }.joined(separator: "\n")
  }

  private static func letter(of role: Role) -> Character {
    let letters = Array(" mTtAhSbHKneMgGuiodRfxDLOVUcrfa")
    let index = Role.allCases.firstIndex(of: role) ?? 0
    return index < letters.count ? letters[index] : "?"
  }

  /// The lines that differ, as a patch shows them.
  private static func difference(_ expected: String, _ actual: String) -> String {
    let (old, new) = (expected.components(separatedBy: "\n"), actual.components(separatedBy: "\n"))
    return (0..<max(old.count, new.count)).flatMap { index -> [String] in
      let (a, b) = (index < old.count ? old[index] : nil, index < new.count ? new[index] : nil)
      return a == b ? [] : [a.map { "-\(index + 1) \($0)" }, b.map { "+\(index + 1) \($0)" }].compactMap(\.self)
    }.joined(separator: "\n")
  }
}
