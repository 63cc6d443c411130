internal import Glibc

/// A file whose bytes can be read from any place, by any thread.
protocol OpenFile: AnyObject, Sendable {
  /// Bytes that it had when it was opened.
  var size: Int { get }
  /// Reads as many bytes as there are from a place on, at most as many as find room; how many.
  func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) -> FileResult<Int>
}

extension OpenFile {
  /// The bytes from a place on, as many as there are but not more than `count`.
  func bytes(at offset: Int, count: Int) -> FileResult<[UInt8]> {
    var fault: FileFault?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, count in
      switch unsafe read(at: offset, into: UnsafeMutableRawBufferPointer(buffer)) {
      case .success(let got): count = got
      case .failure(let reason): fault = reason
      }
    }
    return fault.map { .failure($0) } ?? .success(bytes)
  }
}

/// A file of the system's; closed when nobody needs it any more.
final class SystemFile: OpenFile {
  private let descriptor: Int32
  let size: Int

  /// - Parameter descriptor: open for reading; from now on this object's to close.
  init(_ descriptor: Int32, size: Int) {
    self.descriptor = descriptor
    self.size = max(0, size)
  }

  deinit { close(descriptor) }

  func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) -> FileResult<Int> {
    var count = 0
    while count < room.count {
      let got = unsafe pread(descriptor, room.baseAddress.map { unsafe $0 + count }, room.count - count, offset + count)
      if got == 0 { break }
      if got > 0 {
        count += got
      } else if errno != EINTR {
        return .failure(.system(errno))
      }
    }
    return .success(count)
  }
}

/// Bytes that are in memory anyway.
final class MemoryFile: OpenFile {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var size: Int { bytes.count }

  func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) -> FileResult<Int> {
    guard offset < bytes.count else { return .success(0) }
    let part = bytes[offset..<min(bytes.count, offset + room.count)]
    unsafe part.withUnsafeBytes { unsafe room.copyMemory(from: $0) }
    return .success(part.count)
  }
}
