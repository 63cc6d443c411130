import Foundation

/// A real terminal: a tmux server of the test's own with one window.
final class Tmux {
  private let socket = "thuky-\(UUID().uuidString)"

  /// Runs a shell command line in a window of so many columns and rows.
  init(_ command: String, _ width: Int = 80, _ height: Int = 24) {
    tmux(["new-session", "-d", "-s", "s", "-x", "\(width)", "-y", "\(height)", command])
  }

  deinit { tmux(["kill-server"]) }

  @discardableResult
  private func tmux(_ arguments: [String]) -> String {
    Shell.run(["tmux", "-L", socket, "-u", "-f", "/dev/null"] + arguments).out
  }

  /// What is on the screen at this moment; what a key has done to it is waited for.
  var screen: String { tmux(["capture-pane", "-p", "-t", "s"]) }

  /// The same with its colours, as escape sequences.
  var colors: String { tmux(["capture-pane", "-p", "-e", "-t", "s"]) }

  /// The colours in use, as `48;5;231`. Where one begins says less: a blank has the ink of whatever was written before.
  var palette: Set<String> { Set(colors.matches(of: /[34]8;5;[0-9]+/).map { String($0.output) }) }

  /// What can be seen: of each letter its colours and attributes too, of a blank the ground. Those at the end of a row
  /// are there where they were written and not where they were cleared, and look the same if they are of the page.
  var look: [String] {
    var (ink, ground, attributes) = ("", "", "")
    var cells: [String] = []
    var rest = colors[...]
    while let first = rest.unicodeScalars.first {
      guard first == "\u{1B}", let end = rest.firstIndex(of: "m") else {
        let letter = rest.removeFirst()
        switch letter {
        case "\n":
          while let last = cells.last, last == cells[0] { cells.removeLast() }
          cells.append("\n")
        case " ": cells.append("\(ground) ")
        default: cells.append("\(attributes)\(ink)\(ground)\(letter)")
        }
        continue
      }
      let code = rest[..<end].dropFirst(2)
      rest = rest[end...].dropFirst()
      switch code.prefix(2) {
      case "", "0": (ink, ground, attributes) = ("", "", "")
      case "38": ink = "[\(code)]"
      case "39": ink = ""
      case "48": ground = "[\(code)]"
      case "49": ground = ""
      default: attributes += "[\(code)]"
      }
    }
    return cells
  }

  /// Keys by tmux's names, as `Down` or `C-c`.
  func press(_ keys: String...) {
    for key in keys { tmux(["send-keys", "-t", "s", key]) }
  }

  /// Sends bytes one by one, with so much time between two.
  func send(_ bytes: [UInt8], gapMilliseconds gap: Int) {
    let keys = bytes.map { ["send-keys", "-t", "s", "-H", String($0, radix: 16)] }
    let pause = gap == 0 ? [";"] : [";", "run-shell", "sleep 0.0\(gap)", ";"]
    tmux(Array(keys.joined(separator: pause)))
  }

  /// Pastes a text, with marks around it where the program has asked for them.
  func paste(_ text: String) {
    tmux(["set-buffer", text])
    tmux(["paste-buffer", "-p", "-r", "-t", "s"])
  }

  func type(_ text: String) { tmux(["send-keys", "-t", "s", "-l", text]) }

  func resize(_ width: Int, _ height: Int) {
    tmux(["resize-window", "-t", "s", "-x", "\(width)", "-y", "\(height)"])
  }

  /// Whether the alternate screen is on and the cursor shown, as `1 0` while a dashboard runs.
  var flags: String {
    tmux(["display-message", "-p", "-t", "s", "#{alternate_on} #{cursor_flag}"]).trimmingCharacters(in: .newlines)
  }

  /// Takes the terminal away.
  func kill() { tmux(["kill-server"]) }

  /// Whether something is true of the screen within some seconds: many, for machines that do other things as well.
  func wait(seconds: Double = 30, _ isTrue: (String) -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    repeat {
      if isTrue(screen) { return true }
      usleep(20_000)
    } while Date() < end
    print("--- timed out:\n\(screen)")
    return false
  }

  /// Whether a text comes up.
  func shows(_ text: String, seconds: Double = 30) -> Bool { wait(seconds: seconds) { $0.contains(text) } }

  /// Whether a colour comes up, as `48;5;231`: a frame may stand there in part when its text is seen.
  func paints(_ color: String) -> Bool { wait { _ in self.palette.contains(color) } }

  /// Whether the cursor comes to a row that holds a text.
  func selects(_ text: String) -> Bool {
    wait { $0.components(separatedBy: "\n").contains { $0.contains("▸") && $0.contains(text) } }
  }

  /// Whether the counter in the last line comes to say just this: `1/93` is no part of `11/93`.
  func counts(_ text: String) -> Bool {
    wait { $0.trimmingCharacters(in: .newlines).hasSuffix(" " + text) }
  }

  /// Whether the title ends in something.
  func titleEnds(in text: String) -> Bool { wait { $0.components(separatedBy: "\n")[0].hasSuffix(text) } }

  /// Whether the flags come to be these.
  func hasFlags(_ flags: String) -> Bool { wait { _ in self.flags == flags } }
}
