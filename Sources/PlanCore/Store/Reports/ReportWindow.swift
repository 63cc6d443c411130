internal import Glibc

/// A part of a file in memory that can be made longer; used again for one part after the other.
@safe struct ReportWindow: ~Copyable {
  /// What `MarkCursor` may read after the last byte.
  private static let padding = 64

  private var memory: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  private(set) var count = 0
  private var offset = 0
  /// What the file has after so many bytes was added since it was opened, and is for the next reading.
  private var limit = 0
  private(set) var isLast = false
  private var isCutShort = false

  init() {}

  deinit { unsafe free(memory) }

  /// Reads a part of a file in the place of the last one.
  mutating func read(_ file: any OpenFile, from offset: Int, count: Int) -> FileFault? {
    self.offset = offset
    self.count = 0
    limit = file.size
    isCutShort = false
    return grow(file, by: count)
  }

  /// Reads on where the part ended.
  mutating func grow(_ file: any OpenFile, by more: Int) -> FileFault? {
    let needed = count + max(0, min(more, limit - offset - count)) + Self.padding
    if needed > capacity {
      guard let moved = unsafe realloc(memory, needed) else { return .system(ENOMEM) }
      unsafe memory = moved.assumingMemoryBound(to: UInt8.self)
      capacity = needed
    }
    guard let memory = unsafe memory else { return .system(ENOMEM) }
    let more = max(0, min(more, limit - offset - count))
    let room = unsafe UnsafeMutableRawBufferPointer(start: memory + count, count: more)
    switch unsafe file.read(at: offset + count, into: room) {
    case .failure(let fault): return fault
    case .success(let got):
      count += got
      isLast = got < more || offset + count >= limit
      unsafe memset(memory + count, 0, Self.padding)
      return nil
    }
  }

  /// Goes on as if the file ended here.
  mutating func cutShort() { (isLast, isCutShort) = (true, true) }

  /// Whether `cutShort` left nothing of a line but its beginning.
  var isCutWithinLine: Bool {
    guard isCutShort, count > 0, let memory = unsafe memory else { return false }
    return unsafe memory[count - 1] != UInt8(ascii: "\n")
  }

  /// Calls `body` with what is in memory.
  func withBytes<Result>(_ body: (ReportParser.Window) -> Result) -> Result? {
    guard let memory = unsafe memory else { return nil }
    return unsafe body(ReportParser.Window(bytes: memory, count: count, offset: offset, isLast: isLast))
  }
}
