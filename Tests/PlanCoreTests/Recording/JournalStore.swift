import Foundation
import TestSupport
import TextCore

@testable import PlanCore

/// The bundled plan in a folder, with a journal of its own.
struct JournalStore {
  static let header = "at,author,subject,field,value,effective,evidence\n"
  static let row = "2023-06-30T17:00:00+07:00,hoa,task/T19/moh,status,in-progress,,\n"
  /// 30 June 2023, 17:00 in Viet Nam.
  static let moment = 1_688_119_200
  static let work = WorkID.assignment(task: "T19", agency: "moh")

  let folder: TemporaryFolder

  /// - Parameter journal: `nil`: there is none yet.
  init(_ journal: String?) throws {
    folder = try TemporaryFolder()
    for file in BundledPlan.files where file.path != "updates.csv" { try folder.write(file.path, file.bytes) }
    if let journal { try folder.write("updates.csv", journal) }
  }

  func open() throws -> Store { try Store.open(at: folder.location) }

  func text(_ name: String = "updates.csv") -> String {
    String(decoding: FileManager.default.contents(atPath: folder.at(name)) ?? Data(), as: UTF8.self)
  }

  static func recording(
    status: WorkStatus? = nil, note: String = "", evidence: String = "", effective: String? = nil
  ) -> Recording {
    var recording = Recording(work)
    (recording.status, recording.note, recording.evidence) = (status, note, evidence)
    recording.effective = effective.flatMap { Day(iso: $0) }
    return recording
  }

  /// Records as `lan`; the fault where nothing was written.
  func record(_ recording: Recording, _ system: some FileSystem = RealFileSystem()) throws -> RecordingFault? {
    let store = try Store.openDefinitions(at: folder.location)
    do throws(RecordingFault) {
      let today = Day(iso: "2023-07-01") ?? .last
      let checked = try recording.checked(store.plan.settings, today: today)
      try store.record(checked, by: "lan", at: Self.moment, system)
      return nil
    } catch {
      return error
    }
  }
}
