import Dashboard
import Glibc
import PlanCore
import TerminalKit

extension Takeaway {
  /// Writes a new file into a folder, and says what came of it.
  func write(into folder: String, _ theme: Theme) -> Event {
    do throws(StoreError) {
      let bytes = Array(text(theme).utf8)
      return .exported(
        path: try NewFile.write(bytes, named: name, format.fileExtension, in: Self.wholePath(of: folder)))
    } catch {
      return .exportFailed(error)
    }
  }

  /// The folder as it is called from anywhere, where it is there at all.
  private static func wholePath(of folder: String) -> String {
    guard let path = realpath(folder, nil) else { return folder }
    defer { free(path) }
    return String(cString: path)
  }
}
