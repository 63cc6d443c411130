internal import Synchronization
internal import TextCore

/// One report file on its way into memory. Threads read pieces of it in any order; the one that reads the last puts
/// them together.
final class ReportFileJob: Sendable {
  /// Bytes in one piece: what is read is still in the processor's cache when it is parsed.
  static let pieceSize = 1 << 18

  /// What there is to read, once the header has been.
  struct Plan: Sendable {
    var layout: ReportLayout
    /// Where records begin.
    var start: Int
    var line: Int
    var size: Int
    var pieceSize: Int
    var limits: ReportLimits

    var pieceCount: Int { max(1, (size - start + pieceSize - 1) / pieceSize) }

    var bytes: Int { max(0, size - start) }

    func range(_ piece: Int) -> Range<Int> {
      let first = min(size, start + piece * pieceSize)
      return first..<(piece == pieceCount - 1 ? max(first, size) : first + pieceSize)
    }
  }

  /// Rows that were read, and the line of the file that theirs are counted from.
  struct Part {
    var piece: ReportPiece
    var firstLine: Int
  }

  let plan: Plan
  private let file: any OpenFile
  private let state: Mutex<State>

  private struct State: ~Copyable {
    var pieces: [ReportPiece?]
    var left: Int
    var known: ReportFile
    var parts: [Part] = []
  }

  /// - Parameter known: the file as it is known so far: its header, or all of it up to where reading goes on.
  init(_ file: any OpenFile, _ plan: Plan, known: ReportFile) {
    self.file = file
    self.plan = plan
    let count = plan.pieceCount
    state = Mutex(State(pieces: Array(repeating: nil, count: count), left: count, known: known))
  }

  /// Reads one piece; the last one to be read also puts all of them together.
  ///
  /// - Returns: rows in it; and for the last one, how many more or fewer there are in those that were read twice.
  func read(_ number: Int, _ context: ReportContext, _ path: MarkCursor.Path, _ window: inout ReportWindow) -> Int {
    let range = plan.range(number)
    let piece = ReportPiece(
      file, range, isStart: number == 0, plan.limits,
      ReportParser(context, plan.layout, path: path, size: range.count), &window)
    let rows = piece.rows.count
    let all = state.withLock { state -> [ReportPiece]? in
      state.pieces[number] = piece
      state.left -= 1
      guard state.left == 0 else { return nil }
      defer { state.pieces = [] }
      return state.pieces.compactMap(\.self)
    }
    guard let all else { return rows }
    let (known, parts) = join(all, context, path, &window)
    state.withLock { state in
      state.known = known
      state.parts = parts
    }
    return rows + parts.reduce(0) { $0 + $1.piece.rows.count } - all.reduce(0) { $0 + $1.rows.count }
  }

  /// The file and its rows; call it once all pieces have been read.
  func take() -> (file: ReportFile, parts: [Part]) {
    state.withLock { state in
      defer { state.parts = [] }
      return (state.known, state.parts)
    }
  }

  /// Puts the pieces one after the other. Where one did not begin with a record, because a quote was open there, it is
  /// read again from where the one before it ends.
  private func join(
    _ pieces: [ReportPiece], _ context: ReportContext, _ path: MarkCursor.Path, _ window: inout ReportWindow
  ) -> (ReportFile, [Part]) {
    var known = state.withLock { $0.known }
    var parts: [Part] = []
    var (offset, line) = (plan.start, plan.line)
    var resume: (offset: Int, line: Int)?
    for var piece in pieces {
      if piece.fault == nil || piece.fault == plan.limits.record, offset < piece.range.upperBound, piece.start != offset
      {
        let range = offset..<piece.range.upperBound
        piece = ReportPiece(
          file, range, isStart: true, plan.limits,
          ReportParser(context, plan.layout, path: path, size: range.count), &window)
      }
      if let fault = piece.fault {
        known.fault = fault
        known.findings = Findings()
        known.findings.add(fault.finding(in: known.path, line: fault == plan.limits.record ? line + piece.lines : 1))
        return (known, [])
      }
      guard offset < piece.range.upperBound else { continue }
      known.checks.append(.init(range: piece.checked, checksum: piece.checksum))
      known.landmarks.append(.init(line: line, offset: offset))
      known.findings.add(piece.findings.shifted(byLines: line))
      if resume == nil, let open = piece.openEnd { resume = (open.offset, open.line + line) }
      parts.append(Part(piece: piece, firstLine: line))
      offset = piece.end
      line += piece.lines
    }
    known.lines = line
    known.resume = resume ?? (offset, line)
    return (known, parts)
  }
}
