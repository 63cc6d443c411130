import Foundation
import PlanCore
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// What the README shows is what the program has.
@Suite(.serialized) struct ReadmeTests {
  private static let readme = Golden.folder.appendingPathComponent("../../../README.md").standardized

  @Test func keysAreTheTables() throws { try check("keys", KeyTable.markdown(.english) + "\n") }

  /// Compares, or writes, what stands between the marks of a part.
  private func check(_ part: String, _ expected: String) throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- \(part): kept by the tests -->\n"))
    let end = try #require(text.range(of: "<!-- end -->", range: begin.upperBound..<text.endIndex))
    let range = begin.upperBound..<end.lowerBound
    if Golden.isRecording {
      try text.replacingCharacters(in: range, with: expected).write(to: Self.readme, atomically: true, encoding: .utf8)
    } else {
      #expect(text[range] == expected)
    }
  }
}
