import PlanCore
import TerminalKit
import TextCore

// The words of the domain for people, in the register of an office: one place for each.

extension Status {
  var name: Localized {
    switch self {
    case .met: Localized("đạt", "met")
    case .onTrack: Localized("đúng tiến độ", "on track")
    case .atRisk: Localized("có nguy cơ chậm", "at risk")
    case .offTrack: Localized("chậm tiến độ", "off track")
    case .missed: Localized("không đạt", "missed")
    case .noData: Localized("chưa có số liệu", "no data")
    }
  }

  /// For a line that names them all.
  var shortName: Localized {
    switch self {
    case .atRisk: Localized("nguy cơ chậm", "at risk")
    case .offTrack: Localized("chậm", "off track")
    default: name
    }
  }

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
  var isDone: Bool { self == .doneOnTime || self == .doneLate }

  var name: Localized {
    switch self {
    case .doneOnTime: Localized("hoàn thành đúng hạn", "done on time")
    case .doneLate: Localized("hoàn thành quá hạn", "done late")
    case .openInTime: Localized("đang thực hiện, trong hạn", "open, in time")
    case .openOverdue: Localized("đang thực hiện, quá hạn", "open, overdue")
    case .unreported: Localized("quá hạn, chưa có thông tin", "overdue, no word")
    case .cancelled: Localized("đã hủy", "cancelled")
    case .pending: Localized("chờ phụ lục", "awaits the annex")
    }
  }

  /// For a column: what a tired reader needs to tell them apart.
  var shortName: Localized {
    switch self {
    case .doneOnTime: Localized("đúng hạn", "on time")
    case .doneLate: Localized("xong muộn", "done late")
    case .openInTime: Localized("trong hạn", "in time")
    case .openOverdue: Localized("quá hạn", "overdue")
    case .unreported: Localized("chưa có tin", "no word")
    case .cancelled: Localized("đã hủy", "cancelled")
    case .pending: Localized("chờ PL", "awaits annex")
    }
  }

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

extension WorkStatus {
  var name: Localized {
    switch self {
    case .notStarted: Localized("chưa thực hiện", "not started")
    case .inProgress: Localized("đang thực hiện", "in progress")
    case .done: Localized("hoàn thành", "done")
    case .blocked: Localized("đang vướng mắc", "blocked")
    case .cancelled: Localized("đã hủy", "cancelled")
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
    case .severity(.error): Localized("lỗi", "errors")
    case .severity(.warning): Localized("cảnh báo", "warnings")
    }
  }
}

extension Agency.Kind {
  var name: Localized {
    switch self {
    case .national: Localized("Cả nước", "The nation")
    case .ministry: Localized("Bộ", "Ministries")
    case .ministerialAgency: Localized("Cơ quan ngang bộ", "Ministerial-level agencies")
    case .governmentAgency: Localized("Cơ quan thuộc Chính phủ", "Government agencies")
    case .province: Localized("Tỉnh, thành phố", "Provinces and cities")
    }
  }
}

extension Agency.Kind {
  /// What one agency is.
  var nameOfOne: Localized {
    switch self {
    case .national: name
    case .ministry: Localized(name.vietnamese, "Ministry")
    case .ministerialAgency: Localized(name.vietnamese, "Ministerial-level agency")
    case .governmentAgency: Localized(name.vietnamese, "Government agency")
    case .province: Localized(name.vietnamese, "Province or city")
    }
  }
}

extension AgencyGroup {
  var name: Localized {
    switch self {
    case .all: Localized("Các bộ, ngành, địa phương", "All ministries, agencies and provinces")
    case .ministries: Localized("Các bộ, ngành", "All ministries and agencies")
    case .provinces: Localized("Các tỉnh, thành phố", "All provinces and cities")
    }
  }
}

extension Confidence {
  var name: Localized {
    switch self {
    case .decision: Localized("nguyên văn quyết định", "the decision's own words")
    case .public: Localized("nguồn công khai", "public source")
    case .pending: Localized("chờ nhập từ phụ lục", "to be entered from the annex")
    case .simulated: Localized("số liệu mô phỏng", "simulated")
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
    case .findings, .finding: Localized("Vấn đề dữ liệu", "Data findings")
    case .help: Localized("Trợ giúp", "Help")
    }
  }
}
