import PlanCore
import TerminalKit
import TextCore

// What the screen adds to the words of the domain, and its own.

extension Status {
  func glyph(_ glyphs: GlyphSet) -> Unicode.Scalar {
    switch self {
    case .met: glyphs.met
    case .onTrack: glyphs.onTrack
    case .atRisk: glyphs.atRisk
    case .offTrack: glyphs.offTrack
    case .missed: glyphs.missed
    case .noData: glyphs.noData
    }
  }

  var role: Role {
    switch self {
    case .met: .statusMet
    case .onTrack: .statusOnTrack
    case .atRisk: .statusAtRisk
    case .offTrack: .statusOffTrack
    case .missed: .statusMissed
    case .noData: .statusNoData
    }
  }
}

extension WorkState {
  /// Two columns: done or open, then late or no word.
  func glyph(_ glyphs: GlyphSet) -> String {
    switch self {
    case .doneOnTime: "\(Character(glyphs.done)) "
    case .doneLate: "\(Character(glyphs.done))!"
    case .openInTime: "\(Character(glyphs.open)) "
    case .openOverdue: "\(Character(glyphs.open))!"
    case .unreported: "\(Character(glyphs.open))?"
    case .cancelled: "\(Character(glyphs.cancelled)) "
    case .pending: glyphs.pending
    }
  }

  var role: Role {
    switch self {
    case .doneOnTime: .taskDoneOnTime
    case .doneLate: .taskDoneLate
    case .openInTime: .taskOpenInTime
    case .openOverdue: .taskOpenOverdue
    case .unreported: .taskUnreported
    case .cancelled, .pending: .muted
    }
  }
}

/// What lists are of.
enum Unit {
  static let agencies = Localized("đơn vị", "agencies")
  static let indicators = Localized("chỉ tiêu", "indicators")
  static let assignments = Localized("nhiệm vụ được giao", "assignments")
  static let findings = Localized("vấn đề", "findings")
  static let changes = Localized("thay đổi", "changes")
  static let rows = Localized("dòng", "rows")

  /// The word for so many: in English of one without its ending.
  static func of(_ count: Int, _ unit: Localized) -> Localized {
    guard count == 1, let stem = unit.english.split(separator: " ").first, stem.hasSuffix("s") else { return unit }
    let one = stem.hasSuffix("ies") ? stem.dropLast(3) + "y" : stem.dropLast()
    return Localized(unit.vietnamese, unit.english.replacing(stem, with: one))
  }
}

extension Update {
  /// Who said it. What the bundled plan took from public sources has this author.
  var authorName: Localized {
    author == "cong-khai" ? Localized("nguồn công khai", "public source") : Localized(both: author)
  }
}

extension StatusOption {
  /// Short, for a line that names them all.
  var name: Localized {
    switch self {
    case .figure(let status): status.shortName
    // Beside «no word», which is overdue as well, and below counts of both together.
    case .work(.openOverdue): Localized("quá hạn có tin", "overdue, known")
    case .work(let state): state.shortName
    case .change(let direction): direction.name
    case .reporting(let state): state.name
    case .severity(.error): Localized("lỗi", "errors")
    case .severity(.warning): Localized("cảnh báo", "warnings")
    }
  }
}

extension Page {
  /// The name of one of the six screens, and of pages that are about no one thing.
  var name: Localized {
    switch self {
    case .overview: Localized("Tổng quan", "Overview")
    case .indicators, .pillar, .indicator, .figure, .report: Localized("Chỉ tiêu", "Indicators")
    case .tasks, .task, .assignment: Localized("Nhiệm vụ", "Tasks")
    case .calendar, .action: Localized("Lịch", "Calendar")
    case .agencies, .agency: Localized("Cơ quan", "Agencies")
    case .source: Localized("Nguồn", "Source")
    case .comparison: Localized("So sánh", "Changes")
    case .explanation: Localized("Vì sao", "Why")
    case .matrix: Localized("Ma trận", "Matrix")
    case .board: Localized("Nộp báo cáo", "Reporting")
    case .findings, .finding: Localized("Vấn đề dữ liệu", "Data findings")
    case .help: Localized("Trợ giúp", "Help")
    }
  }
}
