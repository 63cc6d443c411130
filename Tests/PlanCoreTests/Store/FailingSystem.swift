import Foundation

@testable import PlanCore

/// The system, but that one of its calls fails, or all of them from one on.
final class FailingSystem: FileSystem {
  enum Write {
    /// A byte at a time at first: whoever writes has to go on.
    case inBytes
    /// The n-th write takes only a part.
    case short(call: Int)
    case whole
  }

  private let real = RealFileSystem()
  private let failing: Int
  private let code: Int32
  private let forever: Bool
  private let writing: Write
  /// The names of calls that always fail.
  private let refused: Set<String>
  private(set) var calls = 0
  private var writes = 0
  /// The names of the calls, in their order.
  private(set) var log: [String] = []

  init(failing: Int, with code: Int32, forever: Bool = false, writing: Write = .inBytes) {
    (self.failing, self.code, self.forever, self.writing, refused) = (failing, code, forever, writing, [])
  }

  init(refusing names: Set<String>, with code: Int32) {
    (failing, self.code, forever, writing, refused) = (0, code, false, .whole, names)
  }

  /// Whether the call is one that fails.
  private func fails(_ name: String) -> Bool {
    calls += 1
    log.append(name)
    return calls == failing || forever && calls > failing || refused.contains(name)
  }

  private func call(_ name: String, _ body: () -> Int32) -> Int32 { fails(name) ? -code : body() }

  func makeFolder(_ path: String) -> Int32 { call("mkdir") { real.makeFolder(path) } }
  func create(_ path: String) -> Int32 { call("open") { real.create(path) } }
  func createPrivate(_ path: String) -> Int32 { call("open") { real.createPrivate(path) } }

  func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
    writes += 1
    if fails("write") { return -Int(code) }
    switch writing {
    case .inBytes: return real.write(descriptor, calls < 5 ? bytes.prefix(1) : bytes)
    case .short(let number): return real.write(descriptor, writes == number ? bytes.prefix(bytes.count / 2) : bytes)
    case .whole: return real.write(descriptor, bytes)
    }
  }

  func sync(_ descriptor: Int32) -> Int32 { call("fsync") { real.sync(descriptor) } }
  func openFolder(_ path: String) -> Int32 { call("open folder") { real.openFolder(path) } }

  func close(_ descriptor: Int32) -> Int32 {
    let code = real.close(descriptor)
    return call("close") { code }
  }

  func rename(_ path: String, _ target: String) -> Int32 { call("rename") { real.rename(path, target) } }
  func renameToNew(_ path: String, _ name: String) -> Int32 { call("move") { real.renameToNew(path, name) } }
  func link(_ path: String, _ name: String) -> Int32 { call("link") { real.link(path, name) } }
  func remove(_ path: String) -> Int32 { real.remove(path) }
  func removeFolder(_ path: String) -> Int32 { real.removeFolder(path) }
  func status(at path: String, _ status: inout stat) -> Int32 {
    fails("lstat") ? -code : real.status(at: path, &status)
  }

  func status(of descriptor: Int32, _ status: inout stat) -> Int32 {
    fails("fstat") ? -code : real.status(of: descriptor, &status)
  }

  func openToAppend(_ path: String, making: Bool) -> Int32 {
    call("open") { real.openToAppend(path, making: making) }
  }

  func lock(_ descriptor: Int32) -> Int32 { call("flock") { real.lock(descriptor) } }

  func read(_ descriptor: Int32, at offset: Int, into bytes: inout [UInt8]) -> Int {
    fails("read") ? -Int(code) : real.read(descriptor, at: offset, into: &bytes)
  }

  func syncData(_ descriptor: Int32) -> Int32 { call("fdatasync") { real.syncData(descriptor) } }
  func truncate(_ descriptor: Int32, to size: Int) -> Int32 {
    call("ftruncate") { real.truncate(descriptor, to: size) }
  }
  func pause(milliseconds: UInt32) { real.pause(milliseconds: milliseconds) }
  var processID: Int32 { real.processID }
}
