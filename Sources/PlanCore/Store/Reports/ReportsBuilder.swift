internal import Synchronization

/// Puts rows in the order in which they are asked for: by slot, end, place.
struct ReportsBuilder {
  /// Rows that were read, still in the order of their files.
  struct Part {
    var blocks: [[UnsortedReport]]
    var wide: [WideNumber]
    /// What to add to their lines.
    var line: UInt32
  }

  /// Lines of a file of the last reading: what is kept of it and where it stands now.
  struct Kept {
    /// Among the lines of all files, then and now.
    var before: Range<UInt32>
    var after: UInt32
  }

  let slots: Reports.Slots
  var parts: [Part] = []
  /// Ascending.
  var kept: [Kept] = []
  var previous: Reports?

  /// Two reports for the same agency, indicator and day.
  struct Duplicate {
    var earlier: UInt32
    var later: UInt32
  }

  struct Output {
    var rows: [PackedReport] = []
    var wide: [WideNumber] = []
    var starts: [UInt32]
    /// The first ones, and how many there are.
    var duplicates: [Duplicate] = []
    var duplicateCount = 0
    /// Indicators with rows that were not there before, or are no longer.
    var changed: [Bool]
  }

  consuming func build(threads: Int) -> Output {
    var output = Output(
      starts: [UInt32](repeating: 0, count: slots.count + 1),
      changed: [Bool](repeating: previous == nil, count: slots.indicators))
    count(&output)
    let wideBases = joinWide(&output)
    let total = Int(output.starts[slots.count])
    let ranges = slotRanges(output.starts, total, threads: total < 100_000 ? 1 : threads)
    let found = Mutex([Int: Duplicates]())
    let starts = output.starts
    let builder = self
    output.rows = unsafe [PackedReport](unsafeUninitializedCapacity: total) { buffer, count in
      let target = unsafe Target(rows: buffer)
      Parallel.run(ranges.count) { number in
        unsafe builder.scatter(ranges[number], starts, wideBases, target)
        let duplicates = unsafe builder.sort(ranges[number], starts, target)
        found.withLock { $0[number] = duplicates }
      }
      count = total
    }
    let all = found.withLock { $0.sorted { $0.key < $1.key }.map(\.value) }
    output.duplicates = Array(all.lazy.flatMap { $0.first }.prefix(Duplicates.limit))
    output.duplicateCount = all.reduce(0) { $0 + $1.count }
    compactWide(&output)
    return output
  }

  // MARK: Counting

  private func count(_ output: inout Output) {
    for part in parts {
      for block in part.blocks {
        for report in block {
          output.starts[Int(report.slot) + 1] += 1
          if previous != nil { output.changed[Int(report.slot) / slots.agencies] = true }
        }
      }
    }
    if let previous {
      for slot in 0..<slots.count {
        for index in previous.starts[slot]..<previous.starts[slot + 1] {
          if newLine(previous.rows[Int(index)].place) != nil {
            output.starts[slot + 1] += 1
          } else {
            output.changed[slot / slots.agencies] = true
          }
        }
      }
    }
    for slot in 0..<slots.count { output.starts[slot + 1] += output.starts[slot] }
  }

  /// Where a line of the last reading stands now; `nil` where it is gone.
  private func newLine(_ line: UInt32) -> UInt32? {
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].before.lowerBound <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0, kept[low - 1].before.contains(line) else { return nil }
    return line - kept[low - 1].before.lowerBound + kept[low - 1].after
  }

  /// Slots in ranges of about as many rows.
  private func slotRanges(_ starts: [UInt32], _ total: Int, threads: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var first = 0
    for number in 1...max(1, threads) {
      let wanted = total * number / max(1, threads)
      var end = first
      while end < slots.count, number == threads || Int(starts[end]) < wanted { end += 1 }
      ranges.append(first..<end)
      first = end
    }
    return ranges
  }

  // MARK: Numbers that do not fit

  /// Where each part's wide numbers begin in the list of all.
  private func joinWide(_ output: inout Output) -> [UInt32] {
    output.wide = previous?.wide ?? []
    return parts.map { part in
      defer { output.wide += part.wide }
      return UInt32(truncatingIfNeeded: output.wide.count)
    }
  }

  /// Leaves out those of rows that are gone.
  private func compactWide(_ output: inout Output) {
    guard previous?.wide.isEmpty == false else { return }
    var used: [WideNumber] = []
    for index in output.rows.indices {
      output.rows[index].rewrite { number in
        used.append(output.wide[Int(number)])
        return UInt32(truncatingIfNeeded: used.count - 1)
      }
    }
    output.wide = used
  }

  // MARK: Sorting

  /// Room that several threads write into, each at places of its own.
  @unsafe private struct Target: @unchecked Sendable {
    var rows: UnsafeMutableBufferPointer<PackedReport>
  }

  private func scatter(_ range: Range<Int>, _ starts: [UInt32], _ wideBases: [UInt32], _ target: Target) {
    var next = Array(starts[range])
    if let previous {
      for slot in range {
        for index in previous.starts[slot]..<previous.starts[slot + 1] {
          var row = previous.rows[Int(index)]
          guard let line = newLine(row.place) else { continue }
          row.place = line
          unsafe target.rows[Int(next[slot - range.lowerBound])] = row
          next[slot - range.lowerBound] += 1
        }
      }
    }
    let (low, count) = (UInt32(range.lowerBound), UInt32(range.count))
    for (part, wideBase) in zip(parts, wideBases) {
      let hasWide = !part.wide.isEmpty
      for block in part.blocks {
        for report in block {
          let number = report.slot &- low
          guard number < count else { continue }
          var row = report.row
          row.place &+= part.line
          if hasWide { row.rewrite { $0 &+ wideBase } }
          unsafe target.rows[Int(next[Int(number)])] = row
          next[Int(number)] &+= 1
        }
      }
    }
  }

  private struct Duplicates {
    static let limit = 1_000
    var first: [Duplicate] = []
    var count = 0
  }

  private func sort(_ range: Range<Int>, _ starts: [UInt32], _ target: Target) -> Duplicates {
    var duplicates = Duplicates()
    for slot in range {
      let (first, end) = (Int(starts[slot]), Int(starts[slot + 1]))
      guard end - first > 1 else { continue }
      unsafe Self.sort(UnsafeMutableBufferPointer(rebasing: target.rows[first..<end]))
      for index in (first + 1)..<end {
        let (earlier, later) = unsafe (target.rows[index - 1], target.rows[index])
        guard earlier.endOrder == later.endOrder else { continue }
        duplicates.count += 1
        if duplicates.first.count < Duplicates.limit {
          duplicates.first.append(Duplicate(earlier: earlier.place, later: later.place))
        }
      }
    }
    return duplicates
  }

  /// By insertion where there are few, as there are in all but strange stores.
  private static func sort(_ rows: UnsafeMutableBufferPointer<PackedReport>) {
    guard rows.count <= 32 else {
      var rows = unsafe rows
      return unsafe rows.sort { $0.order < $1.order }
    }
    for index in 1..<rows.count {
      let row = unsafe rows[index]
      let order = row.order
      var place = index
      while place > 0, unsafe rows[place - 1].order > order {
        unsafe rows[place] = rows[place - 1]
        place -= 1
      }
      unsafe rows[place] = row
    }
  }
}

extension PackedReport {
  /// By end, then by place.
  fileprivate var order: UInt64 { UInt64(endOrder) << 32 | UInt64(place) }
}
