import Dashboard
import Foundation
import TerminalKit
import Testing
import TextCore

/// What a Vietnamese input method sends over a line, and what is pasted: text in the filter bar, nothing elsewhere.
@Suite struct InputMethodTests {
  /// How a word grows under the hands of somebody who types it, by Telex or VNI: both send the same letters, but that
  /// VNI's digits never come through.
  private static let words: [[String]] = [
    // dduwowngf, d9uo7ng2
    ["d", "đ", "đu", "đư", "đưo", "đươ", "đươn", "đương", "đường"],
    // marks at the end: duongwdf
    ["d", "du", "duo", "duon", "duong", "dương", "đương", "đường"],
    // boojj is undone: booj, bộ, then boj
    ["b", "bo", "bô", "bộ"], ["b", "bo", "bô", "bôo", "bô"],
    // tieengs, tie6ng1
    ["t", "ti", "tie", "tiê", "tiên", "tiêng", "tiếng"],
    // ddawsk lawsk
    ["d", "đ", "đa", "đă", "đắ", "đắk"], ["l", "la", "lă", "lắ", "lắk"],
    ["n", "ng", "ngh", "nghi", "nghie", "nghiê", "nghiêm", "nghiệm"], ["a", "â", "ấ", "ấn", "ân", "an"],
  ]

  /// The keys between two states of a word: as many Backspaces as letters go, then the letters that come.
  private static func keys(_ states: [String], decomposed: Bool = false) -> [Key] {
    var keys: [Key] = []
    var old: [Character] = []
    for state in states {
      let new = Array(state)
      let common = zip(old, new).prefix { $0 == $1 }.count
      keys += Array(repeating: .backspace, count: old.count - common)
      for letter in new[common...] {
        let text = decomposed ? String(letter).decomposedStringWithCanonicalMapping : String(letter)
        keys += text.unicodeScalars.map(Key.character)
      }
      old = new
    }
    return keys
  }

  @Test(arguments: words.indices, [false, true])
  func composesInTheFilterBar(_ number: Int, _ decomposed: Bool) throws {
    var desk = try Desk()
    desk.type("5/")
    for key in Self.keys(Self.words[number], decomposed: decomposed) { desk.send(.key(key)) }
    let word = try #require(Self.words[number].last)
    #expect(desk.bottom.hasPrefix("Lọc: \(word)_"), "\(desk.bottom)")
    desk.type("<Enter>")
    #expect(desk.state.place.contains(Place.Entry(key: "agencies.filter", value: word)))
    #expect(desk.state.place.allSatisfy { $0.value.unicodeScalars.elementsEqual($0.value.precomposed.unicodeScalars) })
  }

  /// In command mode: no filter is cleared, nothing leaves, nothing is asked of the outside.
  @Test(arguments: words.indices)
  func commandMode(_ number: Int) throws {
    for home in ["5/bca<Enter>", "3/so<Enter>", "6/bo<Enter>", "2/du<Enter>", "4/bca<Enter>", "/du<Enter>"] {
      var desk = try Desk()
      desk.type(home)
      let filters = desk.state.place.filter { $0.key.hasSuffix(".filter") }
      #expect(filters.count == 1)
      for key in Self.keys(Self.words[number]) { desk.send(.key(key)) }
      #expect(desk.state.place.filter { $0.key.hasSuffix(".filter") } == filters, "\(home)")
      #expect(desk.effects.isEmpty)
    }
  }

  /// Letters with marks alone do nothing at all, in every mode.
  @Test(arguments: ["", "T", "3f", "?", "!"])
  func composedLettersDoNothing(_ keys: String) throws {
    var desk = try Desk()
    desk.type(keys)
    let before = desk.lines.dropLast()
    for letter in "đĐăâêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ" {
      desk.type("<BS>\(letter)")
      #expect(desk.lines.dropLast() == before, "\(letter)")
    }
    #expect(desk.effects.isEmpty)
  }

  // MARK: Paste

  @Test(arguments: [
    ("5/⟦Bộ Công an⟧", "Lọc: Bộ Công an_"), ("5/bo ⟦cong⟧ an", "Lọc: bo cong an_"),
    ("5/⟦bo\u{302}\u{323}⟧", "Lọc: bộ_"), ("5/⟦q\u{202E}x⟧", "Lọc: q"),
  ])
  func pastedIntoTheFilterBar(_ keys: String, _ bar: String) throws {
    var desk = try Desk()
    desk.type(keys)
    #expect(desk.bottom.hasPrefix(bar), "\(desk.bottom)")
  }

  @Test func aLongPasteIsBounded() throws {
    var desk = try Desk()
    desk.type("5/⟦" + String(repeating: "abc", count: 300) + "⟧<Enter>")
    let filter = try #require(desk.state.place.first { $0.key == "agencies.filter" })
    #expect(filter.value.unicodeScalars.count <= 60)
  }

  /// Elsewhere every letter of it is ignored, and why is told.
  @Test(arguments: ["", "5", "3f", "T", "?", "5/bca<Enter>"])
  func pastedElsewhere(_ keys: String) throws {
    var desk = try Desk()
    desk.type(keys)
    let before = desk.lines.dropLast()
    desk.type("⟦qQ2jhT!/f[u:⟧")
    #expect(desk.lines.dropLast() == before)
    #expect(desk.effects.isEmpty)
    if keys == "5" { #expect(desk.bottom.contains("chỉ dán được vào ô nhập")) }
  }
}
