import TextCore

@testable import PlanCore

/// A table that an agency sends. What is made of it is read by the store without an error.
enum FuzzedImport {
  private static let tables = [
    "STT;Đơn vị;Chỉ tiêu;Kỳ báo cáo;Giá trị;Tử số;Mẫu số;Ghi chú\n1;Hà Nội;KT2;Tháng 6/2023;;1.234;2.345,0;\"a; b\"\n"
      + "2;Cả nước;KT1;Quý II/2023;14,96 %;;;\n",
    "sep=,\nagency,DL1,\"KT3\",KT2 (tử số),KT2 (mẫu số)\nmic,1,\"12.5\",,\nha-noi,N/A,,1 234,2 345\n",
    "period\tagency\tindicator\tvalue\tsource\n2023-06-30\tvn\tkinh te so\t1,234.5\ts1\n",
  ]

  static let seeds = tables.flatMap { table in
    [Array(table.utf8), [0xFF, 0xFE] + table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }].map { [0x30] + $0 }
  }

  private static let store = try? Store.open(at: FuzzedTables.location(replacing: nil, with: []))

  /// The first byte says what the options are.
  static func fault(in bytes: [UInt8]) -> String? {
    guard let store else { return "no store" }
    let choice = bytes.first ?? 0
    let options = ImportOptions(
      agency: choice & 1 == 0 ? nil : "mic", period: choice & 2 == 0 ? nil : "Q2/2023",
      map: choice & 4 == 0 ? [] : ["value=2"], decimal: choice & 8 == 0 ? nil : .comma,
      received: Day(year: 2023, month: 12, day: 31) ?? .last)
    guard
      let found = try? Import.read(Array(bytes.dropFirst()), named: "f", into: store, at: "reports/n", options)
    else { return nil }
    for finding in found.findings.kept where finding.line < 1 || finding.column < 1 {
      return "a finding without a place: \(finding)"
    }
    let files = FuzzedTables.files.count - 1
    guard let read = try? Store.open(at: FuzzedTables.location(replacing: files, with: found.bytes)) else {
      return "the store is not read any more"
    }
    if read.findings.errorCount > 0 { return "\(read.findings.kept.first?.text(in: .english) ?? "")" }
    return read.reports.count == found.rowCount ? nil : "\(found.rowCount) rows, \(read.reports.count) read"
  }
}
