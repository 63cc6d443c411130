public import TextCore

/// What papers are made from, and the words and numbers that they have in common.
///
/// The same store, day, language and version give the same paper, whenever and wherever it is made.
public struct PaperSource {
  public let store: Store
  public let assessment: Assessment
  public let language: Language
  let version: String
  let fingerprint: StoreFingerprint
  let measure: @Sendable (String) -> Int

  /// - Parameters:
  ///   - assessment: of that store.
  ///   - version: of the program.
  ///   - fingerprint: of that store.
  ///   - measure: how many columns a text takes.
  public init(
    _ store: Store, _ assessment: Assessment, _ language: Language, version: String, fingerprint: StoreFingerprint,
    measure: @escaping @Sendable (String) -> Int
  ) {
    self.store = store
    self.assessment = assessment
    self.language = language
    self.version = version
    self.fingerprint = fingerprint
    self.measure = measure
  }

  var plan: Plan { store.plan }
  var asOf: Day { assessment.asOf }

  func word(_ vietnamese: String, _ english: String) -> String { language == .vietnamese ? vietnamese : english }

  subscript(_ text: Localized) -> String { text[language] }

  /// The same in a language.
  func spoken(in language: Language) -> PaperSource {
    PaperSource(store, assessment, language, version: version, fingerprint: fingerprint, measure: measure)
  }

  /// A paper with its title; of made-up data, and of a day outside the plan's time, it says so before anything else.
  func paper(_ title: String) -> Paper {
    var paper = Paper(title: title, language)
    if plan.settings.isSimulated { paper.blocks.append(.text(simulatedText)) }
    if let warning { paper.blocks.append(.text(warning[language])) }
    return paper
  }

  /// That the day lies outside the plan's time; `nil` where it does not.
  public var warning: Localized? {
    let (start, end) = (plan.settings.start, plan.settings.end)
    let time = "\(start.slashed)–\(end.slashed)"
    if asOf < start {
      return Localized(
        "Lưu ý: ngày \(asOf.slashed) ở trước thời gian của kế hoạch (\(time)).",
        "Note: \(asOf.slashed) is before the plan's time (\(time)).")
    }
    if asOf <= end { return nil }
    return Localized(
      "Lưu ý: ngày \(asOf.slashed) ở sau thời gian của kế hoạch (\(time)); số liệu chỉ tiêu tính đến \(end.slashed), công "
        + "việc tính đến ngày này.",
      "Note: \(asOf.slashed) is after the plan's time (\(time)); figures are those up to \(end.slashed), work is as of this "
        + "day.")
  }

  /// What the paper was made from, at its foot.
  func finished(_ paper: Paper) -> Paper {
    var paper = paper
    let settings = plan.settings
    paper.foot = [
      Paper.Fact(
        word("Lập từ", "Made from"),
        [self[settings.shortTitle], word("tính đến ", "as of ") + asOf.slashed, "thuky \(version)", language.rawValue]
          .joined(separator: ", ")),
      Paper.Fact(word("Bộ dữ liệu, SHA-256", "Store, SHA-256"), fingerprint.hex),
    ]
    if settings.isSimulated { paper.foot.append(Paper.Fact(word("Lưu ý", "Note"), simulatedText)) }
    return paper
  }

  private var simulatedText: String {
    word(
      "SỐ LIỆU MÔ PHỎNG: chỉ để minh họa, không dùng trong công việc.",
      "SIMULATED DATA: a demonstration, not to be used at work.")
  }

  // MARK: Names

  func shortName(_ agency: Int) -> String { plan.agencies[agency].shortName(in: language) }

  func name(_ agency: Int) -> String { plan.agencies[agency].name(in: language) }

  func name(_ reference: AgencyReference) -> String {
    switch reference {
    case .agency(let index): shortName(index)
    case .group(let group): self[group.name]
    }
  }

  /// The first of them by their short names, and how many more there are.
  func names(_ agencies: [Int], most: Int) -> String {
    let shown = agencies.prefix(agencies.count <= most + 1 ? most + 1 : most).map(shortName)
    let left = agencies.count - shown.count
    return shown.joined(separator: ", ") + (left > 0 ? word(" và \(left) đơn vị khác", " and \(left) more") : "")
  }

  func count(_ number: Int, _ vietnamese: String, _ english: String, _ plural: String? = nil) -> String {
    Localized.count(number, vietnamese, english, plural)[language]
  }

  /// The decision with its day: `Quyết định số 17/QĐ-UBQGCĐS ngày 04 tháng 4 năm 2023`; empty where the plan has none.
  var decision: String {
    let settings = plan.settings
    if settings.decision.isEmpty { return "" }
    let issued = settings.issued.map { word(" ngày \(formal($0))", " of \(formal($0))") } ?? ""
    return word("Quyết định số ", "Decision ") + settings.decision + issued
  }

  /// A day as letters write it (Decree 30/2020/NĐ-CP): days below 10 and the months 1 and 2 with a zero before them.
  func formal(_ day: Day) -> String {
    let (date, month) = (day.dayOfMonth, day.month)
    if language == .vietnamese {
      return (date < 10 ? "0\(date)" : "\(date)") + " tháng " + (month < 3 ? "0\(month)" : "\(month)")
        + " năm \(day.year)"
    }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(date) \(months[month - 1]) \(day.year)"
  }

  // MARK: Figures

  func text(_ figure: Figure, of indicator: Indicator) -> String {
    UnitText.text(figure.text(indicator.comparator, language), indicator.unit, language)
  }

  func percent(_ share: Double) -> String { PercentText.text(share, language) }

  /// An indicator's status; where there is a figure that cannot carry one, what it lacks.
  func statusText(_ index: Int, of assessment: Assessment) -> String {
    let assessed = assessment.indicators[index]
    guard assessed.status == .noData, let headline = assessed.headline else {
      return self[assessed.status.shortName]
    }
    if headline.isPartial, headline.figure.period >= plan.settings.start {
      return word(
        "mới có số liệu của \(assessed.reported)/\(assessed.inScope) đơn vị",
        "figures of only \(assessed.reported) of \(assessed.inScope) agencies")
    }
    return word("chỉ có số liệu trước kế hoạch", "only a figure from before the plan")
  }

  /// A figure with the month or day that it speaks of and what sort it is: `61,9 % (31/08/2023, công bố)`.
  func headlineText(_ index: Int) -> String {
    let indicator = plan.indicators[index]
    guard let headline = assessment.indicators[index].headline else { return word("chưa có", "none") }
    // Where all is made up the paper says so at its head.
    let marks = headline.marks(of: indicator).filter { $0 != .simulated || !plan.settings.isSimulated }
    let notes = [headline.figure.period.slashed] + marks.map { self[$0.shortName] }
    return text(headline.figure, of: indicator) + " (\(notes.joined(separator: ", ")))"
  }

  /// A text cut to so many columns.
  func cut(_ text: String, to width: Int) -> String {
    if measure(text) <= width { return text }
    var kept = ""
    var used = 1
    for letter in text {
      used += measure(String(letter))
      if used > width { break }
      kept.append(letter)
    }
    while kept.last == " " || kept.last == "," { kept.removeLast() }
    return kept + "…"
  }

  /// Ten boxes: reached, not reached, and of which nothing is known.
  func gauge(_ pillar: PillarAssessment) -> String {
    let boxes = 10
    func count(_ share: Double) -> Int { Int((min(1, max(0, share)) * Double(boxes)).rounded(.down)) }
    let full = count(pillar.attainment)
    let unknown = min(boxes - full, count(pillar.unknownShare))
    return String(repeating: "█", count: full) + String(repeating: "░", count: boxes - full - unknown)
      + String(repeating: "?", count: unknown)
  }

  /// How many of a pillar's indicators have which status, those that have none left out.
  func statusCounts(_ pillar: PillarAssessment) -> String {
    let parts = Status.allCases.compactMap { status -> String? in
      let count = pillar.count(of: status)
      return count == 0 ? nil : "\(self[status.shortName]) \(count)"
    }
    return parts.isEmpty ? word("không có chỉ tiêu", "no indicators") : parts.joined(separator: ", ")
  }
}
