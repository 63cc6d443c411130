/// Paths as text.
public enum PathText {
  /// The folder that a path leads into, and the name there: `.` and `x` of `x`, `/` and `x` of `/x`. Slashes at the end
  /// count for nothing; of the root the name is empty.
  public static func parts(_ path: String) -> (folder: String, name: String) {
    let slash = UInt8(ascii: "/")
    var whole = Substring(path).utf8
    while whole.last == slash { whole.removeLast() }
    guard let last = whole.lastIndex(of: slash) else {
      return (path.utf8.first == slash ? "/" : ".", String(Substring(whole)))
    }
    var folder = whole[..<last]
    while folder.last == slash { folder.removeLast() }
    return (folder.isEmpty ? "/" : String(Substring(folder)), String(Substring(whole[last...].dropFirst())))
  }
}
