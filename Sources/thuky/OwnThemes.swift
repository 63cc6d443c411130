import Dashboard
import Glibc
import TerminalKit
import TextCore

/// The themes of the program, and those of the user's own folder, which stand before them.
struct OwnThemes {
  private let folder: String?

  /// How many of the folder's files are looked at.
  private static let limit = 200
  private static let suffix = ".theme"

  /// - Parameter configuration: the folder above the user's themes; `nil` leaves the program's alone.
  init(_ configuration: String?) { folder = configuration.map { $0 + "/themes" } }

  /// The theme of a name; `nil` where there is none. Faults in its file are for `list` to tell.
  func theme(named name: String) -> Theme? {
    var findings = Findings()
    return library(own: []).theme(named: name, findings: &findings)
  }

  /// The names of all, for somebody who named none of them.
  var names: [String] { library(own: ownNames()).names }

  /// All of them.
  func list() -> [ThemeChoice] {
    let own = Set(ownNames())
    let library = library(own: own.sorted())
    return library.names.map { name in
      let (theme, findings) = read(name, from: library)
      return ThemeChoice(
        id: name, name: theme?.name ?? Localized(both: name), isOwn: own.contains(name), findingCount: findings.count)
    }
  }

  /// What is wrong in the user's own files.
  func findings() -> Findings {
    let own = ownNames()
    guard !own.isEmpty else { return Findings() }
    let library = library(own: own)
    return own.reduce(into: Findings()) { $0.add(read($1, from: library).findings) }
  }

  private func read(_ name: String, from library: ThemeLibrary) -> (theme: Theme?, findings: Findings) {
    var findings = Findings()
    if case .failure(let fault)? = read(name) { findings.add(fault.finding(in: Self.place(name))) }
    return (library.theme(named: name, findings: &findings), findings)
  }

  private func library(own: [String]) -> ThemeLibrary {
    let bundled = ThemeLibrary.bundled
    let ownNames = Set(own)
    return ThemeLibrary(
      names: bundled.names.filter { !ownNames.contains($0) } + own,
      fileName: { ownNames.contains($0) ? Self.place($0) : $0 + Self.suffix },
      bytes: { [self] name in
        switch read(name) {
        case .success(let bytes)?: bytes
        // It is there, but nothing in it can be used.
        case .failure?: []
        case nil: bundled.bytes(of: name)
        }
      })
  }

  /// Within the configuration's folder, as findings call it.
  private static func place(_ name: String) -> String { "themes/\(name)\(suffix)" }

  private func path(_ name: String) -> String { "\(folder ?? "")/\(name)\(Self.suffix)" }

  private func read(_ name: String) -> Result<[UInt8], UserFile.Fault>? {
    guard folder != nil, !name.isEmpty, !name.hasPrefix("."), !name.contains("/") else { return nil }
    return UserFile.read(path(name))
  }

  /// What the folder's files are called, without `.theme`, in order. One whose name is not UTF-8 is none.
  private func ownNames() -> [String] {
    guard let folder, let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < Self.limit, let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let name, name.hasSuffix(Self.suffix), !name.hasPrefix(".") else { continue }
      names.append(String(name.dropLast(Self.suffix.count)))
    }
    // A name that no line of a file can hold cannot be kept either.
    return names.filter { Place.isPlain($0, limit: 255) }.sorted()
  }
}
