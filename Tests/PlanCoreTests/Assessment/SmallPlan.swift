import PlanCore
import TextCore

/// A small plan of the year 2023, written as its owner would write it: one indicator, the nation, ten agencies.
struct SmallPlan {
  /// The indicator's cells from `unit` to `scope`: unit, comparator, target, baseline, aggregation, scope.
  var indicator = "%,>,16,14.26,national,vn"
  var reports: [String] = []
  var reportColumns = "period,agency,indicator,value,numerator,denominator"
  var tasks: [String] = []
  var actions: [String] = []
  var updates: [String] = []
  var settings: [String] = []
  var end = "2023-12-31"
  /// `r1`…`r5` in the region `n`, `r6`…`r8` in `s`, the ministries `m1` and `m2` first.
  var agencies =
    ["vn,national,"] + ["m1,ministry,", "m2,ministry,"] + (1...8).map { "r\($0),province,\($0 < 6 ? "n" : "s")" }
  /// More files of reports, by name.
  var files: [String: [String]] = [:]

  func store() throws -> Store {
    func table(_ name: String, _ header: String, _ rows: [String]) -> StoreLocation.File {
      StoreLocation.File(path: name, bytes: Array(([header] + rows + [""]).joined(separator: "\n").utf8))
    }
    let conf = ["format = 1", "id = small", "start = 2023-01-01", "end = \(end)", "title.vi = X"] + settings
    var all = [
      StoreLocation.File(path: "plan.conf", bytes: Array(conf.joined(separator: "\n").utf8)),
      table("regions.csv", "id,name_vi", ["n,N", "s,S"]),
      table("agencies.csv", "id,kind,region,short_vi,name_vi", agencies.map { "\($0),X,X" }),
      table("sources.csv", "id,title,confidence", ["q,Q,public", "made-up,M,simulated"]),
      table("pillars.csv", "id,code,name_vi", ["p,P,P", "empty,E,E"]),
      table(
        "indicators.csv", "id,pillar,title_vi,unit,comparator,target,baseline,aggregation,scope,source",
        ["I,p,I,\(indicator),q"]),
      table("tasks.csv", "id,lead,title_vi,due,status,source,confidence", tasks),
      table("actions.csv", "id,month,due,lead,title_vi,status,source,confidence", actions),
      table("updates.csv", "at,author,subject,field,value,effective", updates),
      table("reports/a.csv", reportColumns, reports),
    ]
    for (name, rows) in files { all.append(table("reports/\(name).csv", reportColumns, rows)) }
    return try Store.open(at: .bundled(all))
  }

  /// How it stands on a day, `2023-06-30`. The plan must read without errors.
  func assess(_ day: String) throws -> Assessment {
    let store = try store()
    guard store.findings.errorCount == 0, let asOf = Day(iso: day) else {
      throw Unreadable(findings: store.findings.kept.map { $0.text(in: .english) })
    }
    return Assessment(of: store.plan, reports: store.reports, journal: store.journal, asOf: asOf)
  }

  struct Unreadable: Error {
    var findings: [String]
  }
}

func near(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 0.0001 } ?? false }
