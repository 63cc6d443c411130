import CNcurses
import Glibc
import TerminalKit

extension Terminal {
  /// What the terminal says; 80×24 where it says nothing, as over a line without a terminal's driver.
  static func currentSize() -> Size {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return Size(width: 80, height: 24)
    }
    // Nobody reads more; a lying driver must not cost gigabytes.
    return Size(width: min(Int(size.ws_col), 1_000), height: min(Int(size.ws_row), 500))
  }

  /// ncurses' own handler never runs, as SIGWINCH is blocked. `resize_term`, not `resizeterm`, which would put a key
  /// into the queue that no descriptor announces.
  func resize(to size: Size) {
    hearOut()
    self.size = size
    resize_term(Int32(size.height), Int32(size.width))
    invalidate()
  }

  /// Everything is drawn anew: the terminal may show anything.
  func forget() {
    clearok(nc_curscr(), true)
    invalidate()
  }

  /// The next frame is drawn whole, and none that was worked out before is of use.
  func invalidate() {
    painted = nil
    ready = []
  }
}
