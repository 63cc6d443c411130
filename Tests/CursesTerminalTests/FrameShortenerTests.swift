import Testing

@testable import CursesTerminal

@Suite struct FrameShortenerTests {
  private func shorten(_ frame: String) -> String? {
    FrameShortener.shorten(Array(frame.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("", ""), ("a", "a"),
      // Only what changes.
      (
        "\u{1B}[38;5;254m\u{1B}[48;5;234mBộ\u{1B}[38;5;80m\u{1B}[48;5;234mx\u{1B}[39;49m\u{1B}(B\u{1B}[m",
        "\u{1B}[38;5;254;48;5;234mBộ\u{1B}[38;5;80mx\u{1B}[m"
      ),
      ("\u{1B}[31ma\u{1B}[32m\u{1B}[31mb\u{1B}[m", "\u{1B}[31mab\u{1B}[m"),
      // No letter, no colour.
      ("\u{1B}[38;5;1m\u{1B}[5;2H\u{1B}[m", "\u{1B}[5;2H"),
      // A blank and what is cleared have a ground only.
      ("\u{1B}[31m\u{1B}[44m \u{1B}[K\u{1B}[32ma\u{1B}[m", "\u{1B}[44m \u{1B}[K\u{1B}[32ma\u{1B}[m"),
      ("\u{1B}[31m\u{1B}[K\u{1B}[m", "\u{1B}[K"),
      // But an underlined or a reversed one has a colour too.
      ("\u{1B}[4m\u{1B}[31m \u{1B}[m", "\u{1B}[4;31m \u{1B}[m"),
      ("\u{1B}[7m\u{1B}[31m\n\u{1B}[m", "\u{1B}[7;31m\n\u{1B}[m"),
      // Bold is taken back alone, and dim with it.
      (
        "\u{1B}[1m\u{1B}[31m\u{1B}[44ma\u{1B}(B\u{1B}[0m\u{1B}[31m\u{1B}[44mb\u{1B}[39;49m\u{1B}[m",
        "\u{1B}[1;31;44ma\u{1B}[22mb\u{1B}[m"
      ),
      (
        "\u{1B}[1;2;4;7;31;44ma\u{1B}[0;2;7;31;44mb\u{1B}[0;2;31;44mc\u{1B}[m",
        "\u{1B}[1;2;4;7;31;44ma\u{1B}[22;24;2mb\u{1B}[27mc\u{1B}[m"
      ),
      // What not all terminals can take back is taken back by way of nothing.
      (
        "\u{1B}[3;31;44ma\u{1B}[23mb\u{1B}[m", "\u{1B}[3;31;44ma\u{1B}[0;31;44mb\u{1B}[m"
      ),
      ("\u{1B}[1ma\u{1B}[22mb", "\u{1B}[1ma\u{1B}[mb"), ("\u{1B}[31ma\u{1B}[39mb", "\u{1B}[31ma\u{1B}[mb"),
      ("\u{1B}[31;42ma\u{1B}[39mb\u{1B}[m", "\u{1B}[31;42ma\u{1B}[39mb\u{1B}[m"),
      // Colours by colons and in full.
      (
        "\u{1B}[38:2::1:2:3ma\u{1B}[48;2;9;8;7mb\u{1B}[38:2::1:2:3mc\u{1B}[m",
        "\u{1B}[38:2::1:2:3ma\u{1B}[48;2;9;8;7mbc\u{1B}[m"
      ),
      // The first column is meant where none is named.
      ("\u{1B}[5;1Ha\u{1B}[5;11Hb\u{1B}[1;1H", "\u{1B}[5Ha\u{1B}[5;11Hb\u{1B}[1H"),
      // A letter repeated has the colour of the letter.
      ("\u{1B}[31m─\u{1B}[9b\u{1B}[m", "\u{1B}[31m─\u{1B}[9b\u{1B}[m"),
    ])
  func cases(_ frame: String, _ expected: String) { #expect(shorten(frame) == expected) }

  /// The letters of ASCII are set where everything is painted, and once.
  @Test func letters() {
    let frame = "\u{1B}[31ma\u{1B}(B\u{1B}[m\u{F}b\u{F}\u{1B}(B\u{1B}[m"
    #expect(shorten(frame) == "\u{1B}[31ma\u{1B}[mb")
    let whole = FrameShortener.shorten(Array(frame.utf8), isWhole: true)
    #expect(whole == Array("\u{1B}(B\u{F}\u{1B}[31ma\u{1B}[mb".utf8))
  }

  /// What is not understood is not touched.
  @Test(
    arguments: [
      "\u{1B}", "\u{1B}[", "\u{1B}[3", "\u{1B}(0", "\u{1B}(", "\u{1B}]0;x\u{7}", "\u{E}q", "\u{1B}[38;5m", "\u{1B}[38m",
      "\u{1B}[38;7;1ma", "\u{1B}[11ma", "\u{1B}[999ma", "\u{1B}[1!ma", "\u{1B}[22;0;0t", "\u{1B}[48;2;1;2ma", "\u{0}",
      // The next frame could not tell in what colours it begins.
      "\u{1B}[1m", "\u{1B}[44ma",
    ])
  func unknown(_ frame: String) { #expect(shorten("a" + frame) == nil) }

  /// Any frame shows the same afterwards, letter for letter, and takes no more bytes but where an attribute alone is
  /// switched off, which ncurses does by way of nothing.
  @Test(arguments: 0..<2_000) func showsTheSame(_ seed: UInt64) throws {
    var random = Xorshift(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    let pens = [
      "0", "", "1", "2", "4", "7", "22", "24", "27", "31", "92", "38;5;254", "38;5;80", "38;2;1;2;3", "38:2::9:9:9",
      "39",
      "44", "103", "48;5;234", "48;2;3;2;1", "49", "39;49", "1;31;44", "0;38;5;7",
    ]
    let shapes = [
      "a", "ộ", " ", "  ", "█", "\r", "\n", "\u{8}", "\u{1B}[3;4H", "\u{1B}[K", "\u{1B}[5X", "\u{1B}M", "\u{1B}D",
      "\u{1B}(B",
    ]
    let frame =
      (0..<random.below(40)).map { _ in
        random.below(2) == 0 ? "\u{1B}[\(pens[random.below(pens.count)])m" : shapes[random.below(shapes.count)]
      }.joined() + "\u{1B}[m"
    let shorter = try #require(shorten(frame))
    #expect(sights(of: shorter) == sights(of: frame), "\(frame.debugDescription)")
    let switchesOff = ["22", "24", "27"].contains { frame.contains("[\($0)m") }
    #expect(switchesOff || shorter.utf8.count <= frame.utf8.count)
    #expect(shorten(shorter) == shorter)
  }

  private struct Xorshift {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
  }

  /// What a terminal shows at every byte: it, and the colours and attributes that can be seen of it.
  private func sights(of frame: String) -> [String] {
    var pen = Pen()
    var sights: [String] = []
    var rest = frame.unicodeScalars[...]
    while let first = rest.first {
      if first != "\u{1B}" {
        rest.removeFirst()
        let isMove = first == "\r" || first == "\u{8}"
        sights.append(isMove ? "\(first.value)" : pen.sight(String(first), isBlank: first == " " || first == "\n"))
        continue
      }
      let isControl = rest.dropFirst().first == "["
      let last = isControl ? rest.dropFirst(2).firstIndex { $0.properties.isAlphabetic } : nil
      let length =
        last.map { rest.distance(from: rest.startIndex, to: $0) + 1 }
        ?? (["M", "D"].contains(rest.dropFirst().first) ? 2 : 3)
      let sequence = String(rest.prefix(length))
      rest = rest.dropFirst(length)
      switch (isControl, sequence.last) {
      case (true, "m"): pen.apply(sequence.dropFirst(2).dropLast())
      case (true, "H"): sights.append(sequence)
      case (false, "B"): break
      default: sights.append(pen.sight(sequence, isBlank: true))
      }
    }
    return sights + [pen.sight("end", isBlank: false)]
  }

  private struct Pen {
    var foreground = ""
    var background = ""
    var attributes = Set<String>()

    mutating func apply(_ text: Substring) {
      var parameters = text.split(separator: ";", omittingEmptySubsequences: false)[...]
      while let parameter = parameters.popFirst() {
        switch parameter {
        case "", "0": self = Pen()
        case "22": attributes.subtract(["1", "2"])
        case "24", "27": attributes.remove(String(parameter.dropFirst()))
        case "39": foreground = ""
        case "49": background = ""
        case "38", "48":
          let count = parameters.first == "5" ? 2 : 4
          let color = ([parameter] + parameters.prefix(count)).joined(separator: ";")
          parameters = parameters.dropFirst(count)
          if parameter == "38" { foreground = color } else { background = color }
        case _ where parameter.hasPrefix("38:"), "31", "92": foreground = String(parameter)
        case "44", "103": background = String(parameter)
        default: attributes.insert(String(parameter))
        }
      }
    }

    func sight(_ what: String, isBlank: Bool) -> String {
      let hides = isBlank && attributes.isSubset(of: ["1", "2"])
      return "\(what) \(hides ? "" : foreground) \(background) \(hides ? [] : attributes.sorted())"
    }
  }
}
