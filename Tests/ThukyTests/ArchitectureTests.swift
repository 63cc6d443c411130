import Foundation
import Testing

/// The rooms of the house: who may know whom.
@Suite struct ArchitectureTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardized

  /// What each room may import.
  static let allowed: [String: Set<String>] = [
    "TextCore": [],
    "PlanCore": ["CSystem", "Glibc", "Synchronization", "TextCore"],
    "TerminalKit": ["TextCore", "Themes"],
    "Dashboard": ["PlanCore", "TerminalKit", "TextCore"],
    "CursesTerminal": ["CNcurses", "CSystem", "Glibc", "TerminalKit", "TextCore"],
    "thuky": [
      "ArgumentParser", "CSystem", "CursesTerminal", "Dashboard", "Glibc", "NationalPlan2023", "PlanCore",
      "Synchronization", "TerminalKit", "TextCore",
    ],
  ]

  private func sources(of room: String) throws -> [(name: String, text: String)] {
    let folder = Self.root.appendingPathComponent("Sources/" + room)
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map {
      ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
    }
  }

  @Test(arguments: allowed.keys.sorted())
  func arrows(_ room: String) throws {
    let files = try sources(of: room)
    #expect(!files.isEmpty)
    let rooms = try #require(Self.allowed[room])
    for (name, text) in files {
      for line in text.components(separatedBy: "\n") {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else { continue }
        #expect(rooms.contains(String(words[place + 1])), "\(room)/\(name): \(line)")
      }
    }
  }

  /// No trap where data can reach, no concurrency in a process that sleeps in `poll`.
  @Test(arguments: allowed.keys.sorted())
  func habits(_ room: String) throws {
    let banned = [
      "fatalError(", "try!", "as!", " async ", "= await ", "try await ", "@MainActor", "DispatchQueue",
      "import Foundation",
    ]
    for (name, text) in try sources(of: room) {
      for word in banned { #expect(!text.contains(word), "\(room)/\(name): \(word)") }
    }
  }

  @Test func topLevel() {
    let listing = Shell.run(["git", "-C", Self.root.path, "ls-files"]).out
    let top = Set(listing.split(separator: "\n").compactMap { $0.split(separator: "/").first.map(String.init) })
    #expect(top.filter { !$0.hasPrefix(".") }.sorted() == ["Package.swift", "README.md", "Sources", "Tests", "Themes"])
  }
}
