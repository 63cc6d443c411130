internal import TextCore

extension Store {
  /// Writes what somebody says into the store's journal, and returns when it is on the disk.
  ///
  /// It waits for others who write, and for the disk: call it where that holds nobody up.
  ///
  /// - Parameters:
  ///   - recording: as `Recording.checked` gives it.
  ///   - author: as `Author.name` gives it.
  ///   - moment: seconds since 1970, UTC.
  /// - Returns: the rows as the journal will have them, but for their lines.
  /// - Throws: why nothing was written.
  @discardableResult
  public func record(_ recording: Recording, by author: String, at moment: Int) throws(RecordingFault) -> [Update] {
    try record(recording, by: author, at: moment, RealFileSystem())
  }

  @discardableResult
  func record(
    _ recording: Recording, by author: String, at moment: Int, _ system: some FileSystem
  ) throws(RecordingFault) -> [Update] {
    guard case .folder(let folder) = location else { throw .refused(WriteAccess.bundled.refusal ?? .gone) }
    guard let subject = plan.subject(recording.work) else { throw .invalid(.gone) }
    var file = try JournalFile(in: folder, system)
    defer { file.close() }
    try file.setTornRowAside()
    let layout = try file.layout()
    if recording.known != nil || recording.takesBack {
      try check(recording, on: subject, by: author, against: try file.bytes(0..<file.size))
    }
    let at = Timestamp.text(ofSeconds: moment)
    let rows = try recording.bytes(layout ?? .new, author: author, at: at)
    try file.append(layout == nil ? JournalLayout.header + rows : rows)
    return recording.updates(about: subject, by: author, at: at)
  }

  /// What the file says now, while nobody else writes.
  private func check(
    _ recording: Recording, on subject: Update.Subject, by author: String, against bytes: [UInt8]
  ) throws(RecordingFault) {
    var findings = Findings()
    let journal = UpdatesTable.read(bytes, tables, &findings)
    if let known = recording.known {
      let new = journal.words(about: subject).since(known)
      if !new.isEmpty { throw .saidMeanwhile(new) }
    }
    if recording.takesBack, journal.lastStanding(of: subject, by: author) == nil { throw .nothingToTakeBack }
  }
}

extension Journal {
  /// Everything that bears on a piece of work: of one agency's share of a task what was said about all of it too.
  public func words(about subject: Update.Subject) -> [Update] {
    guard case .assignment(let task, _) = subject else { return history(of: subject) }
    return (history(of: .task(task)) + history(of: subject)).sorted { $0.line < $1.line }
  }
}

extension [Update] {
  /// Those that are not among others, whatever lines they stand on.
  public func since(_ known: [Update]) -> [Update] {
    var rest = known
    return filter { update in
      guard let place = rest.firstIndex(where: update.saysTheSame) else { return true }
      rest.remove(at: place)
      return false
    }
  }
}

extension Update {
  fileprivate func saysTheSame(as other: Update) -> Bool {
    (at, author, day, evidence) == (other.at, other.author, other.day, other.evidence) && content == other.content
  }
}

extension Localized {
  fileprivate static let gone = Localized(
    "mục này không còn trong bộ dữ liệu", "this is no longer in the store")
}
