import TextCore

@testable import PlanCore

/// A small store in which one file is what the fuzzer made: the first byte says which.
enum FuzzedTables {
  static let files: [(name: String, text: String)] = [
    (
      "plan.conf", "format = 1\nid = p\nstart = 2023-01-01\nend = 2023-12-31\ntitle.vi = Kế hoạch\n"
    ),
    ("regions.csv", "id,name_vi,name_en\nnorth,Miền Bắc,The north\n"),
    ("sources.csv", "id,title,confidence\ns1,Quyết định,decision\ns2,Báo,public\n"),
    (
      "agencies.csv",
      "id,kind,region,short_vi,name_vi,short_en,name_en\nvn,national,,Cả nước,Cả nước,,\n"
        + "mic,ministry,,Bộ TT&TT,Bộ Thông tin và Truyền thông,MIC,Ministry of Information\n"
        + "ha-noi,province,north,Hà Nội,Thành phố Hà Nội,,\n"
    ),
    ("members.csv", "id,role_vi,agency,office_vi,source\nchair,Chủ tịch,,Thủ tướng,s1\n"),
    ("pillars.csv", "id,code,name_vi,name_en\ndata,DL,Dữ liệu số,Digital data\n"),
    (
      "indicators.csv",
      "id,pillar,title_vi,unit,comparator,target,baseline,aggregation,scope,source\n"
        + "DL1,data,Danh mục,%,>=,100,,agency-share,@all,s1\nKT1,data,Kinh tế số,%,>,16,14.26,national,vn,s1\n"
        + "KT2,data,Hợp đồng điện tử,%,>=,50,,ratio,@provinces,s1\nKT3,data,Thời gian,phút,<=,5,12.5,mean,mic,s1\n"
    ),
    ("tasks.csv", "id,lead,title_vi,due,source\nT01,mic,Điều phối,2023-12-31,s1\nT02,@provinces,Phổ cập,,s1\n"),
    ("actions.csv", "id,month,due,lead,title_vi,source\nA06-01,2023-06,2023-06-15,mic,Hội nghị,s1\n"),
    (
      "updates.csv",
      "at,author,subject,field,value,effective,evidence\n"
        + "2023-06-30T17:00:00+07:00,lan,task/T01,status,done,2023-06-01,\"CV \"\"1\"\", x\"\n"
        + "2023-06-30T17:00:00+07:00,lan,task/T02/ha-noi,note,\"Đã\ngọi\",,\n2023-06-30T17:00:00+07:00,lan,task/T01,undo,,,\n"
    ),
    (
      "reports/a.csv",
      "period,agency,indicator,value,numerator,denominator,received,source,note\n"
        + "2023-06,mic,DL1,1,,,2023-07-01,s1,\n2023-06-30,vn,KT1,14.96,,,,s2,\"Sơ bộ, chờ\"\n2023-06,ha-noi,KT2,,3,10,,,\n"
    ),
  ]

  static let seeds = files.enumerated().map { [UInt8($0.offset)] + Array($0.element.text.utf8) }

  /// A store with another content in one file.
  static func location(replacing number: Int?, with bytes: [UInt8]) -> StoreLocation {
    .bundled(
      files.enumerated().map { index, file in
        StoreLocation.File(path: file.name, bytes: index == number ? bytes : Array(file.text.utf8))
      })
  }

  static func fault(in bytes: [UInt8]) -> String? {
    let content = Array(bytes.dropFirst())
    if let fault = faultOfRecords(content) { return fault }
    let number = Int(bytes.first ?? 0) % files.count
    guard let store = try? Store.open(at: location(replacing: number, with: content)) else { return nil }
    let lines = content.count { $0 == UInt8(ascii: "\n") } + 1
    for finding in store.findings.kept where finding.file == files[number].name {
      if finding.line < 1 || finding.line > lines || finding.column < 1 { return "a finding lies outside: \(finding)" }
    }
    let count = store.plan.indicators.indices.reduce(0) { count, indicator in
      store.plan.agencies.indices.reduce(count) { count, agency in
        count + store.reports.history(indicator: indicator, agency: agency).count
      }
    }
    return count == store.reports.count ? nil : "\(store.reports.count) reports, \(count) in histories"
  }

  /// Cells lie within the bytes, in order, whatever separates them.
  private static func faultOfRecords(_ bytes: [UInt8]) -> String? {
    for separator in ImportSeparator.allCases {
      var reader = CSVReader(bytes, fromLine: 1, separator: separator.byte)
      var end = 0
      while reader.next() {
        for cell in reader.cells {
          guard cell.start >= end, cell.content.lowerBound >= cell.start, cell.content.upperBound <= bytes.count else {
            return "a cell lies outside: \(cell)"
          }
          end = cell.start
        }
      }
    }
    return nil
  }
}
