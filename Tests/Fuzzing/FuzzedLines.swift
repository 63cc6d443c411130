import TextCore

@testable import PlanCore

/// Files of `key = value` lines, as such and as a plan's settings.
enum FuzzedLines {
  static let seeds = [
    Array(FuzzedTables.files[0].text.utf8),
    Array("\u{FEFF}# a\r\nformat = 1\n\nid=p\nid = q\non_track = 0,9\nstale_months = 99999999999\n = x\ny\n".utf8),
  ]

  static func fault(in bytes: [UInt8]) -> String? {
    var findings = Findings()
    let file = KeyValueFile(bytes, name: "f", findings: &findings)
    for entry in file.entries {
      if entry.key.isEmpty || entry.line < 1 || entry.keyColumn < 1 || entry.valueColumn < entry.keyColumn {
        return "an entry without a place: \(entry)"
      }
      if file[entry.key]?.line != entry.line { return "an entry that is not found: \(entry)" }
    }
    let settings = try? PlanSettings.read(bytes, findings: &findings)
    if let settings, settings.start > settings.end { return "a plan that ends before it begins" }
    return nil
  }
}
