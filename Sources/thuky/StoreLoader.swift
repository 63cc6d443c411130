import CSystem
import Dashboard
import Glibc
import PlanCore
import Synchronization
import TextCore

/// Reads a store on threads of its own, so that no key waits for a disk.
final class StoreLoader: Sendable {
  /// What has come of it, in the order in which it did.
  enum Message: Sendable {
    /// The definitions alone, or all of it.
    case loaded(Store)
    case failed(StoreError)
    /// The names of the things in the plan of the store that was the n-th to be loaded; `nil` where none are new.
    case indexed(PlanIndex?, store: Int)
    /// Of reports of that store.
    case details([Report.Place: ReportDetails], store: Int)
    /// Of that store the line that a finding is about.
    case faultyLine(FaultyLine?, Finding, store: Int)
    /// What the histories of that store's figures say.
    case history(Findings, store: Int)
    /// Of the store that was the n-th to be loaded; `nil` where it has changed since.
    case fingerprint(StoreFingerprint?, store: Int)
    /// What was said is in the journal.
    case recorded(Recording, said: [Update])
    case notRecorded(RecordingFault)
  }

  /// Readable when `take` has something, or when there is more progress to show.
  let descriptor: Int32
  /// How far the reading has come that is under way.
  var progress: LoadingProgress { current.withLock { $0 } }

  private let location: StoreLocation
  private let messages = Mutex<[Message]>([])
  private let current = Mutex(LoadingProgress())
  private let lastTold = Atomic<Int>(0)
  /// Readable once a frame is on its way.
  private let frameSent: Int32
  private let isFrameSent = Atomic<Bool>(false)

  /// Milliseconds between two frames that show nothing but progress.
  private static let pause = 80
  /// Milliseconds that the reports wait at most, where they are more than so many bytes, for a frame that shows what is
  /// there without them: threads that read would take the processors from it.
  private static let patience: Int32 = 50
  static let fewBytes = 1 << 22

  init(_ location: StoreLocation) {
    self.location = location
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    frameSent = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  }

  deinit {
    close(descriptor)
    close(frameSent)
  }

  /// Starts to read. One reading at a time: call it again only after `take` has given the last one's end.
  func start(reusing previous: Store?, unsettled: Set<String> = []) {
    // The store itself may well be there before there is progress to show.
    lastTold.store(Clock.monotonicMilliseconds, ordering: .relaxed)
    let progress = LoadingProgress { [self] _ in
      tellProgress()
    } onBegin: { [self] progress in
      guard progress.totalBytes > Self.fewBytes else { return }
      // Nobody has to wait for these.
      Self.signal(descriptor)
      Self.wait(for: frameSent, milliseconds: Self.patience)
    }
    current.withLock { $0 = progress }
    inBackground { [self] in
      do throws(StoreError) {
        var known = previous
        // What is inside the program is little, and read at once.
        if known == nil, !location.isBundled {
          let definitions = try Store.openDefinitions(at: location)
          post(.loaded(definitions))
          known = definitions
        }
        if known != nil { csystem_give_way() }
        let store = try Store.open(at: location, reusing: known, unsettled: unsettled, progress: progress)
        post(.loaded(store))
        // After so little the first frame would ask for all of it again.
        if !location.isBundled { csystem_trim() }
      } catch {
        post(.failed(error))
      }
    }
  }

  /// Works out the names of the things in the plan of a store, as far as they are not those of another plan.
  func index(_ store: Store, changedFrom previous: Plan?, number: Int) {
    inBackground { [self] in
      csystem_give_way()
      post(.indexed(PlanIndex(store.plan, changedFrom: previous), store: number))
    }
  }

  /// Reads back what only their files say of some reports.
  func readDetails(of reports: [Report], in store: Store, number: Int) {
    inBackground { [self] in post(.details(store.details(of: reports), store: number)) }
  }

  /// Reads the line that a finding is about.
  func readLine(of finding: Finding, in store: Store, number: Int) {
    inBackground { [self] in post(.faultyLine(store.faultyLine(of: finding), finding, store: number)) }
  }

  /// Looks over the history of every figure.
  func checkHistory(of store: Store, number: Int) {
    inBackground { [self] in
      csystem_give_way()
      post(.history(store.historyFindings(), store: number))
    }
  }

  /// Works out what tells a store from others: that reads all of it.
  func findFingerprint(of store: Store, number: Int) {
    inBackground { [self] in post(.fingerprint(store.fingerprint(), store: number)) }
  }

  /// Writes what the reader says into the journal of a store.
  func record(_ recording: Recording, in store: Store) {
    inBackground { [self] in
      do throws(RecordingFault) {
        let said = try store.record(recording, by: Writer.author, at: Clock.seconds)
        post(.recorded(recording, said: said))
      } catch {
        post(.notRecorded(error))
      }
    }
  }

  /// What has come since the last time.
  func take() -> [Message] {
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout.size(ofValue: count))
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }

  /// Waits so long for something to take at most.
  func wait(milliseconds: Int32) { Self.wait(for: descriptor, milliseconds: milliseconds) }

  /// Says that a frame is on its way.
  func noteFrame() {
    if !isFrameSent.exchange(true, ordering: .relaxed) { Self.signal(frameSent) }
  }

  private static func wait(for descriptor: Int32, milliseconds: Int32) {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = Glibc.poll(&poll, 1, milliseconds)
  }

  private func inBackground(_ body: @escaping @Sendable () -> Void) {
    if !Parallel.detach(body) { body() }
  }

  private func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    Self.signal(descriptor)
  }

  private func tellProgress() {
    let now = Clock.monotonicMilliseconds
    let last = lastTold.load(ordering: .relaxed)
    guard now - last >= Self.pause,
      lastTold.compareExchange(expected: last, desired: now, ordering: .relaxed).exchanged
    else { return }
    Self.signal(descriptor)
  }

  private static func signal(_ descriptor: Int32) {
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout.size(ofValue: one))
  }
}
