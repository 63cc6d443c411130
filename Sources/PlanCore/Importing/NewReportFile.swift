internal import Glibc
internal import TextCore

/// Where an import is written: a new file under a store's `reports/`, which no file that is there gives way to.
public struct NewReportFile: Sendable {
  /// Imports that a day has numbers for.
  public static let mostOfADay = 999

  /// As the system resolves it.
  private let root: String
  private let hasReports: Bool
  private let received: Day
  /// Of the files that were imported on that day: later ones sort after earlier ones.
  private let number: Int

  /// - Parameter received: today, where the committee sits.
  /// - Throws: `StoreError.outside` where `reports` is a link that leads out of the store, `.system` where it cannot be
  ///   looked into.
  public init(in folder: String, received: Day) throws(StoreError) {
    let files = try FolderFiles(folder)
    root = files.root
    self.received = received
    guard files.stamp(of: StoreLocation.reportsFolder) != nil else {
      (hasReports, number) = (false, 1)
      return
    }
    hasReports = true
    switch files.resolve(within: StoreLocation.reportsFolder).flatMap({ FolderListing.names(in: $0) }) {
    case .failure(.system(let code)): throw .system(path: folder + "/" + StoreLocation.reportsFolder, errno: code)
    case .failure: throw .outside(path: folder + "/" + StoreLocation.reportsFolder)
    case .success(let names): number = Self.number(after: names, Self.day(received))
    }
  }

  /// The place of a first import on that day into a store that is not in a folder.
  public static func pathInNoFolder(received: Day) -> String { path(day(received) + padded(1)) }

  /// The beginning of the new file's path within the store.
  public var pathPrefix: String { Self.path(Self.day(received) + Self.padded(number)) }

  private static func path(_ name: String) -> String { StoreLocation.reportsFolder + "/" + name }

  private static func day(_ day: Day) -> String { "nhap-\(day.iso)-" }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }

  /// One more than the greatest of that day.
  private static func number(after names: [String], _ day: String) -> Int {
    let numbers = names.filter { $0.hasPrefix(day) }.compactMap { name in
      let digits = name.dropFirst(day.count).prefix(3)
      return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
    }
    return (numbers.max() ?? 0) + 1
  }

  // MARK: Names

  /// `nhap-2023-07-05-001-moh-bao-cao-thang-6`: when, whose, from which file.
  private func name(_ number: Int, _ parts: [String]) -> String {
    ([Self.day(received) + Self.padded(number)] + parts.map(Self.plain).filter { !$0.isEmpty }).joined(separator: "-")
  }

  /// Letters without marks, digits, and `-` for everything else; not long.
  static func plain(_ text: String) -> String {
    var plain: [UInt8] = []
    for byte in text.foldedUTF8 {
      if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
        plain.append(byte)
      } else if let last = plain.last, last != UInt8(ascii: "-") {
        plain.append(UInt8(ascii: "-"))
      }
      if plain.count == 40 { break }
    }
    while plain.last == UInt8(ascii: "-") { plain.removeLast() }
    return String(decoding: plain, as: UTF8.self)
  }

  /// A file's name without its folders and its ending.
  static func stem(_ path: String) -> String {
    let name = PathText.parts(path).name
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  // MARK: Writing

  /// Writes the file, whole or not at all, and waits until it is on the disk.
  ///
  /// - Parameters:
  ///   - agency: of which all rows are, in the file's name.
  ///   - source: the path of the table that it comes from, in the file's name too.
  /// - Returns: its path within the store.
  /// - Throws: `StoreError.system` where the system refuses, with `EEXIST` where no number is left; nothing is left behind
  ///   then.
  public func write(_ bytes: [UInt8], agency: String?, source: String) throws(StoreError) -> String {
    try write(bytes, agency: agency, source: source, RealFileSystem())
  }

  func write(
    _ bytes: [UInt8], agency: String?, source: String, _ system: some FileSystem
  ) throws(StoreError) -> String {
    let parts = [agency ?? "", Self.stem(source)]
    let folder = root + "/" + StoreLocation.reportsFolder
    if !hasReports { try makeFolder(folder, system) }
    do throws(StoreError) {
      let path = try NewFile.write(bytes, in: folder, system) { attempt in
        let number = number + attempt - 1
        return number > Self.mostOfADay ? nil : name(number, parts) + ".csv"
      }
      if !hasReports { try syncRoot(unlessRemoving: path, system) }
      return String(decoding: path.utf8.dropFirst(root.utf8.count + 1), as: UTF8.self)
    } catch {
      if !hasReports { _ = system.removeFolder(folder) }
      throw error
    }
  }

  private func syncRoot(unlessRemoving path: String, _ system: some FileSystem) throws(StoreError) {
    do throws(StoreError) {
      try AtomicFile.sync(root.isEmpty ? "/" : root, system)
    } catch {
      _ = system.remove(path)
      throw error
    }
  }

  private func makeFolder(_ folder: String, _ system: some FileSystem) throws(StoreError) {
    let code = AtomicFile.retrying { system.makeFolder(folder) }
    // What somebody else has made meanwhile may lead anywhere.
    guard code >= 0 else { throw .system(path: folder, errno: -code) }
  }
}
