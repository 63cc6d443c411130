import Dashboard
import Glibc
import PlanCore
import TextCore

/// What is kept from one run to the next: the look that the reader chose, and how he left the screens of each store.
/// One small file of `key = value` lines, read with suspicion and put in place whole.
struct Memory {
  /// What the file holds. Stores stand with the last used first.
  struct Content {
    var theme: String?
    var language: Language?
    var stores: [(name: String, place: [Place.Entry])] = []

    /// How the screens of a store were left; nothing where it is new.
    func place(of store: String?) -> [Place.Entry] { stores.first { $0.name == store }?.place ?? [] }
  }

  private let folder: String?
  /// It must be there: nobody's home is made here.
  private let root: String

  private static let fileName = "places.conf"
  /// How many stores are kept.
  static let storeLimit = 12
  /// Of one store.
  static let entryLimit = 100
  /// Milliseconds between two tries to be the only one that writes, and how often that is tried.
  private static let pause: UInt32 = 10
  private static let tries = 60

  /// - Parameter place: the folder, and the one above it that must be there; `nil` where nothing is kept.
  init(_ place: (folder: String, root: String)?) {
    folder = place?.folder
    root = place?.root ?? ""
  }

  /// What can be read; of what is damaged the rest.
  func read() -> Content { Self.content(of: bytes()) }

  /// Changes what is kept, and leaves alone what others have written in the meantime. Where nothing can be kept,
  /// nothing is.
  func update(_ change: (inout Content) -> Void) {
    guard let folder, makeFolder(folder) else { return }
    let lock = open("\(folder)/.lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o600)
    guard lock >= 0 else { return }
    defer { close(lock) }
    // Whoever holds it for longer has been stopped in the middle: then the last one's word stands.
    var left = Self.tries
    while flock(lock, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR, left > 0 {
      usleep(Self.pause * 1_000)
      left -= 1
    }
    let before = bytes()
    var content = Self.content(of: before)
    change(&content)
    let after = Self.bytes(of: content)
    guard after != before else { return }
    try? AtomicFile.write(after, to: Self.fileName, in: folder)
  }

  private func bytes() -> [UInt8] {
    // What was used last stands first, so that the end of a file that is too large is what is missed least.
    guard let folder, case .success(let bytes)? = UserFile.read("\(folder)/\(Self.fileName)", cutsOff: true) else {
      return []
    }
    return bytes
  }

  /// Makes a folder and those above it, as far up as the root, which is left as it is.
  private func makeFolder(_ path: String) -> Bool {
    guard path.utf8.count > root.utf8.count else { return false }
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT else { return false }
    return makeFolder(PathText.parts(path).folder) && mkdir(path, 0o700) == 0
  }
}

extension Memory {
  /// What a store is called in the file; `nil` where a line cannot hold its name.
  static func name(of location: StoreLocation) -> String? {
    switch location {
    case .bundled: return "bundled"
    // `thuky demo` says that it writes nothing.
    case .simulated: return nil
    case .folder(let folder):
      guard let path = realpath(folder, nil) else { return nil }
      defer { free(path) }
      let name = String(cString: path).precomposed
      return Place.isPlain(name, limit: 4_096) ? name : nil
    }
  }

  // MARK: The file's text

  static func content(of bytes: [UInt8]) -> Content {
    // Whatever is wrong with a line, it is as good as not there.
    var ignored = Findings()
    var content = Content()
    var numbers: [Substring] = []
    for entry in KeyValueFile(bytes, name: fileName, findings: &ignored).entries {
      let parts = entry.key.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
      switch (parts.first ?? "", parts.count) {
      case ("theme", 1): content.theme = entry.value
      case ("lang", 1): content.language = Language(rawValue: entry.value)
      case ("store", 2) where content.stores.count < storeLimit:
        numbers.append(parts[1])
        content.stores.append((entry.value, []))
      case ("store", 3):
        guard let index = numbers.lastIndex(of: parts[1]), content.stores[index].place.count < entryLimit else { break }
        content.stores[index].place.append(Place.Entry(key: String(parts[2]), value: entry.value))
      default: break
      }
    }
    return content
  }

  private static func text(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

  static func bytes(of content: Content) -> [UInt8] {
    guard content.theme != nil || content.language != nil || !content.stores.isEmpty else { return [] }
    var lines = ["# What thuky remembers for its reader. It is written when the dashboard ends; delete it to forget."]
    if let theme = content.theme { lines.append("theme = \(theme)") }
    if let language = content.language { lines.append("lang = \(language.rawValue)") }
    var size = lines.reduce(0) { $0 + $1.utf8.count + 1 }
    for (number, store) in zip(1..., content.stores.prefix(storeLimit)) {
      let own =
        ["store.\(number) = \(store.name)"]
        + store.place.prefix(entryLimit).map { "store.\(number).\($0.key) = \($0.value)" }
      for line in own {
        size += line.utf8.count + 1
        // More would not be read again.
        if size > UserFile.limit { return text(lines) }
        lines.append(line)
      }
    }
    return text(lines)
  }
}
