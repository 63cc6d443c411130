import ArgumentParser
import TestSupport
import Testing
import TextCore

@testable import thuky

/// What is read without the argument parser is what the parser would have read.
@Suite struct PlainArgumentsTests {
  private static let words = [
    "status", "--json", "--store", "--store", "data", "/srv/x", "--lang", "vi", "en", "--as-of", "2023-06-30", "end",
    "--read-only", "--theme", "sen", "--glyphs", "box", "--export-dir", "--linear", "--kiosk", "--help", "-h", "--", "",
    "-", "--store=x", "--nothing", "check",
  ]

  private func check(_ words: [String]) throws -> Bool {
    guard let plain = PlainArguments(words) else { return false }
    let command = try Thuky.parseAsRoot(words)
    if let status = command as? StatusCommand {
      #expect(plain.statusIsJSON == status.json, "\(words)")
      expectSame(plain.choices, status.place, status.date, status.language, words)
    } else {
      let dashboard = try #require(command as? Thuky, "\(words)")
      #expect(plain.statusIsJSON == nil, "\(words)")
      expectSame(plain.choices, dashboard.place, dashboard.date, dashboard.language, words)
      #expect(plain.choices.theme == dashboard.look.theme && plain.choices.glyphs == dashboard.look.glyphs, "\(words)")
      #expect(plain.choices.exportFolder == dashboard.desk.exportFolder, "\(words)")
      #expect(plain.choices.isReadOnly == dashboard.writing.isReadOnly, "\(words)")
      #expect(!dashboard.desk.linear && !dashboard.desk.kiosk, "\(words)")
    }
    return true
  }

  private func expectSame(
    _ choices: Choices, _ place: StoreOptions, _ date: DateOptions, _ language: LanguageOptions, _ words: [String]
  ) {
    #expect(choices.store == place.store && choices.asOf == date.asOf, "\(words)")
    #expect(choices.language == language.lang, "\(words)")
  }

  @Test func asTheParserReadsThem() throws {
    var plain = 0
    for seed in 0..<UInt64(4_000) {
      var random = SeededRandom(seed: seed)
      let words = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        Self.words.randomElement(using: &random) ?? ""
      }
      if try check(words) { plain += 1 }
    }
    #expect(plain > 200, "\(plain)")
  }

  @Test(arguments: [
    [], ["--store", "x"], ["status", "--json", "--store", "x"], ["status"], ["--store", "x", "--lang", "en"],
    ["--as-of", "30/06/2023", "--read-only"],
  ])
  func commonOnes(words: [String]) throws { #expect(try check(words)) }

  /// What is wrong is for the parser to say.
  @Test(arguments: [
    ["--store"], ["--store", ""], ["--store", "-x"], ["--lang", "fr"], ["--as-of", "2023-02-30"], ["--json"],
    ["status", "--theme", "sen"], ["--store", "x", "--store", "y"], ["--kiosk"], ["--store", "--kiosk"], ["x"],
  ])
  func theRestIsLeftToTheParser(words: [String]) { #expect(PlainArguments(words) == nil) }
}
