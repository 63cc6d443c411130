import Foundation

/// A real terminal: a tmux server of the test's own with one window.
final class Tmux {
  private let socket = "thuky-\(UUID().uuidString)"

  /// Runs a shell command line in a window of so many columns and rows.
  init(_ command: String, _ width: Int = 80, _ height: Int = 24, environment: [String: String] = [:]) {
    tmux(["new-session", "-d", "-s", "s", "-x", "\(width)", "-y", "\(height)", command], environment)
  }

  deinit { tmux(["kill-server"]) }

  @discardableResult
  private func tmux(_ arguments: [String], _ environment: [String: String] = [:]) -> String {
    Shell.run(["tmux", "-L", socket, "-u", "-f", "/dev/null"] + arguments, environment: environment).out
  }

  var screen: String { tmux(["capture-pane", "-p", "-t", "s"]) }
  var lines: [String] { screen.components(separatedBy: "\n") }
  /// The line under the cursor.
  var selected: String { lines.first { $0.contains("▸") } ?? "" }

  /// Keys by tmux's names, as `Down` or `C-c`.
  func press(_ keys: String...) {
    for key in keys { tmux(["send-keys", "-t", "s", key]) }
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

  /// Whether something is true of the screen within some seconds.
  func wait(seconds: Double = 10, _ isTrue: (String) -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    repeat {
      if isTrue(screen) { return true }
      usleep(20_000)
    } while Date() < end
    print("--- timed out:\n\(screen)")
    return false
  }

  /// Whether a text comes up.
  func shows(_ text: String, seconds: Double = 10) -> Bool { wait(seconds: seconds) { $0.contains(text) } }

  /// Whether the cursor comes to a row that holds a text.
  func selects(_ text: String) -> Bool {
    wait { $0.components(separatedBy: "\n").contains { $0.contains("▸") && $0.contains(text) } }
  }
}
