import Foundation
import PlanCore
import Testing
import TextCore

/// A finding that a test expects at a marked place.
struct ExpectedFinding {
  var marker: String
  var severity: Finding.Severity
  var english: String
  var vietnamese: String?

  static func error(_ marker: String, _ english: String, vietnamese: String? = nil) -> ExpectedFinding {
    ExpectedFinding(marker: marker, severity: .error, english: english, vietnamese: vietnamese)
  }

  static func warning(_ marker: String, _ english: String, vietnamese: String? = nil) -> ExpectedFinding {
    ExpectedFinding(marker: marker, severity: .warning, english: english, vietnamese: vietnamese)
  }
}

/// A small sound store in which a test replaces files by faulty ones. A marker such as `1️⃣` in a file's text shows
/// where a finding is expected; it is taken out before the store is read.
struct MarkedStore {
  private(set) var files = MarkedStore.sound
  private var places: [String: (file: String, line: Int, column: Int)] = [:]

  init(_ replaced: [String: String] = [:], without missing: [String] = []) {
    for (name, text) in replaced { files[name] = Array(strip(text, name).utf8) }
    for name in missing { files[name] = nil }
  }

  init(_ name: String, bytes: [UInt8]) { files[name] = bytes }

  static let markers = (1...9).map { "\($0)\u{FE0F}\u{20E3}" }

  private mutating func strip(_ text: String, _ name: String) -> String {
    var text = text
    while let (marker, range) = Self.firstMarker(in: text) {
      let before = text[..<range.lowerBound].unicodeScalars.drop { $0 == "\u{FEFF}" }
      let line = before.filter { $0 == "\n" }.count + 1
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      places[marker] = (name, line, column)
      text.unicodeScalars.removeSubrange(range)
    }
    return text
  }

  private static func firstMarker(in text: String) -> (String, Range<String.Index>)? {
    markers.compactMap { marker in text.range(of: marker, options: .literal).map { (marker, $0) } }
      .min { $0.1.lowerBound < $1.1.lowerBound }
  }

  var location: StoreLocation {
    .bundled(files.map { StoreLocation.File(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path })
  }

  func open() throws -> Store { try Store.open(at: location) }

  /// Opens the store and compares every finding, with its place, in their order.
  @discardableResult
  func expect(_ expected: ExpectedFinding..., at place: SourceLocation = #_sourceLocation) throws -> Store {
    let store = try open()
    func lines(_ language: Language, _ message: (ExpectedFinding) -> String) -> [String] {
      expected.map { finding in
        guard let (file, line, column) = places[finding.marker] else { return "no marker \(finding.marker)" }
        return "\(file):\(line):\(column): \(finding.severity.rawValue): \(message(finding))"
      }
    }
    let found = store.findings.kept
    #expect(found.map { $0.text(in: .english) } == lines(.english, \.english), sourceLocation: place)
    let vietnamese = zip(found, expected).map { $1.vietnamese ?? $0.message.vietnamese }
    #expect(found.map(\.message.vietnamese) == vietnamese, sourceLocation: place)
    #expect(store.findings.count == expected.count, sourceLocation: place)
    return store
  }
}

extension MarkedStore {
  static let sound: [String: [UInt8]] = [
    "plan.conf": """
    format = 1
    id = p
    start = 2023-01-01
    end = 2023-12-31
    title.vi = Kế hoạch

    """,
    "regions.csv": """
    id,name_vi,name_en
    north,Miền Bắc,The north

    """,
    "sources.csv": """
    id,title,confidence
    s1,Quyết định,decision
    s2,Báo,public

    """,
    "agencies.csv": """
    id,kind,region,short_vi,name_vi,short_en,name_en
    vn,national,,Cả nước,Cả nước,,
    mic,ministry,,Bộ TT&TT,Bộ Thông tin và Truyền thông,MIC,Ministry of Information
    sbv,ministerial-agency,,NHNN,Ngân hàng Nhà nước,,State Bank
    ha-noi,province,north,Hà Nội,Thành phố Hà Nội,,
    da-nang,province,,Đà Nẵng,Thành phố Đà Nẵng,,

    """,
    "members.csv": """
    id,role_vi,agency,office_vi,source
    chair,Chủ tịch,,Thủ tướng,s1

    """,
    "pillars.csv": """
    id,code,name_vi,name_en
    data,DL,Dữ liệu số,Digital data
    economy,KT,Kinh tế số,

    """,
    "indicators.csv": """
    id,pillar,title_vi,unit,comparator,target,baseline,aggregation,scope,source
    DL1,data,Danh mục dữ liệu,%,>=,100,,agency-share,@all,s1
    KT1,economy,Kinh tế số trên GDP,%,>,16,14.26,national,vn,s1
    KT2,economy,Hợp đồng điện tử,%,>=,50,,ratio,@provinces,s1
    KT3,economy,Thời gian chờ,phút,<=,5,12.5,mean,mic sbv,s1

    """,
    "tasks.csv": """
    id,lead,title_vi,due,source
    T01,mic,Điều phối,2023-12-31,s1
    T02,@provinces,Phổ cập,,s1

    """,
    "actions.csv": """
    id,month,due,lead,title_vi,source
    A06-01,2023-06,2023-06-15,mic,Hội nghị,s1
    A07-01,2023-07,,,Ngày hội,s2

    """,
  ].mapValues { Array($0.utf8) }
}
