/// A language of the interface.
public enum Language: String, Sendable, CaseIterable {
  /// Vietnamese, the first language of every screen.
  case vietnamese = "vi"
  case english = "en"

  /// The one to change to.
  public var other: Language { self == .vietnamese ? .english : .vietnamese }
}

/// A text in both languages of the interface.
public struct Localized: Hashable, Sendable {
  /// In Vietnamese.
  public var vietnamese: String
  /// In English; the Vietnamese text where there is no English one.
  public var english: String

  /// The Vietnamese text, then the English one.
  public init(_ vietnamese: String, _ english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// A text that is the same in both languages.
  public init(both text: String) { self.init(text, text) }

  /// So many of something: `1 dòng`, in English `1 row`, `2 rows`.
  ///
  /// - Parameters:
  ///   - english: one of them.
  ///   - plural: several; with an s where nothing is given.
  public static func count(
    _ number: Int, _ vietnamese: String, _ english: String, _ plural: String? = nil
  ) -> Localized {
    Localized("\(number) \(vietnamese)", "\(number) \(number == 1 ? english : plural ?? english + "s")")
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }
}
