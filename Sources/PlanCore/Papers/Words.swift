public import TextCore

// The words of the domain for people, in the register of an office: one place for each.

extension Status {
  /// As people say it.
  public var name: Localized {
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
  public var shortName: Localized {
    switch self {
    case .atRisk: Localized("nguy cơ chậm", "at risk")
    case .offTrack: Localized("chậm", "off track")
    default: name
    }
  }
}

extension WorkState {
  /// Whether it is over and done with.
  public var isDone: Bool { self == .doneOnTime || self == .doneLate }

  /// As people say it.
  public var name: Localized {
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
  public var shortName: Localized {
    switch self {
    case .doneOnTime: Localized("đúng hạn", "on time")
    case .doneLate: Localized("xong quá hạn", "done late")
    case .openInTime: Localized("trong hạn", "in time")
    case .openOverdue: Localized("quá hạn", "overdue")
    case .unreported: Localized("chưa có tin", "no word")
    case .cancelled: Localized("đã hủy", "cancelled")
    case .pending: Localized("chờ PL", "awaits annex")
    }
  }
}

extension WorkStatus {
  /// As people say it.
  public var name: Localized {
    switch self {
    case .notStarted: Localized("chưa thực hiện", "not started")
    case .inProgress: Localized("đang thực hiện", "in progress")
    case .done: Localized("hoàn thành", "done")
    case .blocked: Localized("đang vướng mắc", "blocked")
    case .cancelled: Localized("đã hủy", "cancelled")
    }
  }
}

extension Agency.Kind {
  /// What all of the kind are.
  public var name: Localized {
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
  public var nameOfOne: Localized {
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
  /// As people say it.
  public var name: Localized {
    switch self {
    case .all: Localized("Các bộ, ngành, địa phương", "All ministries, agencies and provinces")
    case .ministries: Localized("Các bộ, ngành", "All ministries and agencies")
    case .provinces: Localized("Các tỉnh, thành phố", "All provinces and cities")
    }
  }
}

extension Confidence {
  /// As people say it.
  public var name: Localized {
    switch self {
    case .decision: Localized("nguyên văn quyết định", "the decision's own words")
    case .public: Localized("nguồn công khai", "public source")
    case .pending: Localized("chờ nhập từ phụ lục", "to be entered from the annex")
    case .simulated: Localized("số liệu mô phỏng", "simulated")
    }
  }
}

extension Change.Direction {
  /// As people say it.
  public var name: Localized {
    switch self {
    case .better: Localized("tốt lên", "better")
    case .worse: Localized("xấu đi", "worse")
    case .neither: Localized("khác", "other")
    }
  }
}
