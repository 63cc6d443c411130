import PlanCore
import Testing
import TextCore

/// Tables as files that a spreadsheet opens.
@Suite struct TableExporterTests {
  private func cell(_ value: DataTable.Value, _ exporter: some TableExporter) -> String {
    let lines = exporter.text(of: DataTable(columns: ["x"], rows: [[value]]))
    return String(lines.dropFirst(lines.hasPrefix("\u{FEFF}") ? "\u{FEFF}x\r\n".count : "x\r\n".count).dropLast())
  }

  /// What a file says and what stands in the cell.
  @Test(arguments: [
    ("Bộ Y tế", "Bộ Y tế"), ("", ""), ("=1+1", "'=1+1"), ("+84 24", "'+84 24"), ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("\n=1", "\"'\n=1\""), (" =1", "' =1"),
    ("\u{A0}=1", "'\u{A0}=1"), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠a", "'＠a"), ("1=1", "1=1"),
    ("a-b", "a-b"), ("–", "–"), (">= 1", ">= 1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("\"=1", "\"\"\"=1\""),
    (" a", "\" a\""), ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
    ("'=1", "'=1"), ("a\"\u{301},=1", "\"a\"\"\u{301},=1\""), ("\u{0}=1", "'\u{0}=1"),
  ])
  func harmlessText(_ text: String, _ expected: String) {
    #expect(cell(.text(text), CSVExporter()) == expected)
  }

  @Test(arguments: [
    (DataTable.Value.number("-12.5"), "-12.5", "-12,5", "-12,5"), (.number("7"), "7", "7", "7"), (.none, "", "", ""),
    (.day(Day(iso: "2023-09-30") ?? .first), "2023-09-30", "30/09/2023", "30/09/2023"),
    (.text("a;b"), "a;b", "\"a;b\"", "a;b"), (.text("a,b"), "\"a,b\"", "a,b", "a,b"),
    (.text("-1"), "'-1", "'-1", "-1"),
  ])
  func values(_ value: DataTable.Value, _ csv: String, _ excel: String, _ vietnamese: String) {
    #expect(cell(value, CSVExporter()) == csv)
    #expect(cell(value, ExcelExporter()) == excel)
    #expect(value.text(.vietnamese) == vietnamese)
  }

  private let table = DataTable(
    columns: ["Mã", "Số liệu", "Ngày"],
    rows: [
      [.text("DL1"), .number("52.3"), .day(Day(iso: "2023-08-31") ?? .first)],
      [.text("a|b\n*c*"), .none, .none],
    ])

  @Test func wholeFiles() {
    #expect(CSVExporter().text(of: table) == "Mã,Số liệu,Ngày\r\nDL1,52.3,2023-08-31\r\n\"a|b\n*c*\",,\r\n")
    #expect(
      ExcelExporter().text(of: table)
        == "\u{FEFF}Mã;Số liệu;Ngày\r\nDL1;52,3;31/08/2023\r\n\"a|b\n*c*\";;\r\n")
    #expect(
      MarkdownExporter(.vietnamese).text(of: table) == """
        | Mã | Số liệu | Ngày |
        | --- | ---: | --- |
        | DL1 | 52,3 | 31/08/2023 |
        | a\\|b \\*c\\* |  |  |

        """)
    #expect(MarkdownExporter(.english).text(of: table).contains("| DL1 | 52.3 | 31/08/2023 |"))
  }

  @Test(arguments: [
    ("<b>&", "&lt;b&gt;&amp;"), ("[x](http://y)", "\\[x\\](http://y)"), ("a\\b", "a\\\\b"), ("a\u{1B}[2J", "a \\[2J"),
    ("`x` ~y~ $z$ ![i]", "\\`x\\` \\~y\\~ \\$z\\$ \\!\\[i\\]"), ("_a_", "\\_a\\_"),
  ])
  func markdown(_ text: String, _ expected: String) { #expect(MarkdownExporter.escaped(text) == expected) }

  @Test(arguments: [
    ("- a", "\\- a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("2023 a", "2023 a"), ("# a", "\\# a"),
    ("+ a", "\\+ a"),
    ("=== ", "\\=== "), ("", ""),
  ])
  func markdownParagraph(_ text: String, _ expected: String) { #expect(MarkdownExporter.paragraph(text) == expected) }
}
