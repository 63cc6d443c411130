internal import Glibc
internal import TextCore

/// `updates.csv`, open for nobody else who asks for its lock. To be closed.
struct JournalFile<System: FileSystem> {
  private let folder: String
  private let path: String
  private let system: System
  private let descriptor: Int32
  /// Bytes that it has, all of them ending in whole rows once `setTornRowAside` was there.
  private(set) var size: Int

  /// How long somebody else may keep it, how long to sleep between two tries, both in milliseconds, and how often
  /// another file may take its place.
  private static var patience: UInt32 { 10_000 }
  private static var pauses: ClosedRange<UInt32> { 1...12 }
  private static var tries: Int { 8 }

  /// Opens it, makes it where there is none, and waits for its lock.
  ///
  /// - Throws: `RecordingFault.busy`, `.notPlain`, `.replaced` or `.system`.
  init(in folder: String, _ system: System) throws(RecordingFault) {
    (self.folder, self.system) = (folder, system)
    let path = "\(folder)/\(UpdatesTable.file)"
    self.path = path
    for _ in 0..<Self.tries {
      let descriptor = try Self.open(path, system)
      do throws(RecordingFault) {
        try Self.lock(descriptor, path, system)
        if let size = try Self.size(of: descriptor, ifStillAt: path, system) {
          (self.descriptor, self.size) = (descriptor, size)
          return
        }
      } catch {
        _ = system.close(descriptor)
        throw error
      }
      _ = system.close(descriptor)
    }
    throw .replaced
  }

  /// Gives the lock back.
  func close() { _ = system.close(descriptor) }

  private static func open(_ path: String, _ system: System) throws(RecordingFault) -> Int32 {
    var status = stat()
    // Looked at before it is touched: some devices act on being opened.
    let code = AtomicFile.retrying { system.status(at: path, &status) }
    guard code >= 0 || code == -ENOENT else { throw .system(path: path, errno: -code, isHalf: false) }
    if code >= 0, !status.isPlainFile { throw .notPlain(path: path) }
    var descriptor = AtomicFile.retrying { system.openToAppend(path, making: false) }
    if descriptor == -ENOENT { descriptor = AtomicFile.retrying { system.openToAppend(path, making: true) } }
    if [-ELOOP, -ENXIO, -EISDIR].contains(descriptor) { throw .notPlain(path: path) }
    guard descriptor >= 0 else { throw .system(path: path, errno: -descriptor, isHalf: false) }
    return descriptor
  }

  private static func lock(_ descriptor: Int32, _ path: String, _ system: System) throws(RecordingFault) {
    var waited: UInt32 = 0
    while true {
      let code = AtomicFile.retrying { system.lock(descriptor) }
      if code >= 0 { return }
      guard code == -EWOULDBLOCK else { throw .system(path: path, errno: -code, isHalf: false) }
      guard waited < patience else { throw .busy }
      // Not all at the same moment.
      let pause = UInt32.random(in: pauses)
      system.pause(milliseconds: pause)
      waited += pause
    }
  }

  /// `nil` where the path names another file by now, as after an editor has saved.
  private static func size(
    of descriptor: Int32, ifStillAt path: String, _ system: System
  ) throws(RecordingFault) -> Int? {
    var (own, named) = (stat(), stat())
    let code = AtomicFile.retrying { system.status(of: descriptor, &own) }
    guard code >= 0 else { throw .system(path: path, errno: -code, isHalf: false) }
    guard own.isPlainFile else { throw .notPlain(path: path) }
    let now = AtomicFile.retrying { system.status(at: path, &named) }
    guard now >= 0 || now == -ENOENT else { throw .system(path: path, errno: -now, isHalf: false) }
    guard now >= 0, named.st_dev == own.st_dev, named.st_ino == own.st_ino else { return nil }
    return Int(own.st_size)
  }

  // MARK: Reading

  /// The file's bytes within a range, or fewer where it has become shorter.
  func bytes(_ range: Range<Int>) throws(RecordingFault) -> [UInt8] {
    guard size <= FolderFiles.mostOfTable << 20 else { throw .tooLarge(mebibytes: FolderFiles.mostOfTable) }
    var bytes: [UInt8] = []
    while bytes.count < range.count {
      var part = [UInt8](repeating: 0, count: range.count - bytes.count)
      let count = system.read(descriptor, at: range.lowerBound + bytes.count, into: &part)
      if count == -Int(EINTR) { continue }
      if count < 0 { throw .system(path: path, errno: Int32(-count), isHalf: false) }
      if count == 0 { break }
      bytes += part.prefix(count)
    }
    return bytes
  }

  /// How its rows are laid out; `nil` where it has no header yet.
  func layout() throws(RecordingFault) -> JournalLayout? {
    try JournalLayout(of: try bytes(0..<min(size, JournalLayout.longestHeader)))
  }

  // MARK: A torn row

  /// Moves a last row without its newline to `updates.csv.torn`. It is there, on the disk, before it is cut off here.
  mutating func setTornRowAside() throws(RecordingFault) {
    guard size > 0, try bytes((size - 1)..<size) != [UInt8(ascii: "\n")] else { return }
    let all = try bytes(0..<size)
    // What is no journal has no rows, and is somebody's.
    if let finding = UpdatesTable.foreignForm(of: all) { throw .header(finding) }
    guard let torn = UpdatesTable.tornRow(all) else { return }
    try keep(Array(all[torn.start...]))
    let code = AtomicFile.retrying { system.truncate(descriptor, to: torn.start) }
    guard code >= 0 else { throw .system(path: path, errno: -code, isHalf: false) }
    size = torn.start
  }

  private func keep(_ piece: [UInt8]) throws(RecordingFault) {
    let path = "\(folder)/\(UpdatesTable.tornFile)"
    let file = try Self.open(path, system)
    let code = AtomicFile.fill(file, piece + [UInt8(ascii: "\n")], system)
    guard code == 0 else { throw .system(path: path, errno: code, isHalf: false) }
    do throws(StoreError) {
      try AtomicFile.sync(folder, system)
    } catch {
      throw RecordingFault(error)
    }
  }

  // MARK: Writing

  /// Adds rows with one write, and returns when they are on the disk. Where that cannot be, the file is as it was.
  mutating func append(_ rows: [UInt8]) throws(RecordingFault) {
    guard size + rows.count <= FolderFiles.mostOfTable << 20 else {
      throw .tooLarge(mebibytes: FolderFiles.mostOfTable)
    }
    var written = -Int(EINTR)
    while written == -Int(EINTR) { written = system.write(descriptor, rows[...]) }
    guard written == rows.count else {
      // Of a write that was cut short the system does not say why: the disk is full.
      throw restored(after: max(0, written), errno: written < 0 ? Int32(-written) : ENOSPC, at: path)
    }
    let code = AtomicFile.retrying { system.syncData(descriptor) }
    guard code >= 0 else { throw restored(after: written, errno: -code, at: path) }
    if size == 0 {
      do throws(StoreError) {
        try AtomicFile.sync(folder, system)
      } catch {
        guard case .system(let folder, let code) = error else { throw restored(after: written, errno: EIO, at: path) }
        throw restored(after: written, errno: code, at: folder)
      }
    }
    // Where that cannot be known, nobody should count on it.
    guard (try? Self.size(of: descriptor, ifStillAt: path, system)) != nil else { throw .replaced }
    size += written
  }

  /// Cuts off what was written, unless somebody who knows no lock has written below it.
  private func restored(after written: Int, errno: Int32, at place: String) -> RecordingFault {
    var status = stat()
    var isRestored = false
    if AtomicFile.retrying({ system.status(of: descriptor, &status) }) >= 0, Int(status.st_size) == size + written {
      isRestored = written == 0 || AtomicFile.retrying { system.truncate(descriptor, to: size) } >= 0
      _ = AtomicFile.retrying { system.syncData(descriptor) }
    }
    return .system(path: place, errno: errno, isHalf: !isRestored)
  }
}

extension RecordingFault {
  fileprivate init(_ error: StoreError) {
    guard case .system(let path, let code) = error else {
      self = .system(path: UpdatesTable.file, errno: EIO, isHalf: false)
      return
    }
    self = .system(path: path, errno: code, isHalf: false)
  }
}
