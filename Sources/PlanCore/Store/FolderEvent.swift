internal import Glibc

/// What the system says of watched folders (inotify).
struct FolderEvent {
  /// Of the folder; -1 where the system had more to say than it could keep.
  var watch: Int32
  /// Within the folder; empty where the folder itself is meant.
  var name: String
  private let mask: UInt32

  static let everything: UInt32 = UInt32(
    IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
      | IN_MOVE_SELF)

  /// What is asked of a folder in which a name is waited for.
  static let coming: UInt32 = UInt32(IN_CREATE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)

  private func has(_ bits: Int32...) -> Bool { bits.contains { mask & UInt32(bitPattern: $0) != 0 } }

  /// Events were lost.
  var isOverflow: Bool { has(IN_Q_OVERFLOW) }
  /// The folder is not watched any more.
  var isEndOfWatch: Bool { has(IN_IGNORED) }
  /// The watched folder itself was deleted or moved.
  var isOfFolderItself: Bool { has(IN_DELETE_SELF, IN_MOVE_SELF) }
  var isFolder: Bool { has(IN_ISDIR) }
  var isNew: Bool { has(IN_CREATE, IN_MOVED_TO) }
  var isGone: Bool { has(IN_DELETE, IN_MOVED_FROM) }
  /// Somebody began to write, or wrote on.
  var isWriting: Bool { has(IN_CREATE, IN_MODIFY) }
  /// The writer has closed it, or it was moved in or out, or deleted.
  var isSettled: Bool { has(IN_CLOSE_WRITE, IN_MOVED_TO) || isGone }
  /// Who may read it, or its times.
  var isOfAttributes: Bool { has(IN_ATTRIB) }

  /// Everything said since the last time; never waits.
  static func read(from descriptor: Int32) -> [FolderEvent] {
    var events: [FolderEvent] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return events }
      unsafe buffer.withUnsafeBytes { unsafe append($0.prefix(count), to: &events) }
    }
  }

  private static func append(_ bytes: Slice<UnsafeRawBufferPointer>, to events: inout [FolderEvent]) {
    let header = MemoryLayout<inotify_event>.size
    var rest = unsafe bytes
    while unsafe rest.count >= header {
      let event = unsafe rest.loadUnaligned(as: inotify_event.self)
      let name = unsafe rest.dropFirst(header).prefix(Int(event.len)).prefix { $0 != 0 }
      unsafe events.append(
        FolderEvent(watch: event.wd, name: String(decoding: name, as: UTF8.self), mask: event.mask))
      unsafe rest = rest.dropFirst(header + Int(event.len))
    }
  }
}
