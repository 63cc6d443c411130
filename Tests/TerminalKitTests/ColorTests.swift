import TerminalKit
import Testing

@Suite struct ColorTests {
  @Test(
    arguments: [
      ("default", Color.standard), ("0", .indexed(0)), ("255", .indexed(255)), ("#7fb069", .hex(0x7FB069)),
      ("#7FB069", .hex(0x7FB069)), ("256", nil), ("-1", nil), ("+1", nil), ("", nil), ("#", nil), ("#12", nil),
      ("#12345g", nil), ("#+12345", nil), ("#1234567", nil), ("red", nil), ("１", nil),
    ] as [(String, Color?)]) func reading(text: String, expected: Color?)
  {
    #expect(Color(text: text) == expected)
  }

  @Test(
    arguments: [
      (ColorDepth.direct, Color.hex(0x8FCE8B), Color.hex(0x8FCE8B)), (.direct, .indexed(3), .indexed(3)),
      (.direct, .indexed(9), .hex(0xFF0000)), (.direct, .indexed(196), .hex(0xFF0000)),
      (.indexed256, .hex(0xFF0000), .indexed(196)),
      (.indexed256, .hex(0x000000), .indexed(16)), (.indexed256, .hex(0x1B1F2A), .indexed(234)),
      (.indexed256, .hex(0x8A8A8A), .indexed(245)), (.indexed256, .indexed(9), .indexed(9)),
      (.indexed16, .hex(0x8FCE8B), .indexed(10)), (.indexed16, .hex(0x24652B), .indexed(2)),
      (.indexed16, .hex(0x1B1F2A), .indexed(0)), (.indexed16, .hex(0xFAF6EA), .indexed(15)),
      (.indexed16, .hex(0xF58088), .indexed(9)), (.indexed16, .hex(0xF0CD74), .indexed(11)),
      (.indexed16, .indexed(8), .indexed(8)), (.indexed16, .indexed(196), .indexed(1)),
      (.indexed8, .hex(0x8FCE8B), .indexed(2)), (.indexed8, .hex(0xFAF6EA), .indexed(7)),
      (.indexed8, .hex(0x655F55), .indexed(0)), (.indexed8, .indexed(12), .indexed(4)),
      (.mono, .hex(0xFF0000), .standard), (.mono, .indexed(1), .standard), (.indexed8, .standard, .standard),
    ] as [(ColorDepth, Color, Color)]) func mapping(depth: ColorDepth, color: Color, expected: Color)
  {
    #expect(color.mapped(to: depth) == expected)
  }

  /// Whatever the colour, what comes out exists on such a terminal, and stays when it is mapped again.
  @Test(arguments: ColorDepth.allCases) func mappedColoursExist(depth: ColorDepth) {
    let highest: [ColorDepth: UInt8] = [.direct: 7, .indexed256: 255, .indexed16: 15, .indexed8: 7]
    var colors = (0...255).map { Color.indexed(UInt8($0)) }
    for value in stride(from: UInt32(0), through: 0xFFFFFF, by: 4_099) { colors.append(.hex(value)) }
    for color in colors {
      let mapped = color.mapped(to: depth)
      #expect(mapped.mapped(to: depth) == mapped)
      switch mapped {
      case .standard: #expect(depth == .mono)
      case .indexed(let index): #expect(highest[depth].map { index <= $0 } == true)
      case .rgb: #expect(depth == .direct)
      }
    }
  }

  /// Every colour on every other, on terminals that have few: what comes out can be read.
  @Test(arguments: [ColorDepth.indexed16, .indexed8]) func fewColoursCanBeRead(depth: ColorDepth) throws {
    let colors = (0...255).map { Color.indexed(UInt8($0)) }
    for ink in colors {
      for page in colors {
        let style = Style(ink, on: page).mapped(to: depth)
        #expect(try #require(ColorScience.contrast(style.foreground, style.background)) >= 3, "\(ink) on \(page)")
      }
    }
    #expect(Style(.hex(0x24652B), on: .hex(0xFAF6EA)).mapped(to: depth).foreground == .indexed(0))
    #expect(Style(.hex(0xB01C2E), on: .hex(0xFAF6EA)).mapped(to: depth).foreground == .indexed(1))
    #expect(
      Style(.indexed(4), on: .indexed(0)).mapped(to: depth).foreground == .indexed(depth == .indexed16 ? 12 : 7))
    #expect(Style(.indexed(3)).mapped(to: depth) == Style(.indexed(3)))
  }

  @Test func coloursThatFallTogetherAreKeptApart() {
    #expect(Style(.hex(0x222222), on: .hex(0x111111)).mapped(to: .indexed8) == Style(.indexed(7), on: .indexed(0)))
    #expect(Style(.hex(0xFFFFFF), on: .hex(0xEEEEEE)).mapped(to: .indexed8) == Style(.indexed(0), on: .indexed(7)))
  }

  @Test(
    arguments: [
      (16_777_216, true, nil, ColorDepth.direct), (256, true, nil, .indexed256), (256, false, nil, .indexed256),
      (88, false, nil, .indexed16), (16, false, "", .indexed16), (8, false, nil, .indexed8), (2, false, nil, .mono),
      (0, false, nil, .mono), (-1, false, nil, .mono), (16_777_216, true, "1", .mono), (256, false, "0", .mono),
    ] as [(Int, Bool, String?, ColorDepth)]) func depth(
      colors: Int, isDirect: Bool, noColor: String?, expected: ColorDepth
    )
  {
    #expect(ColorDepth(colors: colors, isDirect: isDirect, noColor: noColor) == expected)
  }
}
