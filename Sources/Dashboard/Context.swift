import PlanCore
import TerminalKit
import TextCore

/// What every page is drawn from.
struct Context {
  let store: Store
  let assessment: Assessment
  let language: Language
  let glyphs: GlyphSet
  let today: Day
  /// Columns and rows that the page has, without the frame.
  var size: Size
  /// What pages work out from the assessment, kept until it changes.
  let derived: Derived
  /// What has been read back of the store's report files.
  let details: DetailsCache
  /// What is wrong in the reader's own files.
  var ownFindings = Findings()
  /// What the histories of its figures say.
  var history = HistoryFindings.unknown
  /// Where a page is taken down in words; `nil` where it is drawn.
  var outline: Outline?

  var plan: Plan { store.plan }
  var width: Int { size.width }

  func word(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// What stands where there is nothing to say.
  var none: String { String(Character(glyphs.none)) }

  subscript(_ text: Localized) -> String { text[language] }
}
