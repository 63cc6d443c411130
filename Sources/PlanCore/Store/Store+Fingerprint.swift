internal import Synchronization

/// *Dấu vân tay*: what tells whether a store holds the same bytes, a day or ten years later and on another machine.
///
/// It is the SHA-256 of a list with one line for every file that the store reads: its digest, two blanks, its path within
/// the store, a newline; the lines in byte order of the paths. That is what `sha256sum` prints of the files, so that
/// anybody can work it out without this program:
///
///     LC_ALL=C sha256sum actions.csv … updates.csv | sha256sum
///
/// - The files are those of the store's tables, `plan.conf`, `updates.csv` and every report; of the built-in plan and the
///   made-up year the bytes inside the program. What is not read (hidden files, `updates.csv.torn`, pictures) is no part.
/// - A path with a backslash, a newline or a carriage return is written as `sha256sum` writes it: `\` before the line, and
///   `\\`, `\n`, `\r` in it.
/// - A file that is there and cannot be read stands with 64 hyphens for its digest.
/// - Neither the as-of date nor the language, time, owner or permissions of a file have a part in it.
public struct StoreFingerprint: Hashable, Sendable {
  /// 64 hexadecimal digits, small letters.
  public let hex: String

  static let digits = 64
  /// The fewest digits that may stand for all: twelve of them happen by chance once in 10¹⁴.
  public static let leastDigits = 12

  /// From files and their digests.
  init(_ files: [(path: String, digest: String)]) {
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    hex = SHA256.hex(sorted.flatMap { Array(Self.line($0.path, $0.digest).utf8) })
  }

  /// Whether these are its digits, or at least ``leastDigits`` of the first of them; capitals count the same.
  public func matches(_ digits: some StringProtocol) -> Bool {
    digits.utf8.count >= Self.leastDigits && hex.hasPrefix(digits.lowercased())
  }

  /// Whether a text can be its digits or the first of them.
  public static func isDigits(_ text: String) -> Bool {
    (leastDigits...digits).contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
  }

  /// The last digits of a fingerprint in a paper, whatever form it is written in; `nil` where there are none.
  public static func digits(in paper: [UInt8]) -> String? {
    var end = paper.endIndex
    while let last = paper[..<end].lastIndex(where: isDigit) {
      let start = paper[..<last].lastIndex { !isDigit($0) }.map { $0 + 1 } ?? 0
      if last + 1 - start == digits { return String(decoding: paper[start...last], as: UTF8.self) }
      end = start
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func line(_ path: String, _ digest: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\\": escaped.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    let text = String(escaped)
    return (text == path ? "" : "\\") + "\(digest)  \(text)\n"
  }
}

extension Store {
  /// The fingerprint of the bytes that this store was read from. It reads the reports again, so call it where waiting for
  /// a disk holds nobody up.
  ///
  /// - Returns: `nil` where a report has become another one since; open the store anew then.
  public func fingerprint() -> StoreFingerprint? {
    guard let source = try? location.files() else { return nil }
    return fingerprint(in: source)
  }

  func fingerprint(in source: any StoreFiles, threads: Int = Parallel.processors) -> StoreFingerprint? {
    let definitions = files.map { (path: $0.key, digest: $0.value.content.value.map(SHA256.hex) ?? Self.unreadable) }
    let reports = loaded.files
    let digests = Mutex<(next: Int, digests: [String?])>((0, Array(repeating: nil, count: reports.count)))
    Parallel.run(min(threads, max(1, reports.count))) { _ in
      while true {
        let number = digests.withLock { work in
          defer { work.next += 1 }
          return work.next
        }
        guard number < reports.count else { return }
        let digest = reports[number].digest(in: source)
        digests.withLock { $0.digests[number] = digest }
      }
    }
    let found = digests.withLock { $0.digests }
    guard found.allSatisfy({ $0 != nil }) else { return nil }
    return StoreFingerprint(definitions + zip(reports, found).map { ($0.path, $1 ?? "") })
  }

  static let unreadable = String(repeating: "-", count: StoreFingerprint.digits)
}

extension ReportFile {
  private static let step = 1 << 20

  /// The digest of the bytes that were read; `nil` where they are no longer there.
  fileprivate func digest(in source: any StoreFiles) -> String? {
    if fault != nil { return Store.unreadable }
    guard case .success(let file) = source.open(path) else { return nil }
    var hash = SHA256()
    var offset = 0
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.step, alignment: 64)
    defer { unsafe room.deallocate() }
    while true {
      guard case .success(let count) = unsafe file.read(at: offset, into: room) else { return nil }
      unsafe hash.add(UnsafeRawBufferPointer(rebasing: room[..<count]))
      offset += count
      if count < Self.step { break }
    }
    return isStill(file, size: offset, in: source) ? hash.hex() : nil
  }

  /// Whether the file is the one that was read: nobody has touched it, or what it holds is the same.
  private func isStill(_ file: any OpenFile, size: Int, in source: any StoreFiles) -> Bool {
    if !stamp.isFresh, let now = source.stamp(of: path), now == stamp { return true }
    return size == checkedSize && isPrefix(of: file)
  }
}
