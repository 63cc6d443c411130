import CSystem
import Glibc

/// What ncurses writes to, which is the terminal but while a frame is gathered.
///
/// ncurses knows no other place than a descriptor of its own, so that is turned to a file in memory and back.
struct Wire {
  let descriptor: Int32
  private let memory: Int32

  /// Where the system refuses either, frames go to the terminal as ncurses writes them.
  init() {
    let own = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    descriptor = own < 0 ? STDOUT_FILENO : own
    memory = own < 0 ? -1 : csystem_memory_file()
  }

  /// The bytes that ncurses writes meanwhile; `nil`, and nothing done, where they cannot be gathered.
  func gather(_ draw: () -> Void) -> [UInt8]? {
    guard memory >= 0, lseek(memory, 0, SEEK_SET) == 0, dup2(memory, descriptor) >= 0 else { return nil }
    draw()
    dup2(STDOUT_FILENO, descriptor)
    let count = max(0, lseek(memory, 0, SEEK_CUR))
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(memory, buffer.baseAddress, count, 0))
    }
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
