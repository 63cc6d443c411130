public import PlanCore
public import TerminalKit
public import TextCore

/// Everything that a frame of the dashboard is drawn from.
public struct State {
  /// The store and how it stands; `nil` until it has been read.
  var context: Context?
  /// The language of the screen.
  public internal(set) var language: Language
  let glyphs: GlyphSet
  /// The store as the title bar names it.
  let storeName: Localized
  var size: Size
  private let earlySettings: PlanSettings?
  /// The date at the reader's desk.
  public internal(set) var today: Day
  /// The date that everything is shown as of; `nil` follows today, at most to the plan's end.
  var chosenDay: Day?

  /// From one of the six screens down to the page in view; never empty.
  var path: [PageState] = [PageState(.overview)]
  /// How the other screens were left.
  var screens: [PageState] = []
  var document = Document()
  var panes = Panes()
  /// Whether the mouse is listened to.
  public internal(set) var hasMouse: Bool
  /// Whether the reader is a visitor: nothing leaves this program, and there is no shell to go back to.
  let isKiosk: Bool
  var mode = Mode.browsing
  /// A sentence for the reader, until the next key.
  var notice: Notice?
  var search = SearchCache()
  var palette = Palette()
  var details = DetailsCache()
  /// The theme that the reader wears, by its id, and all that there are.
  public internal(set) var theme: String
  var themes: [ThemeChoice] = []
  /// What is to be taken away as soon as the rows that it needs have been read back.
  var awaitedExport: Takeaway.Format?
  /// The paper that is to be written as soon as the store's fingerprint is known.
  var awaitedPaper: (subject: PaperSubject, format: PaperFormat)?
  /// What is wrong in the reader's own files: configuration and themes.
  var ownFindings = Findings()
  /// What the histories of the store's figures say, once a page has asked for it.
  var history = HistoryFindings.unknown
  /// Whether the store may be written, and who would be the author.
  let access: WriteAccess
  let author: String
  /// What the reader has put into the journal: he knows it before it is read back.
  var said: [PlanCore.Update] = []
  /// Forms that were left before they were saved.
  var drafts: [RecordForm] = []
  /// Why the store, which has changed since, could not be read again.
  var outdated: Localized?
  /// The reading that is under way while the store has no reports yet.
  var loading: Loading?

  enum Mode: Hashable {
    case browsing
    /// Keys go into the filter bar.
    case filtering
    /// The choice under the cursor in the status menu; 0 is all.
    case choosingStatus(Int)
    /// Keys go into the palette.
    case palette
    /// A day is typed that is to be compared with.
    case typingDay(LineField)
    case choosingTheme(ThemePicker)
    /// The choice under the cursor in the menu of what can be taken away.
    case choosingExport(Int)
    /// Something is said about a piece of work.
    case recording(RecordForm)
    /// One pillar or indicator at a time, for a wall.
    case meeting(Meeting)

    /// The same where the document still has what it is about: a reload may have taken statuses away.
    func within(_ document: Document) -> Mode {
      guard case .choosingStatus(let choice) = self else { return self }
      let count = document.statusMenu.choices.count
      return count == 0 ? .browsing : .choosingStatus(min(choice, count))
    }
  }

  struct Notice: Hashable {
    var text: Localized
    var isError = false
    /// Whether it stays when the data are read again.
    var outlivesReload = false
  }

  /// - Parameters:
  ///   - plan: what is known of the plan before the store has been read.
  ///   - asOf: a date to start with; `nil` follows today.
  ///   - theme: the id of the theme that the terminal wears.
  ///   - access: whether the store may be written.
  ///   - author: what the journal calls the reader.
  ///   - isKiosk: whether nothing is to be written and the program not to be left but for good.
  ///   - banner: a sentence shown until the first key.
  public init(
    storeName: Localized, size: Size, today: Day, asOf: Day? = nil, language: Language = .vietnamese,
    glyphs: GlyphSet = .blocks, theme: String = ThemeLibrary.defaultName, hasMouse: Bool = false,
    access: WriteAccess = .bundled, author: String = "", isKiosk: Bool = false, banner: Localized? = nil,
    plan: PlanSettings? = nil
  ) {
    self.access = access
    self.author = author
    self.hasMouse = hasMouse
    self.isKiosk = isKiosk
    self.theme = theme
    earlySettings = plan
    self.storeName = storeName
    self.size = size
    self.today = today
    chosenDay = asOf
    self.language = language
    self.glyphs = glyphs
    notice = banner.map { Notice(text: $0) }
  }

  /// `nil` until anything is known of the plan.
  var settings: PlanSettings? { context?.plan.settings ?? earlySettings }

  var page: PageState {
    get { path.last ?? PageState(.overview) }
    set { path[path.count - 1] = newValue }
  }

  /// The screen that the reader is on or below.
  var screen: Page { path.first?.page ?? .overview }

  /// The number of the row under the cursor; follows `page.selection`.
  var selected: Int?

  /// The row under the cursor.
  var row: Document.Row? { selected.map { document.rows[$0] } }
}
