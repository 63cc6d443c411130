import CNcurses
import CSystem
import Glibc
public import TerminalKit

/// The terminal of this process: a canvas goes in, keys come out. There can be one at a time, on the main thread.
public final class Terminal {
  /// Which letters it shows; where not even Unicode, `paint` does with ASCII.
  public let locale: TerminalLocale
  /// How many colours it shows.
  public let depth: ColorDepth
  /// Columns and rows of the window, as last heard.
  public internal(set) var size: Size

  let signals: SignalQueue
  let wire: Wire
  let window: UnsafeMutablePointer<WINDOW>
  /// Keys are read through a pad: reading from a window may draw it.
  let keyboard: UnsafeMutablePointer<WINDOW>
  let hasDefaultColors: Bool
  /// Whether colours are taken back as `FrameShortener` knows it.
  let hasUsualColors: Bool
  let takesModes: Bool
  var decoder: KeyDecoder
  var cells: RoleCells
  /// What ncurses has been given to show; `nil` where that is not known.
  var painted: Canvas?
  /// Whether that is more than the terminal shows.
  var isStaged = false
  /// Whether it begins with nothing on the screen.
  var isWhole = false
  /// Frames that are likely to be shown next, with what is to be sent for each.
  var ready: [(canvas: Canvas, bytes: [UInt8])] = []
  /// One of them that the terminal shows already, and ncurses knows nothing of.
  var unheard: Canvas?
  /// Signals that a suspension met.
  var arrived: [Int32] = []
  var hasMoreKeys = false
  var clicks = Clicks()
  var isHungUp = false
  var isClosed = false

  /// Takes the terminal over. Signals are blocked from here on; a thread that was started before must take none.
  ///
  /// - Throws: what makes a dashboard impossible; nothing has been drawn then.
  public init(theme: Theme, locale: TerminalLocale = .establish()) throws(TerminalError) {
    let name = try Self.check()
    signals = try SignalQueue()
    Self.armRescue()
    wire = Wire()
    guard let opened = Self.open(name, on: wire), let pad = newpad(1, 1) else {
      csystem_rescue_disarm()
      signals.close()
      wire.close()
      throw .unknownTerminal(Self.name)
    }
    self.locale = locale
    takesModes = Self.takesModes
    window = opened
    keyboard = pad
    decoder = KeyDecoder(isUnicode: locale.isUnicode)
    Self.setModes(window: opened, keyboard: pad)

    let noColor = getenv("NO_COLOR").map { String(cString: $0) }
    let hasColors = noColor?.isEmpty != false && has_colors() && start_color() == OK
    hasDefaultColors = hasColors && use_default_colors() == OK
    hasUsualColors = Self.hasUsualColors
    depth = ColorDepth(
      colors: hasColors ? Int(nc_colors()) : 0, isDirect: Self.hasDirectColors, noColor: noColor)
    size = Self.currentSize()
    cells = RoleCells(theme: theme.mapped(to: depth), hasColors: depth != .mono, hasDefaultColors: hasDefaultColors)
    beginPastes()
    resize(to: size)
  }

  deinit { close() }

  /// Changes how everything looks, from the next `paint` on.
  public func set(theme: Theme) {
    hearOut()
    cells = RoleCells(theme: theme.mapped(to: depth), hasColors: depth != .mono, hasDefaultColors: hasDefaultColors)
    invalidate()
  }

  /// Gives the terminal back as it was. Nothing is drawn afterwards; closing twice is closing once.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    if !isHungUp {
      if isWritable {
        signals.interruptibly {
          endPastes()
          endwin()
        }
      } else {
        csystem_rescue_now()
      }
    }
    csystem_rescue_disarm()
    signals.close()
    wire.close()
  }

  /// Whether a write would go through, at least in part. Where the reader has stopped, waiting for it would be for
  /// ever.
  private var isWritable: Bool {
    var poll = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    return Glibc.poll(&poll, 1, 0) == 1 && poll.revents & Int16(POLLOUT) != 0
  }
}
