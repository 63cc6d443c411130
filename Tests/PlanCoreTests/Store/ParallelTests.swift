import CSystem
import Foundation
import Synchronization
import Testing

@testable import PlanCore

/// Threads begin beside their starter, not behind it, and are bound to no processor afterwards.
@Suite struct ParallelTests {
  /// The processors that the calling thread may run on, of those that are there.
  private static var allowed: Set<Int> {
    let status = (try? String(contentsOfFile: "/proc/thread-self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }
    let online = (try? String(contentsOfFile: "/sys/devices/system/cpu/online", encoding: .utf8)) ?? ""
    return numbers(line?.split(separator: "\t").last.map(String.init) ?? "")
      .intersection(numbers(online.trimmingCharacters(in: .newlines)))
  }

  /// Numbers as the system writes them: `0-1,3`.
  private static func numbers(_ list: String) -> Set<Int> {
    Set(
      list.split(separator: ",").flatMap { part in
        let ends = part.split(separator: "-").compactMap { Int($0) }
        return Array((ends.first ?? 0)...(ends.last ?? 0))
      })
  }

  /// What a thread of these attributes may run on where it begins, and after it was let go.
  private static func places(_ attributes: inout pthread_attr_t) throws -> [Set<Int>] {
    final class Places { var lists: [Set<Int>] = [] }
    let places = Places()
    var thread = pthread_t()
    let code = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        let places = Unmanaged<Places>.fromOpaque(argument).takeUnretainedValue()
        places.lists.append(ParallelTests.allowed)
        csystem_run_anywhere()
        places.lists.append(ParallelTests.allowed)
        return nil
      }, Unmanaged.passUnretained(places).toOpaque())
    try #require(code == 0)
    pthread_join(thread, nil)
    return places.lists
  }

  @Test func beginsElsewhere() throws {
    let all = Self.allowed
    try #require(!all.isEmpty)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    let hasOther = csystem_begin_elsewhere(&attributes) == 0
    #expect(hasOther == (all.count > 1))
    let places = try Self.places(&attributes)
    #expect(places.count == 2 && places[1] == all)
    if hasOther { #expect(places[0].isStrictSubset(of: all) && places[0].count == all.count - 1) }
  }

  @Test func everyNumberOnceAndAnywhere() {
    let all = Self.allowed
    let seen = Mutex<[(Int, Set<Int>)]>([])
    Parallel.run(7) { number in seen.withLock { $0.append((number, Self.allowed)) } }
    let found = seen.withLock { $0 }
    #expect(found.map(\.0).sorted() == Array(0..<7))
    #expect(found.allSatisfy { $0.1 == all })
  }
}
