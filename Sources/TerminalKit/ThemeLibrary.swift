public import TextCore
import Themes

/// Themes by name, read when they are asked for.
public struct ThemeLibrary: Sendable {
  /// What `thuky` wears where nobody chose.
  public static let defaultName = "sen"

  /// In the order of the files' names.
  public let names: [String]
  let fileName: @Sendable (String) -> String
  private let bytes: @Sendable (String) -> [UInt8]?

  /// A library whose files are read one by one, by their names without `.theme`.
  ///
  /// - Parameter fileName: how findings call the file of a theme.
  public init(
    names: [String], fileName: @escaping @Sendable (String) -> String = { $0 + ".theme" },
    bytes: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.names = names
    self.fileName = fileName
    self.bytes = bytes
  }

  /// A library of files that have been read; of two with one name the later stands.
  public init(files: [(name: String, bytes: [UInt8])]) {
    let all = Dictionary(files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { $1 })
    self.init(names: files.map(\.name)) { all[$0] }
  }

  /// The themes in the binary.
  public static let bundled = ThemeLibrary(
    names: (0..<theme_file_count()).map { unsafe String(cString: theme_file_at($0).name) },
    bytes: { name in
      for index in 0..<theme_file_count() {
        let file = unsafe theme_file_at(index)
        guard unsafe String(cString: file.name) == name else { continue }
        return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      }
      return nil
    })

  /// The theme of a name, as far as its file can be read; `nil` where there is none.
  public func theme(named name: String, findings: inout Findings) -> Theme? {
    guard bytes(name) != nil else { return nil }
    var reader = ThemeReader(self)
    let theme = reader.read(name)
    findings.add(reader.findings)
    return theme
  }

  /// What the file of a theme holds; `nil` where there is none.
  public func bytes(of name: String) -> [UInt8]? { bytes(name) }
}
