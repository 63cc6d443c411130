import Foundation
import TestSupport
import Testing
import TextCore

@testable import PlanCore

/// What agencies send, and what becomes of it.
@Suite struct ImportTests {
  private func rows(_ text: String, agency: String? = nil, period: String? = nil, map: [String] = []) throws -> [String]
  {
    let found = try Importing.read(Array(text.utf8), agency: agency, period: period, map: map)
    #expect(found.findings.errorCount == 0, "\(Importing.texts(found))")
    #expect(found.rowCount == Importing.rows(found).count)
    return Importing.rows(found)
  }

  // MARK: Tables

  @Test(arguments: [
    // As the store has it.
    ("period,agency,indicator,value\n2023-06,mic,DL1,1\n", ["2023-06,mic,DL1,1,,,*,,"]),
    // As Excel in Viet Nam has it.
    (
      "Kỳ báo cáo;Đơn vị;Chỉ tiêu;Giá trị;Tử số;Mẫu số;Ghi chú;Nguồn\r\n"
        + "Tháng 6/2023;Cả nước;KT1;14,96;;;Sơ bộ, chờ;s2\r\n30/06/2023;Hà Nội;KT2;;3;10;;\r\n",
      ["2023-06,vn,KT1,14.96,,,*,s2,\"Sơ bộ, chờ\"", "2023-06-30,ha-noi,KT2,,3,10,*,,"]
    ),
    ("sep=;\r\nperiod;agency;indicator;value\r\n2023-06;mic;DL1;0\r\n", ["2023-06,mic,DL1,0,,,*,,"]),
    ("\"sep=\t\"\nperiod\tagency\tindicator\tvalue\n2023-06\tmic\tDL1\t0\n", ["2023-06,mic,DL1,0,,,*,,"]),
    ("period\tagency\tindicator\tvalue\tnote\n2023-06\tmic\tDL1\t1\t\" a\tb \"\n", ["2023-06,mic,DL1,1,,,*,,a\tb"]),
    // Titles above, sums and headings between, blank columns at the end.
    (
      "BÁO CÁO;;;;;\n\nSTT;Đơn vị;Kỳ;Mã chỉ tiêu;Tên chỉ tiêu;Kết quả;;\nI;Bộ, ngành;;;;;;\n"
        + "1;Bộ TT&TT;06/2023;DL1;Danh mục;1;;\n2;NHNN;06/2023;KT3;Thời gian chờ;4,5;;\n;;;;;;;;\n",
      ["2023-06,mic,DL1,1,,,*,,", "2023-06,sbv,KT3,4.5,,,*,,"]
    ),
    // Old Macs.
    ("period,agency,indicator,value\r2023-06,mic,DL1,1\r", ["2023-06,mic,DL1,1,,,*,,"]),
    // Names instead of ids.
    (
      "period,agency,indicator,value\n2023-06,bo thong tin va truyen thong,danh muc du lieu,1\n"
        + "2023-06,BTTTT,dl1.,0\n2023-06,UBND TP. Hà Nội,DL 1,1\n2023-06,MIC,DL1 - Danh mục,1\n"
        + "2023-06,Ministry of Information,DL1,1\n2023-06,thành phố đà nẵng,DL1,1\n",
      [
        "2023-06,mic,DL1,1,,,*,,", "2023-06,mic,DL1,0,,,*,,", "2023-06,ha-noi,DL1,1,,,*,,",
        "2023-06,mic,DL1,1,,,*,,", "2023-06,mic,DL1,1,,,*,,", "2023-06,da-nang,DL1,1,,,*,,",
      ]
    ),
    // Side by side.
    (
      "Đơn vị;Kỳ;DL1;KT2 (tử số);KT2 (mẫu số);Ghi chú\nHà Nội;6/2023;1;1 234;2 345;x\nĐà Nẵng;6/2023;-;5;10;\n",
      [
        "2023-06,ha-noi,DL1,1,,,*,,x", "2023-06,ha-noi,KT2,,1234,2345,*,,x", "2023-06,da-nang,KT2,,5,10,*,,",
      ]
    ),
    // A source of their own goes before the note.
    (
      "period,agency,indicator,value,source,note\n2023-06,mic,DL1,1,BC 12,a\n2023-06,sbv,DL1,1,BC 13,\n",
      ["2023-06,mic,DL1,1,,,*,,Nguồn: BC 12; a", "2023-06,sbv,DL1,1,,,*,,Nguồn: BC 13"]
    ),
    ("period,agency,indicator,value\n2023-06,vn,KT1,54.8 %\n", ["2023-06,vn,KT1,54.8,,,*,,"]),
    ("period,agency,indicator,value\n2023-06,vn,KT1,1\u{A0}234\n", ["2023-06,vn,KT1,1234,,,*,,"]),
    (
      "period,agency,indicator,value,note\n2023-06,mic,DL1,1,\"a\n\"\"b\"\"\"\n",
      ["2023-06,mic,DL1,1,,,*,,\"a", "\"\"b\"\"\""]
    ),
  ])
  func tables(_ text: String, _ expected: [String]) throws {
    let found = try Importing.read(Array(text.utf8))
    #expect(found.findings.errorCount == 0, "\(Importing.texts(found))")
    #expect(Importing.rows(found) == expected)
  }

  @Test(arguments: [
    "", "-", "–", "—", "N/A", "n/a", "#N/A", "chưa có", "Chưa có số liệu", "không có", "…", "...", "Cha\u{302}",
  ])
  func missingIsNotZero(_ word: String) throws {
    let found = try Importing.read(Array("period,agency,indicator,value\n2023-06,mic,DL1,\(word)\n".utf8))
    guard word != "Cha\u{302}" else {
      #expect(found.findings.errorCount == 1)
      return
    }
    #expect(found.rowCount == 0 && found.emptyCount == 1 && found.findings.isEmpty)
  }

  /// Words for yes and no, of what is asked with yes or no.
  @Test(arguments: [
    ("có", "1"), ("Đã có", "1"), ("ĐẠT", "1"), ("x", "1"), ("X", "1"), ("✓", "1"), ("không", "0"), ("Chưa", "0"),
    ("chưa đạt", "0"), ("1", "1"), ("0", "0"),
  ])
  func yesAndNo(_ word: String, _ figure: String) throws {
    let table = "period,agency,indicator,value\n2023-06,mic,DL1,\(word)\n"
    #expect(try rows(table) == ["2023-06,mic,DL1,\(figure),,,*,,"])
    // Of other indicators it is no figure.
    let other = try Importing.read(Array(table.replacingOccurrences(of: "DL1", with: "KT3").utf8))
    #expect((other.findings.errorCount == 1) == (Int(word) == nil), "\(Importing.texts(other))")
    let wide = "Đơn vị;Kỳ;DL1\nBộ TT&TT;6/2023;\(word)\n"
    #expect(try rows(wide) == ["2023-06,mic,DL1,\(figure),,,*,,"])
  }

  /// One word in two spellings, of headings, periods, indicators and agencies.
  @Test(arguments: [
    ("Kỳ BC;Đơn vị;Chỉ tiêu;Giá trị\nTháng 6/2023;mic;DL1;1\n", "2023-06,mic,DL1,1,,,*,,"),
    ("Kì báo cáo;Đơn vị;Chỉ tiêu;Tỉ lệ\nQuí II/2023;mic;DL1;1\n", "2023-06,mic,DL1,1,,,*,,"),
    ("Kỳ báo cáo;Đơn vị;Chỉ tiêu;Tỷ lệ\nQuý II/2023;mic;Danh mục dữ liệu;1\n", "2023-06,mic,DL1,1,,,*,,"),
    ("Kỳ;Đơn vị;Chỉ tiêu;Giá trị\n6/2023;Bộ Thông tin và Truyền thông Việt Nam;DL1;1\n", "2023-06,mic,DL1,1,,,*,,"),
  ])
  func spellings(_ text: String, _ row: String) throws { #expect(try rows(text) == [row]) }

  /// Periods of which there can be no figure keep their row out; those of earlier years get a word.
  @Test func periodsOutsideThePlan() throws {
    let text = """
      period,agency,indicator,value
      2030-12,mic,DL1,1
      2023-07,mic,DL1,1
      2023-08,sbv,DL1,1
      2022-12,mic,DL1,1

      """
    let found = try Importing.read(Array(text.utf8))
    #expect(Importing.rows(found).map { $0.prefix(7) } == ["2023-07", "2022-12"])
    #expect(
      Importing.texts(found) == [
        "f.csv:2:1: error: the period 2030-12 is after the plan (to 31/12/2023); correct it",
        "f.csv:4:1: error: the period 2023-08 is still to come (today is 05/07/2023); correct it",
        "f.csv:5:1: warning: the period 2022-12 is before the plan (from 01/01/2023); it serves as a baseline only",
      ])
    #expect(found.leftOut == [.faulty: [2, 4]] && found.warnedLines == [5])
    #expect(throws: ImportRefusal.self) {
      try Importing.read(Array("agency,indicator,value\nmic,DL1,1\n".utf8), period: "12/2030")
    }
  }

  /// What the store warns of is warned of here, by the same rule.
  @Test func sharesBeyondTheWhole() throws {
    let text = "period,agency,indicator,value\n2023-06,vn,KT1,150\n"
    let found = try Importing.read(Array(text.utf8))
    let stored = try MarkedStore(["reports/n.csv": String(decoding: found.bytes, as: UTF8.self)]).open()
    #expect(found.rowCount == 1 && found.warnedLines == [2])
    #expect(found.findings.kept.map(\.message) == stored.findings.kept.map(\.message) && !found.findings.isEmpty)
  }

  /// A table of which the store has everything is known again; one figure that is new makes it new.
  @Test func theSameAgain() throws {
    let rows = "2023-06,mic,DL1,1,2023-07-01\n2023-06,vn,KT1,14.96,2023-07-01\n"
    let store = try MarkedStore(["reports/a.csv": "period,agency,indicator,value,received\n" + rows]).open()
    let table = "period,agency,indicator,value\n2023-06,mic,DL1,1\n"
    let again = try Importing.read(Array((table + "2023-06,vn,KT1,14.96\n").utf8), into: store)
    #expect(again.repeated == Import.Repeated(file: "reports/a.csv", received: Day(iso: "2023-07-01")))
    let more = try Importing.read(Array((table + "2023-06,vn,KT1,15\n").utf8), into: store)
    #expect(more.repeated == nil)
    #expect(Importing.texts(more)[0].hasSuffix("reports/a.csv:2 has just this figure for this period already"))
  }

  @Test func options() throws {
    #expect(
      try rows("Chỉ tiêu;Giá trị\nDL1;1\n", agency: "Bộ TT&TT", period: "Quý II/2023") == ["2023-06,mic,DL1,1,,,*,,"])
    #expect(
      try rows("Đơn vị;Kỳ;Chỉ tiêu;Giá trị\n;;DL1;1\nmic;6/2023;DL1;0\n", agency: "mic", period: "2023-06").count == 2)
    #expect(try rows("DL1;KT3\n1;4,5\n", agency: "mic", period: "2023-06").count == 2)
    let text = "Ai;Cái gì;Bao nhiêu, là\nmic;DL1;1\n"
    #expect(try rows(text, period: "2023-06", map: ["value=Bao nhiêu, là,agency=1", "indicator=«cai gi»"]).count == 1)
    #expect(try rows("x;y;z\nmic;DL1;1\n", period: "2023-06", map: ["agency=1,indicator=2,value=3"]).count == 1)
    // A named column stands before one that is headed so.
    #expect(try rows("Đơn vị;Tên;Chỉ tiêu;Giá trị\n?;mic;DL1;1\n", period: "2023-06", map: ["agency=Tên"]).count == 1)
  }

  @Test(
    arguments: [
      (["value"], nil, nil, "--map"), (["what=3"], nil, nil, "--map"), (["value=9"], nil, nil, "no column 9"),
      (["value=0"], nil, nil, "no column 0"), (["value=Nothing"], nil, nil, "no column «Nothing»"),
      (["value=-9223372036854775808"], nil, nil, "no column -9223372036854775808"),
      (["value="], nil, nil, "--map"), ([], "nobody", nil, "--agency"), ([], nil, "2023", "--period"),
    ] as [([String], String?, String?, String)])
  func optionsThatNameNothing(_ map: [String], _ agency: String?, _ period: String?, _ says: String) throws {
    do {
      _ = try Importing.read(
        Array("period,agency,indicator,value\n2023-06,mic,DL1,1\n".utf8), agency: agency, period: period, map: map)
      Issue.record("\(says)")
    } catch let refusal as ImportRefusal {
      #expect(refusal.isUsage && refusal.message.english.contains(says), "\(refusal.message.english)")
    }
  }

  // MARK: Faults

  @Test(arguments: [
    ("2023-06,micc,DL1,1", "f.csv:2:9: error: no id «micc» in agencies.csv; did you mean «mic»?"),
    (
      "2023-06,,DL1,1",
      "f.csv:2:9: error: «Agency» is empty (of merged cells only the first has a value); fill it in on every row"
    ),
    ("2023-06,mic,DL9,1", "f.csv:2:13: error: no id «DL9» in indicators.csv; did you mean «DL1»?"),
    ("2023,mic,DL1,1", "f.csv:2:1: error: «2023» is not a period; write it as 06/2023, 30/06/2023, Q2/2023"),
    ("2023-06,mic,DL1,2", "f.csv:2:17: error: a value of «DL1» is 1 (yes) or 0 (no)"),
    ("2023-06,vn,KT1,160", "f.csv:2:16: warning: a share outside 0…100 %"),
    (
      "2023-06,vn,KT1,x",
      "f.csv:2:16: error: «x» is not a number; write it as 16.5, or leave it empty where there is none"
    ),
    (
      "2023-06,vn,KT1,1.234",
      "f.csv:2:16: error: «1.234» may be 1234 or 1.234, and nothing in the column tells; write it anew, or add --decimal comma (or point)"
    ),
    ("2023-06,vn,KT1", "f.csv:2:1: error: cells in this row: 3, in the header: 4; check separators and quotes"),
    ("2023-06,vn,KT1,1,5", "f.csv:2:1: error: cells in this row: 5, in the header: 4; check separators and quotes"),
    ("2023-06,vn,KT1,\"1", "f.csv:2:16: error: a quote is opened and never closed; close it at the cell's end"),
  ])
  func faultyRows(_ row: String, _ expected: String) throws {
    let found = try Importing.read(
      Array("period,agency,indicator,value\n\(row)\n2023-06,sbv,DL1,1\n".utf8))
    #expect(Importing.texts(found) == [expected])
    let isError = expected.contains(": error: ")
    #expect(found.faultyCount == (isError ? 1 : 0))
    #expect(Importing.rows(found).last == "2023-06,sbv,DL1,1,,,*,,")
    #expect(found.rowCount == (isError ? 1 : 2))
  }

  /// Where a share's parts are wrong, and where a column is said to be another's.
  @Test func partsAndWarnings() throws {
    let text = "Kỳ;Đơn vị;Chỉ tiêu;Tử số;Mẫu số;Lạ\n6/2023;Hà Nội;KT2;30;10;\n6/2023;Đà Nẵng;KT2;50 %;100;\n"
    let found = try Importing.read(Array(text.utf8))
    #expect(
      Importing.texts(found) == [
        "f.csv:1:33: warning: column «Lạ» is not imported; if it should be, name it with --map",
        "f.csv:2:19: warning: the numerator is above its denominator",
        "f.csv:3:20: error: «50 %» is a share; parts are counts",
      ])
  }

  @Test func namesOfMany() throws {
    let agencies =
      "id,kind,short_vi,name_vi\nvn,national,Cả nước,Cả nước\na,ministry,Bộ AB,Bộ An Bình\nb,ministry,Bộ BA,Bộ Anh Ba\n"
    let store = try MarkedStore([
      "agencies.csv": agencies,
      "indicators.csv":
        "id,pillar,title_vi,comparator,target,aggregation,scope,source\nX,data,Một,>=,1,agency-share,@all,s1\n",
      "tasks.csv": "id,lead,title_vi,source\n", "actions.csv": "id,month,title_vi,source\n",
    ]).open()
    let found = try Importing.read(Array("period,agency,indicator,value\n2023-06,BAB,X,1\n".utf8), into: store)
    #expect(Importing.texts(found) == ["f.csv:2:9: error: «BAB» may be several: a, b; write the id"])
  }

  @Test func otherAgencyThanSaid() throws {
    let found = try Importing.read(
      Array("period,agency,indicator,value\n2023-06,mic,DL1,1\n2023-05,sbv,DL1,1\n".utf8), agency: "sbv",
      period: "2023-06")
    #expect(
      Importing.texts(found) == [
        "f.csv:2:9: error: a row of «mic», not of --agency sbv",
        "f.csv:3:1: error: a row of «2023-05», not of --period 2023-06",
      ])
  }

  // MARK: What is there already

  @Test func repetitions() throws {
    let store = try MarkedStore(["reports/a.csv": "period,agency,indicator,value\n2023-06-30,mic,DL1,1\n"]).open()
    let text = "period,agency,indicator,value\n2023-06,mic,DL1,0\n2023-06,mic,DL1,1\n"
    #expect(
      Importing.texts(try Importing.read(Array(text.utf8), into: store)) == [
        "f.csv:2:17: warning: reports/a.csv:2 has 1 for this period already; the new figure will count",
        "f.csv:3:17: warning: the same agency, indicator and period as line 2; this row's figure counts",
        "f.csv:3:17: warning: reports/a.csv:2 has just this figure for this period already",
      ])
    let before = try Importing.read(Array(text.utf8), into: store, at: "reports/0")
    #expect(Importing.texts(before)[0].contains("that file sorts after the new one"))
  }

  // MARK: Every dialect and encoding

  /// A table as some spreadsheet writes it.
  private struct Dialect {
    var separator: String
    var decimal: String
    var newline: String
    var isQuoted: Bool
    var hasSeparatorLine: Bool

    static let all: [Dialect] = [",", ";", "\t"].flatMap { separator in
      [",", "."].flatMap { decimal in
        ["\n", "\r\n"].flatMap { newline in
          [false, true].flatMap { isQuoted in
            [false, true].map {
              Dialect(
                separator: separator, decimal: decimal, newline: newline, isQuoted: isQuoted, hasSeparatorLine: $0)
            }
          }
        }
      }
    }

    func text(_ rows: [[String]]) -> String {
      (hasSeparatorLine ? "sep=\(separator)\(newline)" : "")
        + rows.map { row in
          row.map { cell in
            let isSpecial = cell.contains(separator) || cell.contains("\"") || cell.contains("\n")
            return isQuoted || isSpecial ? "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\"" : cell
          }.joined(separator: separator) + newline
        }.joined()
    }
  }

  private static let notes = ["", "Sơ bộ", "a, b; c\td", "nói \"thế\"", "Đã được, chờ ý kiến", "😀 x"]

  /// One table of random figures: its rows for the store, and as a person would type them.
  private static func table(_ random: inout SeededRandom, decimal: String) -> (typed: [[String]], stored: [String]) {
    var typed = [["Đơn vị", "Chỉ tiêu", "Kỳ báo cáo", "Giá trị", "Tử số", "Mẫu số", "Ghi chú"]]
    var stored: [String] = []
    let group = decimal == "," ? "." : ","
    for (name, id) in [("Cả nước", "vn"), ("Bộ TT&TT", "mic"), ("NHNN", "sbv")] {
      let month = Int.random(in: 1...7, using: &random)
      let whole = Int.random(in: 0...99, using: &random)
      let share = Int.random(in: 10...99, using: &random)
      let parts = (Int.random(in: 1_000...1_999, using: &random), Int.random(in: 2_000...9_999, using: &random))
      func grouped(_ number: Int) -> String {
        "\(number / 1_000)\(group)\(String(number + 1_000_000).suffix(3))\(decimal)0"
      }
      let indicator = id == "vn" ? "KT1" : "KT3"
      let note = notes.randomElement(using: &random) ?? ""
      typed.append([
        name, indicator, "Tháng \(month)/2023", "\(whole)\(decimal)\(share)", grouped(parts.0), grouped(parts.1), note,
      ])
      var row = CSVText(header: [])
      row.add([
        "2023-0\(month)", id, indicator, "\(whole).\(share)", "\(parts.0).0", "\(parts.1).0", "2023-07-05", "", note,
      ])
      stored.append(String(decoding: row.bytes.dropFirst().dropLast(), as: UTF8.self))
    }
    return (typed, stored)
  }

  /// Every dialect × encoding of the same table reads the same.
  @Test(arguments: Letters.allCases) func everyDialect(_ letters: Letters) throws {
    for (number, dialect) in Dialect.all.enumerated() {
      for seed in 0..<4 {
        var random = SeededRandom(seed: UInt64(seed * 1_000 + number))
        let (typed, stored) = Self.table(&random, decimal: dialect.decimal)
        let found = try Importing.read(letters.bytes(dialect.text(typed)))
        #expect(found.findings.isEmpty, "\(dialect) \(Importing.texts(found))")
        let rows = String(decoding: found.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
        #expect(rows.map { Array($0.utf8) } == stored.map { Array($0.utf8) }, "\(dialect)")
        #expect(found.encoding == letters.encoding)
        #expect(found.separator.rawValue == dialect.separator && found.hasSeparatorLine == dialect.hasSeparatorLine)
        // The store reads it without a word.
        let store = try MarkedStore(["reports/n.csv": String(decoding: found.bytes, as: UTF8.self)]).open()
        #expect(store.findings.isEmpty && store.reports.count == 3)
      }
    }
  }
}
