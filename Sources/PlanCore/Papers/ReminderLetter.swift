internal import TextCore

/// *Công văn đôn đốc*, or where nothing is known to be late *công văn đề nghị cung cấp thông tin, số liệu*: a letter to an
/// agency in the form of an official letter of Viet Nam (Decree 30/2020/NĐ-CP, Appendix I and form 1.5).
///
/// It asks for what the agency itself has to do: its assignments, the actions that it leads, the figures of indicators that
/// name it. What somebody said is not done is called overdue, with its days; what nobody has spoken of is asked about. An entry of the calendar is asked about too and not urged: many are decisions of
/// the Government or the National Assembly that the agency prepares.
/// Number, day, post and name of who signs are left open, and so is the number of a document that the store does not know.
public struct ReminderLetter {
  let source: PaperSource
  let agency: Int
  let late: [Owed]
  let unheard: [Owed]
  let soon: [Owed]
  /// Entries of the calendar that nobody has spoken of, or that are due soon.
  let entries: [Owed]
  let silent: [Int]

  /// What is left for a hand to fill in.
  static let blank = "…"

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
    unheard = work.filter { $0.state == .unreported && !$0.isAction }
    soon = work.filter { $0.isDueSoon && !$0.isAction }
    entries = work.filter { ($0.state == .unreported || $0.isDueSoon) && $0.isAction }
    silent = Self.silentIndicators(of: agency, source.assessment)
  }

  func word(_ vietnamese: String, _ english: String) -> String { source.word(vietnamese, english) }
  var settings: PlanSettings { source.plan.settings }

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
    if !entries.isEmpty { parts.append((entriesText, .table(table(entries)))) }
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
}
