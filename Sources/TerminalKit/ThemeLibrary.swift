public import TextCore
import Themes

/// Themes by name, read when they are asked for.
public struct ThemeLibrary: Sendable {
  /// What `thuky` wears where nobody chose.
  public static let defaultName = "sen"

  /// In the order of the files' names.
  public let names: [String]
  private let files: [String: [UInt8]]

  /// A library of one's own; of two files with one name the later stands.
  public init(files: [(name: String, bytes: [UInt8])]) {
    names = files.map(\.name)
    self.files = Dictionary(files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { $1 })
  }

  /// The themes in the binary.
  public static let bundled = ThemeLibrary(
    files: (0..<theme_file_count()).map { index in
      let file = unsafe theme_file_at(index)
      let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
      return unsafe (String(cString: file.name), Array(bytes))
    })

  /// The theme of a name, as far as its file can be read; `nil` where there is none.
  public func theme(named name: String, findings: inout Findings) -> Theme? {
    guard files[name] != nil else { return nil }
    var reader = ThemeReader(library: self)
    let theme = reader.read(name)
    findings.add(reader.findings)
    return theme
  }

  func bytes(of name: String) -> [UInt8]? { files[name] }
}
