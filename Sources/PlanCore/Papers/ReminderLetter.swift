internal import TextCore

/// *Công văn đôn đốc*, or where nothing is known to be late *công văn đề nghị cung cấp thông tin, số liệu*: a letter to an
/// agency in the form of an official letter of Viet Nam (Decree 30/2020/NĐ-CP, Appendix I and form 1.5).
///
/// It asks for what the agency itself has to do: its assignments, the actions that it leads, the figures of indicators that
/// name it. What somebody said is not done is called overdue, with its days; what nobody has spoken of is asked about.
/// Number, day, post and name of who signs are left open, and so is the number of a document that the store does not know.
public struct ReminderLetter {
  private let source: PaperSource
  private let agency: Int
  private let late: [Owed]
  private let unheard: [Owed]
  private let soon: [Owed]
  private let silent: [Int]

  /// What is left for a hand to fill in.
  private static let blank = "…"

  /// - Parameter agency: index into the plan's agencies.
  /// - Returns: `nil` where nothing is due to come from the agency.
  public static func paper(_ source: PaperSource, agency: Int) -> Paper? {
    isDue(to: agency, source.assessment) ? ReminderLetter(source, agency).paper : nil
  }

  /// Whether an agency owes something that a letter would ask for: work that is past its day, or figures that nobody has
  /// sent although some month's are overdue.
  public static func isDue(to agency: Int, _ assessment: Assessment) -> Bool {
    guard assessment.assessor.plan.agencies[agency].kind != .national else { return false }
    if assessment.pressed.contains(where: { $0.agency == agency }) { return true }
    return !silentIndicators(of: agency, assessment).isEmpty
  }

  /// The agencies that a letter is due to, the most pressing first, those that only figures are wanted of last.
  public static func agencies(_ assessment: Assessment) -> [Int] {
    let pressed = assessment.pressed.map(\.agency)
    let others = Set(assessment.assessor.plan.agencies.indices).subtracting(pressed).sorted()
    return (pressed + others).filter { isDue(to: $0, assessment) }
  }

  /// Of the agency's indicators those that it has never reported on; none as long as no month's report is overdue.
  private static func silentIndicators(of agency: Int, _ assessment: Assessment) -> [Int] {
    guard assessment.reporting(of: agency).missing > 0 else { return [] }
    let indicators = assessment.assessor.plan.indicators
    return indicators.indices.filter {
      indicators[$0].scope.contains(agency) && !assessment.hasReported(agency: agency, indicator: $0)
    }
  }

  private init(_ source: PaperSource, _ agency: Int) {
    self.source = source
    self.agency = agency
    let work = source.byDue(source.work(of: agency))
    late = work.filter { $0.state == .openOverdue }
    unheard = work.filter { $0.state == .unreported }
    soon = work.filter(\.isDueSoon)
    silent = Self.silentIndicators(of: agency, source.assessment)
  }

  private func word(_ vietnamese: String, _ english: String) -> String { source.word(vietnamese, english) }
  private var settings: PlanSettings { source.plan.settings }

  private var paper: Paper {
    let kind =
      late.isEmpty
      ? word("Công văn đề nghị cung cấp ", "Letter asking for ") + wanted
      : word("Công văn đôn đốc", "Letter of reminder")
    var paper = source.paper("\(kind): \(source.name(agency))")
    paper.showsTitle = false
    paper.blocks += [
      .halves(sender, state), .halves(number, placeAndDay),
      .indented([Paper.Line(word("Kính gửi: ", "To: ") + addressee)]), .text(opening),
    ]
    var parts: [(String, Paper.Block)] = []
    if !late.isEmpty { parts.append((lateText, .table(lateTable))) }
    if !unheard.isEmpty { parts.append((unheardText, .table(table(unheard)))) }
    if !soon.isEmpty { parts.append((soonText, .table(table(soon)))) }
    for (number, part) in zip(1..., parts) { paper.blocks += [.text("\(number). \(part.0)"), part.1] }
    if !silent.isEmpty { paper.blocks.append(.text("\(parts.count + 1). \(reportText)")) }
    paper.blocks += [.text(closing), .halves(recipients, signature)]
    if !silent.isEmpty { paper.blocks += [.heading(annexTitle), .table(annex)] }
    paper = source.finished(paper)
    paper.foot.append(
      Paper.Fact(
        word("Dự thảo", "Draft"),
        word(
          "chỗ «…» và trong ngoặc vuông để người soạn, văn thư điền",
          "«…» and square brackets are to be filled in by hand")))
    return paper
  }

  // MARK: Head and foot

  private var sender: [Paper.Line] {
    [
      Paper.Line(word("ỦY BAN QUỐC GIA", "NATIONAL COMMITTEE"), .bold),
      Paper.Line(word("VỀ CHUYỂN ĐỔI SỐ", "ON DIGITAL TRANSFORMATION"), .bold), Paper.Line("————"),
    ]
  }

  private var state: [Paper.Line] {
    [
      Paper.Line(word("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"), .bold),
      Paper.Line(word("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"), .bold),
      Paper.Line("———————————"),
    ]
  }

  private var number: [Paper.Line] {
    [Paper.Line(word("Số: …/…", "No.: …/…")), Paper.Line(subject)]
  }

  private var subject: String {
    let what =
      settings.decision.isEmpty ? source[settings.shortTitle] : word("Quyết định số ", "Decision ") + settings.decision
    return
      (late.isEmpty
      ? word("V/v đề nghị cung cấp \(wanted) thực hiện ", "Re: \(wanted) on the carrying out of ")
      : word("V/v đôn đốc thực hiện ", "Re: carrying out ")) + what
  }

  /// What is asked for where nothing is known to be late.
  private var wanted: String {
    if unheard.isEmpty { return word("số liệu", "figures") }
    return silent.isEmpty ? word("thông tin", "information") : word("thông tin, số liệu", "information and figures")
  }

  /// The day is that of the signature.
  private var placeAndDay: [Paper.Line] {
    [Paper.Line(word("Hà Nội, ngày … tháng … năm …", "Hanoi, … … …"), .italic)]
  }

  private var recipients: [Paper.Line] {
    [
      Paper.Line(word("Nơi nhận:", "Copies:"), .italic, isLeading: true),
      Paper.Line(word("- Như trên;", "- as above;"), isLeading: true),
      Paper.Line(word("- Lưu: VT, ……….", "- file: VT, ………."), isLeading: true),
    ]
  }

  private var signature: [Paper.Line] {
    [
      Paper.Line(word("[QUYỀN HẠN, CHỨC VỤ NGƯỜI KÝ]", "[POST OF WHO SIGNS]"), .bold), Paper.Line(""), Paper.Line(""),
      Paper.Line(word("[Họ và tên]", "[Name]"), .bold),
    ]
  }

  /// A province is written to by way of its people's committee.
  private var addressee: String {
    let name = source.name(agency)
    guard source.plan.agencies[agency].kind == .province else { return name }
    return source.language == .vietnamese
      ? "Ủy ban nhân dân " + name.prefix(1).lowercased() + name.dropFirst() : "People's Committee of " + name
  }

  /// How the letter speaks to who it is to. Ministries and agencies are the committee's peers; a people's committee is
  /// called by its name, which is not that of the sender.
  private var you: String {
    guard source.language == .vietnamese else { return "the " + addressee }
    let agency = source.plan.agencies[agency]
    switch agency.kind {
    case .province, .national: return addressee
    case .ministry, .ministerialAgency, .governmentAgency:
      return agency.name.vietnamese.hasPrefix("Bộ ") ? "Quý Bộ" : "Quý Cơ quan"
    }
  }

  // MARK: Body

  private var opening: String {
    let under =
      source.decision.isEmpty
      ? word("Thực hiện ", "Under the ") + source[settings.title]
      : word("Thực hiện ", "Under ") + source.decision + word(" về ", ", the ") + source[settings.title]
    let day = source.formal(source.asOf)
    return under
      + word(
        "; qua theo dõi, tổng hợp đến ngày \(day), Ủy ban Quốc gia về chuyển đổi số trân trọng đề nghị \(you) xem xét, thực "
          + "hiện các nội dung sau:",
        ", and as far as is known on \(day), the National Committee on Digital Transformation kindly asks \(you) for the "
          + "following.")
  }

  private var lateText: String {
    word(
      "Việc đã quá hạn (\(late.count)): đề nghị khẩn trương hoàn thành, nêu rõ nguyên nhân chậm và thời hạn hoàn thành.",
      "Overdue (\(late.count)): please complete without delay, and say what has held it up and when it will be done.")
  }

  private var unheardText: String {
    word(
      "Việc đã đến hạn, chưa có thông tin (\(unheard.count)): đề nghị thông báo kết quả thực hiện; việc đã hoàn thành, đề nghị "
        + "ghi rõ số, ngày ban hành văn bản.",
      "Past its day, and nothing has been heard (\(unheard.count)): please let us know the result; where it is done, the "
        + "number and day of the document.")
  }

  private var soonText: String {
    let days = settings.thresholds.dueSoonDays
    return word(
      "Việc đến hạn trong \(days) ngày tới (\(soon.count)): đề nghị chủ động hoàn thành đúng hạn.",
      "Due within \(days) days (\(soon.count)): please see to it that it is done in time.")
  }

  private var reportText: String {
    let period = source.asOf == source.asOf.monthEnd ? source.asOf : source.asOf.previousMonthEnd
    let all = source.assessment.reportingShare(of: agency).indicators
    let known = all - silent.count
    return word(
      "Số liệu chỉ tiêu: đã báo cáo \(known)/\(all) chỉ tiêu; đề nghị báo cáo số liệu đến hết \(month(period)) của "
        + "\(silent.count) chỉ tiêu tại Phụ lục kèm theo.",
      "Indicators: \(known) of \(all) reported; please report figures to the end of \(month(period)) for the "
        + "\(source.count(silent.count, "", "indicator")) of the annex.")
  }

  private func month(_ day: Day) -> String {
    word("tháng \(day.month < 3 ? "0" : "")\(day.month) năm \(day.year)", day.monthAndYear)
  }

  /// As many days as the plan gives for a report.
  private var closing: String {
    let day = source.formal(source.asOf.advanced(by: max(1, settings.thresholds.reportDueDays)))
    return word(
      "Đề nghị \(you) gửi kết quả trước ngày \(day) để Ủy ban Quốc gia về chuyển đổi số tổng hợp. Trân trọng./.",
      "Please send the results to the National Committee before \(day). With kind regards.")
  }

  // MARK: Tables

  private var lateTable: DataTable {
    var table = table(late)
    table.columns.append(word("Quá hạn (ngày)", "Days late"))
    for (row, owed) in late.enumerated() {
      table.rows[row].append(owed.due.map { .number("\(source.asOf - $0)") } ?? .none)
    }
    return table
  }

  private func table(_ work: [Owed]) -> DataTable {
    DataTable(
      columns: [
        word("TT", "No."), word("Nội dung", "What"), word("Văn bản giao", "Document"), word("Hạn", "Due"),
      ],
      rows: zip(1..., work).map { number, owed in
        [
          .text("\(number)"), .text(owed.title), .text(owed.document.isEmpty ? Self.blank : owed.document),
          owed.due.map { .day($0) } ?? .none,
        ]
      })
  }

  private var annexTitle: String {
    word("Phụ lục: chỉ tiêu đề nghị báo cáo số liệu", "Annex: indicators to report on") + " (\(silent.count))"
  }

  private var annex: DataTable {
    DataTable(
      columns: [word("TT", "No."), word("Mã", "Id"), word("Chỉ tiêu", "Indicator"), word("Mục tiêu", "Target")],
      rows: zip(1..., silent).map { number, index in
        let indicator = source.plan.indicators[index]
        return [
          .text("\(number)"), .text(indicator.id), .text(source[indicator.title]),
          .text(indicator.targetText(source.language)),
        ]
      })
  }
}
