import Dashboard
import Glibc
import PlanCore
import TerminalKit

/// Where what is taken away is written: anywhere but into the store that is shown, which would read it as its own.
struct ExportFolder {
  let path: String
  let store: StoreLocation

  /// Writes a new file, and says what came of it.
  func write(_ takeaway: Takeaway, _ theme: Theme) -> Event {
    let folder = Self.wholePath(of: path) ?? path
    if isInStore { return .exportRefused(folder: folder) }
    do throws(StoreError) {
      let bytes = Array(takeaway.text(theme).utf8)
      return .exported(
        path: try NewFile.write(bytes, named: takeaway.name, takeaway.format.fileExtension, in: folder))
    } catch {
      return .exportFailed(error)
    }
  }

  /// Whether the folder is the store's or one below it.
  var isInStore: Bool {
    guard case .folder(let store) = store, let store = Self.wholePath(of: store) else { return false }
    return "\(Self.wholePath(of: path) ?? path)/".hasPrefix("\(store)/")
  }

  /// A folder as it is called from anywhere; `nil` where it is not there.
  private static func wholePath(of folder: String) -> String? {
    guard let path = realpath(folder, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
