internal import Glibc
internal import TextCore

/// Everything that is read while a plan's tables are, each after those that it refers to.
struct PlanTables {
  var plan: Plan
  private(set) var findings = Findings()
  private(set) var regions = IDIndex(file: "regions.csv")
  private(set) var sources = IDIndex(file: "sources.csv")
  private(set) var agencies = IDIndex(file: "agencies.csv")
  private(set) var members = IDIndex(file: "members.csv")
  private(set) var pillars = IDIndex(file: "pillars.csv")
  private(set) var indicators = IDIndex(file: "indicators.csv")
  private(set) var tasks = IDIndex(file: "tasks.csv")
  private(set) var actions = IDIndex(file: "actions.csv")
  /// The members of each group, so that a thousand scopes of `@all` are one list in memory.
  private var groups: [[Int]] = AgencyGroup.allCases.map { _ in [] }

  private init(settings: PlanSettings, findings: Findings) {
    plan = Plan(settings: settings)
    self.findings = findings
  }

  /// The tables in the order in which they are read; without the last three there is nothing to show.
  static let files = [
    "regions.csv", "sources.csv", "agencies.csv", "members.csv", "pillars.csv", "indicators.csv", "tasks.csv",
    "actions.csv",
  ]
  private static let needed: Set = ["agencies.csv", "pillars.csv", "indicators.csv"]

  /// Rows that a table may have, far above what any plan does. Agencies × indicators is what memory and time are made
  /// of, tasks × agencies comes next.
  static func mostRows(of file: String) -> Int {
    switch file {
    case "agencies.csv": 20_000
    case "indicators.csv": 1_000
    case "tasks.csv": 2_000
    case "actions.csv": 10_000
    default: 100_000
    }
  }

  /// Assignments that all tasks may come to.
  static let mostAssignments = 2_000_000

  /// Reads `plan.conf` and the tables.
  ///
  /// - Throws: where there is no plan, or none that can be read.
  static func read(_ files: [String: StoredFile]) throws(StoreError) -> PlanTables {
    var findings = Findings()
    let settings = try PlanSettings.read(files[StoreLocation.planFile], findings: &findings)
    var tables = PlanTables(settings: settings, findings: findings)
    for name in Self.files {
      switch files[name]?.content {
      case .success(let bytes): tables.read(name, bytes)
      case .failure(let fault):
        tables.findings.add(fault.finding(in: name))
        tables.leaveOut(name)
      case nil where needed.contains(name):
        tables.leaveOut(name)
        let message = Localized(
          "thiếu tệp \(name); các dòng dẫn mã của bảng này không được đọc",
          "the file \(name) is missing; rows that name its ids are not read")
        tables.findings.add(Finding(.error, file: name, line: 1, column: 1, message: message))
      case nil: break
      }
    }
    return tables
  }

  /// Notes a table of which nothing could be read.
  private mutating func leaveOut(_ file: String) {
    switch file {
    case regions.file: regions.leaveOutAll()
    case sources.file: sources.leaveOutAll()
    case agencies.file: agencies.leaveOutAll()
    case members.file: members.leaveOutAll()
    case pillars.file: pillars.leaveOutAll()
    case indicators.file: indicators.leaveOutAll()
    case tasks.file: tasks.leaveOutAll()
    case actions.file: actions.leaveOutAll()
    default: break
    }
  }

  private mutating func read(_ file: String, _ bytes: [UInt8]) {
    var found = Findings()
    switch file {
    case regions.file: (plan.regions, regions) = read(bytes, regions, &found)
    case sources.file: (plan.sources, sources) = read(bytes, sources, &found)
    case agencies.file:
      (plan.agencies, agencies) = read(bytes, agencies, &found)
      agencies.aliases = AgencyAliases(plan.agencies)
      groups = AgencyGroup.allCases.map { plan.members(of: .group($0)) }
    case members.file: (plan.members, members) = read(bytes, members, &found)
    case pillars.file: (plan.pillars, pillars) = read(bytes, pillars, &found)
    case indicators.file: (plan.indicators, indicators) = read(bytes, indicators, &found)
    case tasks.file: (plan.tasks, tasks) = read(bytes, tasks, &found)
    case actions.file: (plan.actions, actions) = read(bytes, actions, &found)
    default: break
    }
    findings.add(found)
  }

  private func read<Element: TableElement>(
    _ bytes: [UInt8], _ index: IDIndex, _ findings: inout Findings
  ) -> ([Element], IDIndex) {
    let all = TablePart<Element>.read(bytes, file: index.file, atMost: Self.mostRows(of: index.file), self)
    findings.add(all.table.findings)
    return (all.elements, all.table.ids)
  }
}

extension PlanTables {
  /// Indices of the agencies that any of the references means, ascending.
  func members(of references: [AgencyReference]) -> [Int] {
    if references.count == 1 { return members(of: references[0]) }
    var isNamed = [Bool](repeating: false, count: plan.agencies.count)
    for reference in references {
      for agency in members(of: reference) { isNamed[agency] = true }
    }
    let members = isNamed.indices.filter { isNamed[$0] }
    return groups.first { $0 == members } ?? members
  }

  /// Whether the nation is meant, which no group has in it.
  func isNational(_ reference: AgencyReference) -> Bool {
    guard case .agency(let agency) = reference else { return false }
    return plan.agencies[agency].kind == .national
  }

  func members(of reference: AgencyReference) -> [Int] {
    guard case .group(let group) = reference else { return plan.members(of: reference) }
    return AgencyGroup.allCases.firstIndex(of: group).map { groups[$0] } ?? []
  }
}

/// What is read from a row of a table of its own.
protocol TableElement: Sendable {
  associatedtype Column: TableColumn
  /// What reads rows without a fault, where there may be thousands.
  associatedtype Fast: FastTableRow<Self> = NoFastRow<Self>
  var id: String { get }
  /// `nil` where the row has an error.
  init?(row: inout Row<Column>, tables: borrowing PlanTables)
}

extension Row {
  /// A list of agencies and groups, separated by blanks; what is not known is left out with a finding.
  mutating func agenciesOrGroups(
    _ column: Column, in agencies: IDIndex, _ severity: Finding.Severity
  ) -> [AgencyReference] {
    text(column).utf8.split(whereSeparator: \.isBlank).compactMap {
      agencyReference(String(Substring($0)), column, in: agencies, severity)
    }
  }

  /// One agency or one group; `nil` where the cell is blank or names something else.
  mutating func agencyOrGroup(_ column: Column, in agencies: IDIndex) -> AgencyReference? {
    let word = text(column)
    guard !word.isEmpty else { return nil }
    guard !word.utf8.contains(where: \.isBlank) else {
      error(
        column,
        Localized("«\(word.brief)»: chỉ một đơn vị hoặc một nhóm", "«\(word.brief)»: name one agency or one group"))
      return nil
    }
    return agencyReference(word, column, in: agencies, .error)
  }

  private mutating func agencyReference(
    _ word: String, _ column: Column, in agencies: IDIndex, _ severity: Finding.Severity
  ) -> AgencyReference? {
    guard word.hasPrefix("@") else {
      return lookUp(word, column, in: agencies, severity).map(AgencyReference.agency)
    }
    if let group = AgencyGroup(rawValue: word) { return .group(group) }
    let groups = AgencyGroup.allCases.map(\.rawValue)
    let list = groups.joined(separator: ", ")
    add(
      severity, column,
      (Localized("không có nhóm «\(word.brief)»", "no group «\(word.brief)»") + .suggestion(for: word, among: groups))
        .followed(by: Localized("các nhóm: \(list)", "groups: \(list)")))
    return nil
  }
}
