internal import CSystem
internal import Glibc

/// The system calls that write, so that a test can make any of them fail. Each returns 0 or more, or the negative of
/// `errno`.
protocol FileSystem {
  func makeFolder(_ path: String) -> Int32
  /// Opens a file that must not exist yet.
  func create(_ path: String) -> Int32
  /// The same for a file that only its owner may read.
  func createPrivate(_ path: String) -> Int32
  func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int
  func sync(_ descriptor: Int32) -> Int32
  func openFolder(_ path: String) -> Int32
  func close(_ descriptor: Int32) -> Int32
  /// Puts a file in the place of another.
  func rename(_ path: String, _ target: String) -> Int32
  /// Gives a file another name, which must not exist yet.
  func renameToNew(_ path: String, _ name: String) -> Int32
  /// Gives a file a second name, which must not exist yet.
  func link(_ path: String, _ name: String) -> Int32
  func remove(_ path: String) -> Int32
  /// What a path names itself, be it a link.
  func status(at path: String, _ status: inout stat) -> Int32
  func status(of descriptor: Int32, _ status: inout stat) -> Int32
  /// Opens a file to read it and to add to its end, neither through a link nor waiting for a pipe.
  ///
  /// - Parameter making: whether it is made where there is none.
  func openToAppend(_ path: String, making: Bool) -> Int32
  /// Takes the lock of a file for this descriptor alone; `-EWOULDBLOCK` where another one has it.
  func lock(_ descriptor: Int32) -> Int32
  /// Reads from a place on into `bytes`, as much as there is and finds room; how much.
  func read(_ descriptor: Int32, at offset: Int, into bytes: inout [UInt8]) -> Int
  /// Waits until a file's bytes and its length are on the disk.
  func syncData(_ descriptor: Int32) -> Int32
  func truncate(_ descriptor: Int32, to size: Int) -> Int32
  func pause(milliseconds: UInt32)
  /// Removes a folder that holds nothing.
  func removeFolder(_ path: String) -> Int32
  /// Tells this process from others that write in the same folder.
  var processID: Int32 { get }
}

/// The system itself.
struct RealFileSystem: FileSystem {
  func makeFolder(_ path: String) -> Int32 { result(unsafe mkdir(path, 0o777)) }

  func create(_ path: String) -> Int32 { result(unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)) }

  func createPrivate(_ path: String) -> Int32 {
    result(unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600))
  }

  func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      let written = unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      return written < 0 ? -Int(errno) : written
    }
  }

  func sync(_ descriptor: Int32) -> Int32 { result(fsync(descriptor)) }

  func openFolder(_ path: String) -> Int32 { result(unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) }

  func close(_ descriptor: Int32) -> Int32 { result(Glibc.close(descriptor)) }

  func rename(_ path: String, _ target: String) -> Int32 { result(unsafe Glibc.rename(path, target)) }

  func renameToNew(_ path: String, _ name: String) -> Int32 { result(unsafe csystem_rename_to_new(path, name)) }

  func link(_ path: String, _ name: String) -> Int32 { result(unsafe Glibc.link(path, name)) }

  func remove(_ path: String) -> Int32 { result(unsafe unlink(path)) }

  func status(at path: String, _ status: inout stat) -> Int32 { result(unsafe lstat(path, &status)) }

  func status(of descriptor: Int32, _ status: inout stat) -> Int32 { result(unsafe fstat(descriptor, &status)) }

  func openToAppend(_ path: String, making: Bool) -> Int32 {
    let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | (making ? O_CREAT : 0)
    // A journal is written by the group that the folder belongs to, at most: its rows are signed.
    return result(unsafe open(path, flags, 0o664))
  }

  func lock(_ descriptor: Int32) -> Int32 { result(flock(descriptor, LOCK_EX | LOCK_NB)) }

  func read(_ descriptor: Int32, at offset: Int, into bytes: inout [UInt8]) -> Int {
    unsafe bytes.withUnsafeMutableBytes { buffer in
      let count = unsafe pread(descriptor, buffer.baseAddress, buffer.count, offset)
      return count < 0 ? -Int(errno) : count
    }
  }

  func syncData(_ descriptor: Int32) -> Int32 { result(fdatasync(descriptor)) }

  func truncate(_ descriptor: Int32, to size: Int) -> Int32 { result(ftruncate(descriptor, size)) }

  func pause(milliseconds: UInt32) { usleep(milliseconds * 1_000) }

  func removeFolder(_ path: String) -> Int32 { result(unsafe rmdir(path)) }

  var processID: Int32 { getpid() }

  private func result(_ code: Int32) -> Int32 { code < 0 ? -errno : code }
}
