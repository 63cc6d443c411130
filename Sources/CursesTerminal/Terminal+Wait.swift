import CNcurses
import Glibc
import TerminalKit

extension Terminal {
  /// Sleeps until there is something to do: a key, a signal, something to read from a descriptor of the caller's, or
  /// the end of the time. Without a time it sleeps for as long as nothing happens.
  ///
  /// After a hang-up it returns at once, with that, every time.
  public func wait(descriptors: [Int32] = [], timeoutMilliseconds: Int32? = nil) -> [Wake] {
    guard !isHungUp, !isClosed else { return [.hangUp] }
    var polls = ([STDIN_FILENO, signals.descriptor] + descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let isBusy = hasMoreKeys || !arrived.isEmpty
    let count = poll(&polls, nfds_t(polls.count), isBusy ? 0 : timeoutMilliseconds ?? -1)
    // Interrupted by what is not in the queue: a stop, a child.
    guard count >= 0 else { return [] }
    var wakes: [Wake] = []
    if polls[1].revents != 0 { arrived += signals.drain() }
    for number in arrived { wakes += wakesOf(signal: number) }
    arrived = []
    if polls[0].revents != 0 || hasMoreKeys { wakes += readKeys(polls[0].revents) }
    wakes += polls.dropFirst(2).filter { $0.revents != 0 }.map { .readable($0.fd) }
    return wakes.isEmpty && count == 0 && !isBusy ? [.timedOut] : wakes
  }

  private func wakesOf(signal number: Int32) -> [Wake] {
    switch number {
    case SIGWINCH:
      let now = Self.currentSize()
      guard now != size else { return [] }
      resize(to: now)
      forget()
      return [.resized(now)]
    case SIGCONT:
      let before = size
      resume()
      return size == before ? [.resumed] : [.resumed, .resized(size)]
    case SIGTSTP: return [.suspendRequested]
    default: return [.terminate(signal: number)]
    }
  }

  private func readKeys(_ events: Int16) -> [Wake] {
    var codes: [Int32] = []
    var mice: [Mouse?] = []
    let now = Self.monotonicMilliseconds
    // A limit, so that a pasted book does not keep signals waiting.
    while codes.count < 4_096, case let code = wgetch(keyboard), code != ERR {
      codes.append(code)
      if code == KEY_MOUSE { mice.append(readMouse(at: now)) }
    }
    hasMoreKeys = codes.count == 4_096
    if codes.isEmpty, events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 || isAtEnd {
      isHungUp = true
      return [.hangUp]
    }
    let keys = decoder.decode(codes, mice: mice, at: now)
    return keys.isEmpty ? [] : [.keys(keys)]
  }

  private static var monotonicMilliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
  }

  /// Whether the terminal says that it can be read and then gives nothing: what is left of a line that was dropped.
  private var isAtEnd: Bool {
    var again = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var available: Int32 = 0
    return poll(&again, 1, 0) == 1 && (ioctl(STDIN_FILENO, UInt(FIONREAD), &available) != 0 || available == 0)
  }
}
