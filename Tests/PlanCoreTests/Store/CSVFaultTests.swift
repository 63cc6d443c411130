import PlanCore
import Testing
import TextCore

/// What may be wrong with a table as such, whatever is in its cells.
@Suite struct CSVFaultTests {
  private func pillars(_ text: String) -> MarkedStore {
    MarkedStore([
      "pillars.csv": text, "indicators.csv": "id,pillar,title_vi,comparator,target,aggregation,scope,source\n",
    ])
  }

  private func names(_ text: String) throws -> [String] {
    try pillars(text).expect().plan.pillars.map(\.name.vietnamese)
  }

  @Test func soundStoreHasNoFindings() throws { try MarkedStore().expect() }

  @Test(arguments: [
    ("id,code,name_vi\na,A,Một\nb,B,Hai\n", ["Một", "Hai"]),
    ("id,code,name_vi\na,A,Một\nb,B,Hai", ["Một", "Hai"]),
    ("id,code,name_vi\r\na,A,Một\r\nb,B,Hai\r\n", ["Một", "Hai"]),
    ("\u{FEFF}id,code,name_vi\na,A,Một\n", ["Một"]),
    ("\u{FEFF}\"id\",\"code\",\"name_vi\"\r\n\"a\",\"A\",\"Một\"\r\n", ["Một"]),
    ("name_vi,id,code\nMột,a,A\n", ["Một"]),
    ("ID,Code,NAME_VI\na,A,Một\n", ["Một"]),
    (" id , code\t, name_vi \n a ,\tA , Một hai \n", ["Một hai"]),
    ("\n\n , ,\nid,code,name_vi\n\n,,\n  \na,A,Một\n\n", ["Một"]),
    ("id,code,name_vi\na,A,\"Một, hai\"\n", ["Một, hai"]),
    ("id,code,name_vi\na,A,\"Một \"\"hai\"\"\"\n", ["Một \"hai\""]),
    ("id,code,name_vi\na,A, \"Một\" \t\r\n", ["Một"]),
    ("id,code,name_vi\na,A,\"Một\nhai\"\nb,B,Ba\n", ["Một\nhai", "Ba"]),
    ("id,code,name_vi\na,A,\"Một\r\nhai\"\r\n", ["Một\r\nhai"]),
    ("id,code,name_vi\na,A,\u{A0}Một\u{A0}\n", ["Một"]),
    ("id,code,name_vi\na,A,Bo\u{323}\u{302}\n", ["Bộ"]),
    ("id,code,name_vi\n", []),
    ("id,code,name_vi", []),
    ("id,code,name_vi,name_en\na,A,Một,\n", ["Một"]),
    ("id,code,name_vi,name_en\na,A,Một,", ["Một"]),
  ])
  func readable(text: String, expected: [String]) throws {
    let names = try names(text)
    #expect(names == expected)
    // As bytes: `==` of strings does not tell NFC from NFD.
    #expect(names.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test func unclosedQuoteLosesItsLineOnly() throws {
    let store = try pillars("id,code,name_vi\na,A,1️⃣\"Một\nb,B,Hai\n").expect(
      .error(
        "1️⃣", "a quote is opened and never closed; close it at the cell's end",
        vietnamese: "dấu nháy kép mở mà không đóng; thêm dấu nháy kép ở cuối ô"))
    #expect(store.plan.pillars.map(\.id) == ["b"])
  }

  @Test func unclosedQuoteIsNotClosedByAnotherCellsQuote() throws {
    let store = try pillars("id,code,name_vi\na,A,1️⃣\"Một\nb,B,Hai\nc,C,\"Ba, bốn\"\nd,D,Năm\n").expect(
      .error("1️⃣", "a quote is opened and never closed; close it at the cell's end"))
    #expect(store.plan.pillars.map(\.id) == ["b", "c", "d"])
  }

  @Test func textAfterQuote() throws {
    let store = try pillars("id,code,name_vi\na,A,1️⃣\"Một\" hai\nb,B,2️⃣\"Một\"\"\"x\nc,C,Ba\n").expect(
      .error("1️⃣", "text after the closing quote; a quote inside a cell is written twice"),
      .error("2️⃣", "text after the closing quote; a quote inside a cell is written twice"))
    #expect(store.plan.pillars.map(\.id) == ["c"])
  }

  @Test func quoteInsideText() throws {
    try pillars("id,code,name_vi\na,A,1️⃣Một \"hai\"\n").expect(
      .error(
        "1️⃣", "a quote inside a plain cell; put the whole cell in quotes and write the inner one twice"))
  }

  @Test func wrongNumberOfCells() throws {
    let store = try pillars("id,code,name_vi\n1️⃣a,A\n2️⃣b,B,Hai, ba\nc,C,Ba\n3️⃣d\n").expect(
      .error(
        "1️⃣", "cells in this row: 2, in the header: 3; a cell with a comma in it must stand in quotes",
        vietnamese: "dòng có 2 ô, dòng tiêu đề có 3; ô chứa dấu phẩy phải đặt trong dấu nháy kép"),
      .error("2️⃣", "cells in this row: 4, in the header: 3; a cell with a comma in it must stand in quotes"),
      .error("3️⃣", "cells in this row: 1, in the header: 3; a cell with a comma in it must stand in quotes"))
    #expect(store.plan.pillars.map(\.id) == ["c"])
  }

  /// Lines within quotes are counted, and columns begin anew on each.
  @Test func placesAfterNewlinesInQuotes() throws {
    try pillars("id,code,name_vi,name_en\na,\"A\nx\",1️⃣,\"y\nz\"\n2️⃣b,B\n").expect(
      .error("1️⃣", "«name_vi» is empty; it must have a value"),
      .error("2️⃣", "cells in this row: 2, in the header: 4; a cell with a comma in it must stand in quotes"))
  }

  @Test func columnsCountScalars() throws {
    try pillars("\u{FEFF}name_vi,name_en,id,code\nBộ,👨‍👩‍👧 e\u{301},1️⃣đ,A\n").expect(
      .error("1️⃣", "id «đ» is not valid; use ASCII letters, digits, «-», «_», «.» only"))
  }

  @Test func invalidUTF8() throws {
    var bytes = Array("id,code,name_vi\nb,B,Hai\na,".utf8)
    // Two bytes of three and a lone one: three columns.
    bytes += [0xE1, 0xBB, 0xFF] + Array(",x\n".utf8)
    bytes += Array("c,C,".utf8) + [0xC0, 0x80] + Array("\n".utf8)
    let store = try MarkedStore("pillars.csv", bytes: bytes).open()
    let found = store.findings.kept.filter { $0.file == "pillars.csv" }.map { $0.text(in: .english) }
    #expect(
      found == [
        "pillars.csv:3:3: error: not UTF-8; save the file as UTF-8",
        "pillars.csv:4:5: error: not UTF-8; save the file as UTF-8",
      ])
    #expect(store.plan.pillars.map(\.id) == ["b"])
  }

  @Test func bytesThatAreNotUTF8AreAColumnEach() throws {
    let bytes = Array("id,name_vi,code\na,".utf8) + [0xE1, 0xBB, 0xFF] + Array(",\n".utf8)
    let store = try MarkedStore("pillars.csv", bytes: bytes).open()
    let found = store.findings.kept.filter { $0.file == "pillars.csv" }.map { "\($0.line):\($0.column)" }.sorted()
    #expect(found == ["2:3", "2:7"])
  }

  // MARK: The header

  @Test func emptyFile() throws {
    for text in ["1️⃣", "\u{FEFF}1️⃣", "\n\n1️⃣ , \n"] {
      try pillars(text).expect(
        .error("1️⃣", "the file is empty; its first line must be a header: id,code,name_vi"))
    }
  }

  @Test func unknownColumn() throws {
    let store = try pillars("id,code,1️⃣weight,name_vi\na,A,7,Một\n").expect(
      .warning(
        "1️⃣", "no column «weight» is known; it is not read", vietnamese: "không có cột «weight»; cột này không được đọc")
    )
    #expect(store.plan.pillars.map(\.name.vietnamese) == ["Một"])
  }

  @Test func columnWithoutAName() throws {
    try pillars("id,code,name_vi,1️⃣\na,A,Một,\n").expect(.warning("1️⃣", "no column «» is known; it is not read"))
  }

  @Test func misspeltOptionalColumn() throws {
    try pillars("id,code,name_vi,1️⃣nam_en\na,A,Một,One\n").expect(
      .warning("1️⃣", "no column «nam_en» is known; did you mean «name_en»? It is not read"))
  }

  @Test func missingColumn() throws {
    let store = try pillars("1️⃣id,name_vi\na,Một\n").expect(
      .error(
        "1️⃣", "required column «code» is missing; none of the table is read",
        vietnamese: "thiếu cột bắt buộc «code»; cả bảng không được đọc"))
    #expect(store.plan.pillars.isEmpty)
  }

  @Test func misspeltRequiredColumn() throws {
    try pillars("2️⃣id,1️⃣cod,name_vi\na,A,Một\n").expect(
      .warning("1️⃣", "no column «cod» is known; did you mean «code»? It is not read"),
      .error("2️⃣", "required column «code» is missing; did you mean «cod»? None of the table is read"))
  }

  @Test func duplicateColumn() throws {
    let store = try pillars("id,code,name_vi,1️⃣code\na,A,Một,B\n").expect(
      .error("1️⃣", "column «code» given twice; the first stands"))
    #expect(store.plan.pillars.map(\.code) == ["A"])
  }

  @Test func unclosedQuoteInTheHeader() throws {
    try pillars("id,1️⃣\"code,name_vi\na,A,Một\n").expect(
      .error("1️⃣", "a quote is opened and never closed; close it at the cell's end"))
  }

  @Test func longNamesAreCutInMessages() throws {
    let name = String(repeating: "x", count: 100_000)
    let store = try pillars("id,code,name_vi,\(name)\na,A,Một,\n").open()
    #expect(store.findings.kept.count == 1)
    #expect((store.findings.kept.first?.message.english.utf8.count ?? 0) < 200)
  }
}
