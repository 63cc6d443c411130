import Glibc
import PlanCore

/// Writes notes into a store's journal as fast as it can, and says of each when it is saved: for tests that end it in
/// the middle, or start many at once.
///
/// `AppendLoop STORE AUTHOR COUNT`; a count of 0 is no end.
@main struct AppendLoop {
  static func main() {
    let words = CommandLine.arguments
    guard words.count == 4, let count = Int(words[3]), let store = try? Store.openDefinitions(at: .folder(words[1]))
    else { exit(64) }
    var number = 0
    while count == 0 || number < count {
      var recording = Recording(.task("T19"))
      recording.note = "\(words[2]) \(number)"
      do throws(RecordingFault) {
        try store.record(recording, by: words[2], at: number)
      } catch .busy {
        continue
      } catch {
        exit(74)
      }
      let line = Array("\(recording.note)\n".utf8)
      _ = line.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      number += 1
    }
  }
}
