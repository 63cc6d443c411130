public import TextCore

/// *Bộ, ngành, địa phương*: who owes figures and tasks.
public struct Agency: Hashable, Sendable {
  /// What sort of agency it is, in protocol order.
  public enum Kind: String, Sendable, CaseIterable {
    case national
    case ministry
    case ministerialAgency = "ministerial-agency"
    case governmentAgency = "government-agency"
    case province

    /// Ministries, ministerial-level and government agencies.
    public var isCentral: Bool { self != .national && self != .province }
  }

  public var id: String
  public var kind: Kind
  /// Index into the plan's regions.
  public var region: Int?
  let names: AgencyNames

  public var shortName: Localized { Localized(names.short(.vietnamese), names.short(.english)) }
  public var name: Localized { Localized(names.full(.vietnamese), names.full(.english)) }

  public func shortName(in language: Language) -> String { names.short(language) }
  public func name(in language: Language) -> String { names.full(language) }
  /// Bytes of the name: without invisible letters it takes no more columns.
  public func nameSize(in language: Language) -> Int { names.fullSize(language) }

  /// The id under which national figures are reported.
  public static let nationalID = "vn"
}

/// A set of agencies that lists name with `@`.
public enum AgencyGroup: String, Sendable, CaseIterable {
  /// Every agency but the national one.
  case all = "@all"
  /// Ministries, ministerial-level and government agencies.
  case ministries = "@ministries"
  case provinces = "@provinces"

  /// Whether agencies of a kind belong to the group.
  public func contains(_ kind: Agency.Kind) -> Bool {
    switch self {
    case .all: kind != .national
    case .ministries: kind.isCentral
    case .provinces: kind == .province
    }
  }
}

/// One agency or one group.
public enum AgencyReference: Hashable, Sendable {
  /// Index into the plan's agencies.
  case agency(Int)
  case group(AgencyGroup)
}
