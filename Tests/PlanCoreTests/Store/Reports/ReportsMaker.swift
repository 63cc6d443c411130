import TestSupport

/// Makes report files at random: most rows are sound, and of everything that can be strange there is some.
struct ReportsMaker {
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  // MARK: Choosing

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  /// True once in so many times.
  mutating func once(in times: Int) -> Bool { number(1...times) == 1 }
  mutating func pick(_ words: [String]) -> [UInt8] { Array((words.randomElement(using: &random) ?? "").utf8) }

  // MARK: Files

  /// A header and rows. Where `isSound`, rows are as they should be, but for what is only a warning.
  mutating func file(rows: Int, isSound: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = once(in: 4) ? [0xEF, 0xBB, 0xBF] : []
    let columns = columns()
    let end = pick(["\n", "\n", "\r\n"])
    if once(in: 8) { bytes += pick(["\n", " \r\n", ",,\n"]) }
    bytes += Array(header(columns).joined(separator: [UInt8(ascii: ",")])) + end
    for _ in 0..<rows { bytes += row(columns, isSound: isSound) + (once(in: 30) ? pick(["\n", "\r\n"]) : end) }
    if once(in: 3), !isSound { bytes.removeLast(min(bytes.count, number(1...3))) }
    return bytes
  }

  /// Names of columns, unknown ones too.
  private mutating func columns() -> [String] {
    var columns = ["period", "agency", "indicator"]
    for name in ["value", "numerator", "denominator", "received", "source", "note"] where !once(in: 5) {
      columns.append(name)
    }
    while once(in: 3) { columns.append(["unknown", "ghi chú", "x", "valu"].randomElement(using: &random) ?? "") }
    return once(in: 2) ? columns : columns.shuffled(using: &random)
  }

  private mutating func header(_ columns: [String]) -> [[UInt8]] {
    columns.map { name in
      var cell = Array((once(in: 6) ? name.uppercased() : name).utf8)
      // Longer than what is read at first to find the header's end.
      if name == "unknown", once(in: 6) { cell = Array(repeating: UInt8(ascii: "u"), count: number(100...9_000)) }
      return once(in: 8) ? Array("\"".utf8) + cell + Array("\"".utf8) : cell
    }
  }

  /// One row of a file with these columns.
  mutating func row(_ columns: [String], isSound: Bool = false) -> [UInt8] {
    if !isSound, once(in: 12) { return strangeRow(columns) }
    let isOdd = !isSound && once(in: 4)
    return Array(columns.map { dressed(cell($0, isOdd: isOdd && once(in: 3))) }.joined(separator: [UInt8(ascii: ",")]))
  }

  /// Rows whose cells cannot be told apart, are too many or too few, or say nothing.
  private mutating func strangeRow(_ columns: [String]) -> [UInt8] {
    let sound = row(columns, isSound: true)
    switch number(0...9) {
    case 0: return []
    case 1: return pick([" ", "\t", ",", ",,,", "\r", " , \u{A0},", "\"\"", "\"\n\"", "\" \n\n\t\""])
    case 2: return sound + pick([",", ",x", ",\"\"", ",,,,,,,,,"])
    case 3: return Array(sound.prefix(number(0...sound.count)))
    case 4: return inserting("\"", into: sound)
    case 5: return inserting("\"\"", into: sound)
    case 6: return sound + pick(["\"", ",\"", "\"x", ",\"a\"b", ",\"a,\n", "\n\"", "\"\"\""])
    case 7: return pick(["\"", ",\"", " \"x,", "\"a\",\"b\nc"]) + sound
    case 8: return DamageTests.randomBytes(with: &random)
    default: return DamageTests.damaged(sound, with: &random)
    }
  }

  private mutating func inserting(_ text: String, into bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    bytes.insert(contentsOf: Array(text.utf8), at: number(0...bytes.count))
    return bytes
  }

  // MARK: Cells

  private static let digits = String(repeating: "9", count: 400)

  private mutating func cell(_ column: String, isOdd: Bool) -> [UInt8] {
    switch (column, isOdd) {
    case ("period", false): pick(["2022-12", "2023-01", "2023-02", "2023-03", "2023-01-31", "2023-02-14", "2024-02"])
    case ("period", true):
      pick(["", "2023-13", "2023-02-29", "2023-1", "30/06/2023", "1999-01", "2099-12", "\0\0\0\0\0\0\0", "2023-0１"])
    case ("agency", false): pick(["vn", "mic", "sbv", "ha-noi", "da-nang"])
    case ("agency", true): pick(["", "mci", "VN", "hà-nội", "vn\u{A0}x", "mic,sbv", "đa-nang\u{323}"])
    case ("indicator", false): pick(["DL1", "KT1", "KT2", "KT3"])
    case ("indicator", true): pick(["", "DL9", "kt1", "KT1 KT2", "KT\"1"])
    case ("value", false): pick(["", "", "0", "1", "1", "15", "14.96", "99.5", "0.25", "100", "12.50", "00.125"])
    case ("numerator", false), ("denominator", false): pick(["", "", "3", "10", "1234567", "0", "2.5", "99.25"])
    case ("value", true), ("numerator", true), ("denominator", true): oddNumber()
    case ("received", false): pick(["", "2023-07-01", "2023-12-31"])
    case ("received", true): pick(["2023-07", "1/7/2023", "2023-02-30", "x", "\u{A0}"])
    case ("source", false): pick(["", "s1", "s2", "made-up"])
    case ("source", true): pick(["s3", "S1", "made up", "\u{A0}s1"])
    case ("note", _), (_, _): note(isOdd: isOdd)
    }
  }

  private mutating func oddNumber() -> [UInt8] {
    pick([
      "-0", "-0.0", "-1", "-12.5", "16,5", "1e9", "+1", ".5", "5.", "1.2.3", "2147483647", "2147483648", "-2147483648",
      "-2147483649", "123456789", "1234567890", "999999999.999999", "0.000001", "0.0000001", "3.14159265358979",
      "0.1234567", "1.000", "000000000001", "1.0000000000", Self.digits, "0." + Self.digits, "nan", "inf", "1 000", "١",
      "9007199254740993", "0.1\0", "\u{A0}1", "150", "-5",
    ])
  }

  private mutating func note(isOdd: Bool) -> [UInt8] {
    if isOdd, once(in: 2) {
      return [[0xFF], [0xE1, 0xBB], [0xC3, 0x28], [0x00], [0xED, 0xA0, 0x80]].randomElement(using: &random) ?? []
    }
    return pick([
      "", "", "", "sơ bộ", "chờ, xem", "nói \"rõ\"", "hai\ndòng", "\"", "a\r\nb", "Đắk Lắk ơ\u{301}", "👨‍👩‍👧‍👦",
      "x\u{A0}", "\n\n\n", ",,,", "\"\"\"\"", "Thừa Thiên – Huế, “TT”", String(repeating: "ế,", count: 40),
    ])
  }

  /// In quotes where it must be and sometimes where it need not; with blanks around now and then.
  private mutating func dressed(_ cell: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var cell = cell
    if once(in: 12) { cell = pick([" ", "\t", "\u{A0}", "  "]) + cell + pick(["", " ", "\u{A0}", "\u{B}"]) }
    guard once(in: 10) || cell.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") })
    else { return cell }
    let quoted = [quote] + cell.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    return once(in: 15) ? pick([" ", "\t"]) + quoted + pick(["", " ", "\r"]) : quoted
  }
}
