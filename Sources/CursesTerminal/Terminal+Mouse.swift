import CNcurses
import TerminalKit

/// The mouse, by ncurses. While it is on, a terminal keeps its own selection of text for Shift.
extension Terminal {
  /// Asks the terminal for clicks and the wheel, or no longer.
  public func setMouse(_ isOn: Bool) {
    guard !isHungUp, !isClosed else { return }
    // ncurses would wait to see whether a press becomes a click.
    mouseinterval(0)
    mousemask(isOn ? NC_BUTTON1_PRESSED | NC_WHEEL_UP | NC_WHEEL_DOWN : 0, nil)
  }

  /// What the mouse did, after `wgetch` has said `KEY_MOUSE`.
  func readMouse(at time: Int) -> Mouse? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let (x, y) = (Int(event.x), Int(event.y))
    if event.bstate & NC_WHEEL_UP != 0 { return Mouse(.wheelUp, x: x, y: y) }
    if event.bstate & NC_WHEEL_DOWN != 0 { return Mouse(.wheelDown, x: x, y: y) }
    return event.bstate & NC_BUTTON1_PRESSED != 0 ? clicks.press(x: x, y: y, at: time) : nil
  }
}
