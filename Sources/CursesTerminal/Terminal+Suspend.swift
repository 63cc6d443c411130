import CNcurses
import CSystem
import Glibc

extension Terminal {
  /// Gives the terminal back, stops the process as a shell expects of Ctrl-Z, and takes the terminal over again when
  /// the process continues. The next `paint` draws everything.
  public func suspend() {
    guard !isHungUp, !isClosed else { return }
    hearOut()
    signals.interruptibly {
      endPastes()
      endwin()
    }
    csystem_rescue_disarm()
    signals.stopGroup()
    takeOver()
    // The SIGCONT that ended it is no news; a resize in the meantime is in the size.
    arrived += signals.drain().filter { $0 != SIGCONT && $0 != SIGWINCH }
  }

  /// Restores modes and screen after a stop that was somebody else's.
  func resume() {
    hearOut()
    signals.interruptibly { endwin() }
    takeOver()
  }

  private func takeOver() {
    csystem_rescue_rearm()
    signals.interruptibly { reset_prog_mode() }
    beginPastes()
    resize(to: Self.currentSize())
    forget()
  }
}
