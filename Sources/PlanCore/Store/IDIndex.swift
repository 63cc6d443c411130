internal import TextCore

/// The ids of one table and where their rows stand: found by their bytes, so that a report row makes no string.
struct IDIndex: Sendable {
  /// The table's file, for findings.
  let file: String
  private(set) var ids: [String] = []
  /// What is compared of each, side by side: looking one up among thousands is mostly waiting for memory.
  private var short: [ShortBytes] = []
  /// Numbers of ids from 1 on where their hashes lead, 0 where there is none; never more than half full.
  private var buckets: [UInt32] = [UInt32](repeating: 0, count: 16)

  /// Why an id may not be here though the owner wrote it.
  private(set) var gaps = Gaps()

  struct Gaps: Equatable {
    /// Rows that were left out for an error: their lines by their ids.
    var rows: [String: Int] = [:]
    /// Of these, rows that only name what could not be read.
    var untold: Set<String> = []
    /// The line from which on none is read.
    var end: Int?
    /// Nothing of the table could be read.
    var isWhole = false
  }

  /// What people may write in place of an id.
  var aliases: AgencyAliases?

  init(file: String) { self.file = file }

  subscript(id: String) -> Int? {
    var id = id
    return id.withUTF8 { unsafe find(UnsafeRawBufferPointer($0)) }
  }

  /// The row of an id given as bytes.
  func find(_ id: UnsafeRawBufferPointer) -> Int? {
    let number = unsafe Int(buckets[bucket(of: ShortBytes(id), id)]) - 1
    return number < 0 ? nil : number
  }

  /// Where an id is, or where to put it.
  @inline(__always)
  private func bucket(of key: ShortBytes, _ id: UnsafeRawBufferPointer) -> Int {
    var bucket = unsafe Self.hash(key, id) & (buckets.count - 1)
    while true {
      let number = Int(buckets[bucket]) - 1
      if number < 0 { return bucket }
      if short[number] == key, unsafe !key.isTooLong || isEqual(ids[number], id) { return bucket }
      bucket = (bucket + 1) & (buckets.count - 1)
    }
  }

  private func isEqual(_ own: String, _ id: UnsafeRawBufferPointer) -> Bool {
    var own = own
    return own.withUTF8 { unsafe UnsafeRawBufferPointer($0).holdsTheSame(as: id) }
  }

  /// Makes room for so many ids.
  mutating func reserve(_ count: Int) {
    ids.reserveCapacity(count)
    short.reserveCapacity(count)
    growBuckets(for: count)
  }

  private mutating func growBuckets(for count: Int) {
    var size = buckets.count
    while count * 2 > size { size *= 2 }
    guard size > buckets.count else { return }
    buckets = [UInt32](repeating: 0, count: size)
    for number in ids.indices { place(number) }
  }

  /// The id must not be there yet.
  mutating func add(_ id: String) {
    var id = id
    ids.append(id)
    short.append(id.withUTF8 { unsafe ShortBytes(UnsafeRawBufferPointer($0)) })
    if ids.count * 2 > buckets.count { growBuckets(for: ids.count) } else { place(ids.count - 1) }
  }

  /// Adds an id given as bytes of ASCII; `nil` where it is here already.
  mutating func addNew(_ id: UnsafeRawBufferPointer) -> String? {
    let key = unsafe ShortBytes(id)
    guard let bucket = unsafe freeBucket(key, id) else { return nil }
    let text = unsafe String(decoding: id, as: UTF8.self)
    fill(bucket, key, text)
    return text
  }

  /// Adds all ids of another part of the table; false where one of them is here already, and then this one is of no
  /// use any more.
  mutating func add(_ other: IDIndex) -> Bool {
    growBuckets(for: ids.count + other.ids.count)
    for (number, id) in other.ids.enumerated() {
      var text = id
      let key = other.short[number]
      guard let bucket = text.withUTF8({ unsafe freeBucket(key, UnsafeRawBufferPointer($0)) }) else { return false }
      fill(bucket, key, id)
    }
    return true
  }

  /// Where to put an id; `nil` where it is here already.
  private mutating func freeBucket(_ key: ShortBytes, _ id: UnsafeRawBufferPointer) -> Int? {
    growBuckets(for: ids.count + 1)
    let bucket = unsafe bucket(of: key, id)
    return buckets[bucket] == 0 ? bucket : nil
  }

  private mutating func fill(_ bucket: Int, _ key: ShortBytes, _ id: String) {
    ids.append(id)
    short.append(key)
    buckets[bucket] = UInt32(truncatingIfNeeded: ids.count)
  }

  /// Notes a row that is left out for an error.
  ///
  /// - Parameter isTold: whether there is a finding about it.
  mutating func leaveOut(_ id: String, line: Int, isTold: Bool) {
    guard gaps.rows[id] == nil else { return }
    gaps.rows[id] = line
    if !isTold { gaps.untold.insert(id) }
  }

  mutating func leaveOutAll(fromLine line: Int) { gaps.end = line }

  mutating func leaveOutAll() { gaps.isWhole = true }

  /// Whether an id is not here because a table could not be read, this one or one that its row names: that is told
  /// once, of the table.
  func isUnread(_ id: String) -> Bool { gaps.isWhole || gaps.untold.contains(id) }

  /// What is said of an id that is not here; why, or which one may be meant.
  func unknown(_ id: String) -> Localized {
    let message = Localized("không có mã «\(id.brief)» trong \(file)", "no id «\(id.brief)» in \(file)")
    if gaps.isWhole {
      return message + Localized("; bảng này không đọc được", "; that table could not be read")
    }
    if let line = gaps.rows[id], gaps.untold.contains(id) {
      return message
        + Localized(
          "; dòng có mã này (\(file):\(line)) dẫn đến một bảng không đọc được",
          "; its row (\(file):\(line)) names a table that could not be read")
    }
    if let line = gaps.rows[id] {
      return message
        + Localized(
          "; dòng có mã này (\(file):\(line)) bị bỏ vì có lỗi", "; its row (\(file):\(line)) was left out for an error")
    }
    if let end = gaps.end {
      return message
        + Localized("; từ dòng \(end) bảng này không được đọc", "; that table is not read from line \(end) on")
    }
    if let index = aliases?.find(id) { return message + .suggestion(ids[index]) }
    return message + .suggestion(for: id, among: ids)
  }

  /// Whether every id is known here as it is there, and whether the same is said of one that is not.
  func saysTheSame(as other: IDIndex) -> Bool {
    ids == other.ids && gaps == other.gaps && aliases?.agencies == other.aliases?.agencies
  }

  /// Whether a text may be an id.
  static func isID(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in unsafe bytes.allSatisfy { isIDByte($0) } }
  }

  static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  // MARK: Hashing

  private mutating func place(_ number: Int) {
    let key = short[number]
    let hash =
      key.isTooLong ? ids[number].withUTF8 { unsafe Self.hash(key, UnsafeRawBufferPointer($0)) } : Self.hash(key)
    var bucket = hash & (buckets.count - 1)
    while buckets[bucket] != 0 { bucket = (bucket + 1) & (buckets.count - 1) }
    buckets[bucket] = UInt32(truncatingIfNeeded: number + 1)
  }

  /// Of this process, so that nobody can prepare ids that all lead to one place.
  private static let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

  @inline(__always)
  private static func hash(_ key: ShortBytes, _ id: UnsafeRawBufferPointer) -> Int {
    unsafe key.isTooLong ? Int(truncatingIfNeeded: Checksum.of(id, seed: seed)) : hash(key)
  }

  @inline(__always)
  private static func hash(_ key: ShortBytes) -> Int {
    Int(truncatingIfNeeded: Checksum.of(key, seed: seed))
  }
}
