internal import Glibc
internal import Synchronization
internal import TextCore

/// Reads all report files of a store, several at once, and of those that were read before only what is new.
struct ReportsLoader {
  /// What was read, ready to be read again.
  struct Loaded: Sendable {
    var reports: Reports
    var files: [ReportFile]
    var context: ReportContext
    /// Of reports that another one takes the place of.
    var duplicates = Findings()
  }

  let source: any StoreFiles
  let context: ReportContext
  var threads = Parallel.processors
  var pieceSize = ReportFileJob.pieceSize
  var limits = ReportLimits()
  var path = MarkCursor.Path.fastest
  var progress: LoadingProgress?

  /// Reads the files of these paths, which are in byte order.
  ///
  /// - Parameters:
  ///   - previous: the last reading; what still stands of it is not read again.
  ///   - unsettled: paths that somebody is still writing; they are taken as they were.
  func load(_ paths: [String], previous: Loaded?, unsettled: Set<String>) -> Loaded {
    let known = previous.flatMap { $0.context.readsAs(context) ? $0 : nil }
    var tasks = plan(paths, known, unsettled, before: previous.map { Set($0.files.map(\.path)) })
    progress?.begin(bytes: tasks.reduce(0) { $0 + ($1.isToRead ? size(of: $1) : 0) })
    if tasks.contains(where: \.isToRead) { read(&tasks) }
    return join(tasks, known)
  }

  // MARK: What is to be read

  private struct Task {
    var path: String
    var stamp: FileStamp
    /// As it was read last, and its number then.
    var old: (file: ReportFile, number: Int)?
    var isToRead: Bool
    /// Lines from this one on are read anew; `nil` where all of the old ones stand.
    var cutLine: Int?
    var file: ReportFile
    var parts: [ReportFileJob.Part] = []
  }

  /// Bytes that are going to be read of a file; none of one that is too large.
  private func size(of task: Task) -> Int {
    let size = Int(clamping: task.stamp.size)
    return size <= limits.fileBytes ? size : 0
  }

  private func plan(
    _ paths: [String], _ known: Loaded?, _ unsettled: Set<String>, before readBefore: Set<String>?
  ) -> [Task] {
    var old: [String: Int] = [:]
    for (number, file) in (known?.files ?? []).enumerated() { old[file.path] = number }
    return paths.compactMap { path in
      let before = known.flatMap { known in old[path].map { (file: known.files[$0], number: $0) } }
      if let readBefore, unsettled.contains(path) {
        if let before {
          return Task(path: path, stamp: before.file.stamp, old: before, isToRead: false, file: before.file)
        }
        // One that was read for another plan has to be read for this one, or all its rows were gone meanwhile.
        guard readBefore.contains(path) else { return nil }
      }
      guard let stamp = source.stamp(of: path) else { return nil }
      let isKnown = before.map { $0.file.stamp == stamp && !stamp.isFresh && $0.file.fault == nil } ?? false
      let file = isKnown ? before?.file : nil
      return Task(
        path: path, stamp: stamp, old: before, isToRead: !isKnown, file: file ?? ReportFile(path: path, stamp: stamp))
    }
  }

  // MARK: Reading

  /// What several threads take their work from.
  private struct Queue: ~Copyable {
    /// Files that nobody has opened yet.
    var files: [Int]
    /// Files that somebody is opening.
    var opening = 0
    /// Pieces that nobody has read yet, the next one last.
    var pieces: [(job: ReportFileJob, number: Int)] = []
    var opened: [Int: Opened] = [:]

    enum Work {
      case piece(ReportFileJob, Int)
      case file(Int)
      /// Somebody is finding out what else there is to do.
      case wait
      case none
    }

    mutating func next() -> Work {
      if let (job, number) = pieces.popLast() { return .piece(job, number) }
      guard let file = files.popLast() else { return opening > 0 ? .wait : .none }
      opening += 1
      return .file(file)
    }

    mutating func add(_ file: Opened, number: Int) {
      opening -= 1
      opened[number] = file
      guard let job = file.job else { return }
      pieces += (0..<job.plan.pieceCount).reversed().map { (job, $0) }
    }
  }

  /// A file that is to be read.
  private struct Opened {
    var file: ReportFile
    var job: ReportFileJob?
    var cutLine: Int?
    /// What was read before is still all that there is.
    var isSame = false
  }

  private func read(_ tasks: inout [Task]) {
    let toRead = tasks.indices.filter { tasks[$0].isToRead }
    let total = toRead.reduce(0) { $0 + size(of: tasks[$1]) }
    let queue = Mutex(Queue(files: toRead.reversed()))
    let all = tasks
    // Less than this is read before a second thread has begun.
    Parallel.run(total < 1 << 19 ? 1 : threads) { _ in
      var window = ReportWindow()
      while true {
        switch queue.withLock({ $0.next() }) {
        case .piece(let job, let number):
          let rows = job.read(number, context, path, &window)
          progress?.add(bytes: job.plan.range(number).count, rows: rows)
        case .file(let number):
          let opened = open(all[number])
          // The header, and what is known already; all of a file of which nothing is read.
          progress?.add(bytes: max(0, size(of: all[number]) - (opened.job?.plan.bytes ?? 0)), rows: 0)
          queue.withLock { $0.add(opened, number: number) }
        case .wait: usleep(100)
        case .none: return
        }
      }
    }
    for (number, opened) in queue.withLock({ $0.opened }) { take(opened, for: &tasks[number]) }
  }

  private func take(_ opened: Opened, for task: inout Task) {
    task.file = opened.file
    task.cutLine = opened.cutLine
    guard let job = opened.job else {
      if !opened.isSame { task.old = nil }
      return
    }
    (task.file, task.parts) = job.take()
    if opened.cutLine == nil || task.file.fault != nil { task.old = nil }
  }

  /// Opens a file and reads its header, or finds out where it has grown.
  private func open(_ task: Task) -> Opened {
    switch source.open(task.path) {
    case .failure(let fault): return self.fault(fault, task)
    case .success(let file):
      guard file.size <= limits.fileBytes else { return fault(limits.file, task) }
      if let old = task.old?.file, let grown = grown(file, from: old, task) { return grown }
      return begin(file, task)
    }
  }

  private func fault(_ fault: FileFault, _ task: Task) -> Opened {
    Opened(file: ReportFile(path: task.path, stamp: task.stamp, fault: fault))
  }

  /// Where the beginning of the file is what was read last, only the rest is read; `nil` where it is not.
  private func grown(_ file: any OpenFile, from old: ReportFile, _ task: Task) -> Opened? {
    guard let layout = old.layout, old.fault == nil, file.size >= old.checkedSize, old.isPrefix(of: file) else {
      return nil
    }
    var known = old
    known.stamp = task.stamp
    if file.size == old.checkedSize { return Opened(file: known, isSame: true) }
    let (offset, line) = old.resume
    guard known.cutToResume() else { return nil }
    let plan = ReportFileJob.Plan(
      layout: layout, start: offset, line: line, size: file.size, pieceSize: pieceSize, limits: limits)
    return Opened(file: known, job: ReportFileJob(file, plan, known: known), cutLine: line)
  }

  private func begin(_ file: any OpenFile, _ task: Task) -> Opened {
    var known = ReportFile(path: task.path, stamp: task.stamp)
    var size = 1 << 12
    while true {
      guard case .success(let bytes) = file.bytes(at: 0, count: size) else {
        return fault(.system(EIO), task)
      }
      var table = Table(bytes, file: task.path, as: ReportColumn.self)
      let columnCount = table.readHeader()
      if table.form != nil {
        known.findings = table.findings
        return Opened(file: known)
      }
      let isWhole = bytes.count < size || table.row.reader.position < bytes.count && !table.row.reader.isOpenEnded
      let reader = table.row.reader
      // A quote that is open for so long is never closed.
      if !isWhole, size < limits.headerBytes || !reader.isOpenEnded {
        guard size < limits.headerBytes else { return fault(limits.header, task) }
        size *= 4
        continue
      }
      known.findings = table.findings
      known.lines = reader.nextLine
      let header = 0..<min(reader.position, bytes.count)
      known.checks = [.init(range: header, checksum: unsafe bytes[header].withUnsafeBytes { unsafe Checksum.of($0) })]
      // A header that is not ended may become another one; there is no row yet.
      guard let columnCount, bytes[..<reader.position].last == UInt8(ascii: "\n") else { return Opened(file: known) }
      let layout = ReportLayout(path: task.path, positions: table.row.positions, columnCount: columnCount)
      known.layout = layout
      let plan = ReportFileJob.Plan(
        layout: layout, start: reader.position, line: reader.nextLine, size: file.size, pieceSize: pieceSize,
        limits: limits)
      return Opened(file: known, job: ReportFileJob(file, plan, known: known))
    }
  }

  // MARK: Putting together

  private func join(_ tasks: [Task], _ known: Loaded?) -> Loaded {
    var builder = ReportsBuilder(slots: context.slots)
    var files: [ReportFile] = []
    var bases: [UInt32] = []
    var kept: [ReportsBuilder.Kept] = []
    var base: UInt32 = 0
    for task in tasks {
      var file = task.file
      let end = Int(base) + file.lines + 1
      let overflow = end > PackedReport.mostLines
      if overflow { file = ReportFile(path: file.path, stamp: file.stamp, fault: .tooManyLines) }
      bases.append(base)
      files.append(file)
      guard !overflow else { continue }
      if let old = task.old, let known {
        let before = known.reports.lineBases[old.number]
        let count = UInt32(clamping: task.cutLine ?? old.file.lines + 1)
        kept.append(.init(before: before..<(before + count), after: base))
      }
      for part in task.parts {
        builder.parts.append(
          .init(
            blocks: part.piece.rows.blocks, wide: part.piece.wide, line: base + UInt32(clamping: part.firstLine)))
      }
      base = UInt32(end)
    }
    builder.kept = kept.sorted { $0.before.lowerBound < $1.before.lowerBound }
    builder.previous = kept.isEmpty ? nil : known?.reports
    let isUnchanged = builder.parts.isEmpty && kept.count == known?.files.count && bases == known?.reports.lineBases
    if isUnchanged, let known, tasks.allSatisfy({ $0.cutLine == nil }) {
      return Loaded(reports: known.reports, files: files, context: context, duplicates: known.duplicates)
    }
    let output = builder.build(threads: threads)
    let reports = Reports(
      files: files.map(\.path), rows: output.rows, wide: output.wide, starts: output.starts, lineBases: bases,
      slots: context.slots, rollups: known?.reports.rollups.without(output.changed) ?? RollupCache())
    return Loaded(reports: reports, files: files, context: context, duplicates: duplicates(output, reports))
  }

  /// A warning for every report that another one for the same agency, indicator and day takes the place of, or would.
  private func duplicates(_ output: ReportsBuilder.Output, _ reports: Reports) -> Findings {
    var findings = Findings()
    for duplicate in output.duplicates {
      let (earlier, later) = (reports.place(duplicate.earlier), reports.place(duplicate.later))
      let place = "\(reports.files[earlier.file]):\(earlier.line)"
      let message = DuplicateRule.message(earlier: place)
      findings.add(
        Finding(.warning, file: reports.files[later.file], line: later.line, column: 1, message: message))
    }
    for _ in output.duplicates.count..<max(output.duplicates.count, output.duplicateCount) {
      findings.count(.warning)
    }
    return findings
  }
}

extension ReportsLoader.Loaded {
  /// Adds what was found in the order in which it stands in the files.
  func addFindings(to findings: inout Findings) {
    let others = Dictionary(grouping: duplicates.kept, by: \.file)
    for file in files {
      let more = others[file.path] ?? []
      if !file.findings.isEmpty || !more.isEmpty { findings.add(file.findings.inOrder(with: more)) }
    }
    for _ in 0..<duplicates.omitted { findings.count(.warning) }
  }
}
