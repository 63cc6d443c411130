import Testing

@testable import TerminalKit

@Suite struct CanvasTests {
  /// Every offset of a text with wide letters and marks against a row cut out of a canvas that is large enough.
  @Test func everyOffsetIsAWindow() {
    let text = "aộ漢b\u{1E47}字"
    let whole = 40
    for width in 0...9 {
      for x in -12...12 {
        var canvas = Canvas(size: Size(width: width, height: 1))
        let used = canvas.put(text, x: x, y: 0, role: .title)
        var wide = Canvas(size: Size(width: whole, height: 1))
        wide.put(text, x: x + 20, y: 0, role: .title, width: max(0, width - x))
        var expected = Array(wide.row(0)[20..<(20 + width)])
        // A wide letter cut by the left edge leaves a blank.
        if let first = expected.first, first.isContinuation { expected[0].scalar = 0x20 }
        #expect(Array(canvas.row(0)).map(\.scalar) == expected.map(\.scalar), "x \(x), width \(width)")
        if x >= 0 { #expect(used <= max(0, width - x)) }
      }
    }
  }

  @Test func farOutside() {
    for x in [Int.min, Int.min + 1, -1_000, 1_000, Int.max] {
      for y in [Int.min, -1, 0, 1, Int.max] {
        for width in [Int.min, -1, 0, 1, Int.max] {
          var canvas = Canvas(size: Size(width: 4, height: 1))
          canvas.put("漢字ab", x: x, y: y, width: width)
          canvas.paint(.title, x: x, y: y, width: width)
          canvas.fill("x", x: x, y: y, width: width)
          #expect(canvas.cells.count == 4)
        }
      }
    }
  }

  @Test func emptyCanvases() {
    for size in [Size(width: 0, height: 0), Size(width: -3, height: 5), Size(width: 5, height: -3)] {
      var canvas = Canvas(size: size)
      canvas.put("a", x: 0, y: 0)
      canvas.fill("a", x: 0, y: 0, width: 3)
      #expect(canvas.cells.isEmpty)
    }
  }

  /// Whatever is drawn over whatever: a wide letter is whole or gone.
  @Test func noHalfLetters() {
    let texts = ["漢字漢", "a漢b", "ab", " 字", "x"]
    for first in texts {
      for second in texts {
        for x in -1...5 {
          for width in 0...5 {
            var canvas = Canvas(size: Size(width: 5, height: 1))
            canvas.put(first, x: 0, y: 0)
            canvas.put(second, x: x, y: 0, width: width)
            let row = Array(canvas.row(0))
            for (index, cell) in row.enumerated() {
              let isWide = Unicode.Scalar(cell.scalar).map { ScalarWidth.of($0) == .columns(2) } ?? false
              let hasTail = index + 1 < row.count && row[index + 1].isContinuation
              #expect(isWide == hasTail, "\(first) \(second) at \(x), \(width)")
            }
            #expect(row.first?.isContinuation == false)
          }
        }
      }
    }
  }

  @Test func rolesAreForTheirColumnsOnly() {
    var canvas = Canvas(size: Size(width: 6, height: 2))
    canvas.put("abcdef", x: 0, y: 1, role: .muted)
    canvas.paint(.selection, x: 2, y: 1, width: 2)
    #expect(canvas.row(1).map(\.role) == [.muted, .muted, .selection, .selection, .muted, .muted])
    #expect(canvas.row(0).allSatisfy { $0.role == .text })
    #expect(canvas.text == "\nabcdef")
  }

  @Test(arguments: ["\u{1B}", "\u{200B}", "漢", "\u{301}"] as [Unicode.Scalar])
  func fillTakesOneColumnLettersOnly(scalar: Unicode.Scalar) {
    var canvas = Canvas(size: Size(width: 3, height: 1))
    canvas.fill(scalar, x: 0, y: 0, width: 3)
    #expect(canvas.text == "???")
  }

  @Test(
    arguments: [
      ("Bộ Công an – Đắk Lắk", "Bo Cong an - Dak Lak"),
      ("┌─┐│└┘├┤┼", "+-+|+++++"),
      ("█▌░╱│ ● ◐ ◔ ○ × ·", "##-?| + = ~ - x ."),
      ("√ □ † § ½ ° … ▸ ◄ ►", "v o ^ $ / * . > < >"),
      ("漢字 ẞ", "???? ?"),
      ("\u{202E}x", "<U+202E>x"),
      ("a\u{323}\u{302}\u{308}b", "ab"),
    ] as [(String, String)]) func asciiOnly(text: String, expected: String)
  {
    var canvas = Canvas(size: Size(width: 40, height: 1))
    canvas.put(text, x: 0, y: 0, role: .title)
    let ascii = canvas.asciiOnly
    #expect(ascii.text == expected)
    #expect(ascii.cells.allSatisfy { (0x20..<0x7F).contains($0.scalar) && $0.marks == (0, 0) })
    #expect(ascii.cells.map(\.role) == canvas.cells.map(\.role))
  }

  /// A line for a host without UTF-8: whole, and of nothing but ASCII.
  @Test(arguments: [
    ("Đà Nẵng: 7,4 %", "Da Nang: 7,4 %"), ("● đạt", "+ dat"), ("Bo\u{302}\u{323}", "Bo"), ("漢", "?"), ("a\tb", "a\tb"),
  ])
  func asciiLines(_ text: String, _ shown: String) { #expect(text.asciiOnly == shown) }
}
