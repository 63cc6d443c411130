import CSystem
import Glibc

/// What ncurses writes to, which is the terminal but while a frame is gathered.
///
/// ncurses knows no other place than a descriptor of its own, so that is turned to a file in memory and back.
struct Wire {
  let descriptor: Int32
  private let memory: Int32

  /// Where the system refuses either, or limits how large a file may get, frames go to the terminal as ncurses writes
  /// them.
  init() {
    let own = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    descriptor = own < 0 ? STDOUT_FILENO : own
    var limit = rlimit()
    let isFree = getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 && limit.rlim_cur == rlim_t.max
    memory = own < 0 || !isFree ? -1 : csystem_memory_file()
  }

  /// Whether there is a place to gather a frame.
  var gathers: Bool { memory >= 0 }

  /// Gathers the bytes that ncurses writes meanwhile; `nil` where nobody has them.
  func gather(_ draw: () -> Void) -> [UInt8]? {
    guard gathers, lseek(memory, 0, SEEK_SET) == 0, dup2(memory, descriptor) >= 0 else { return nil }
    draw()
    guard dup2(STDOUT_FILENO, descriptor) >= 0 else { return nil }
    let count = lseek(memory, 0, SEEK_CUR)
    guard count >= 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(memory, buffer.baseAddress, count, 0))
    }
    return bytes.count == count ? bytes : nil
  }

  /// In one write where the terminal takes it; what it never takes is left.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var room = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&room, 1, -1)
      } else if errno != EINTR {
        return
      }
    }
  }

  func close() {
    if descriptor != STDOUT_FILENO { _ = Glibc.close(descriptor) }
    if memory >= 0 { _ = Glibc.close(memory) }
  }
}
