import PlanCore
import TerminalKit
import TextCore

/// What every page is drawn from.
struct Context {
  /// The plan, what follows from it, and what pages work out of that, kept until it changes. By reference: it is much,
  /// and copied into every closure that draws a cell.
  let derived: Derived
  var language: Language
  var glyphs: GlyphSet
  var today: Day
  /// Columns and rows that the page has, without the frame.
  var size: Size
  /// What has been read back of the store's report files.
  var details: DetailsCache
  /// What is wrong in the reader's own files.
  var ownFindings = Findings()
  /// Why the store could not be read again, where it has changed since.
  var outdated: Localized?
  /// What the histories of its figures say.
  var history = HistoryFindings.unknown
  /// Where a page is taken down in words; `nil` where it is drawn.
  var outline: Outline?

  init(
    store: Store, assessment: Assessment, language: Language, glyphs: GlyphSet, today: Day, size: Size,
    details: DetailsCache
  ) {
    derived = Derived(store, assessment)
    self.language = language
    self.glyphs = glyphs
    self.today = today
    self.size = size
    self.details = details
  }

  var store: Store { derived.store }
  var assessment: Assessment { derived.assessment }
  var plan: Plan { store.plan }
  var width: Int { size.width }

  func word(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// What stands where there is nothing to say.
  var none: String { String(Character(glyphs.none)) }

  subscript(_ text: Localized) -> String { text[language] }
}
