import Foundation
import TestSupport
import Testing

@testable import PlanCore

/// What tells one store from another.
@Suite struct StoreFingerprintTests {
  private func fingerprint(_ files: [StoreLocation.File]) throws -> String {
    try #require(try Store.open(at: .bundled(files)).fingerprint()).hex
  }

  /// What `sha256sum` of `sha256sum`s says, written out here once more.
  private func expected(_ files: [StoreLocation.File]) -> String {
    let lines = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { "\(SHA256.hex($0.bytes))  \($0.path)\n" }
    return SHA256.hex(Array(lines.joined().utf8))
  }

  @Test func ofTheBundledPlan() throws {
    #expect(try fingerprint(BundledPlan.files) == expected(BundledPlan.files))
    #expect(try fingerprint(BundledPlan.files.reversed()) == expected(BundledPlan.files))
  }

  @Test func ofTheMadeUpYear() throws {
    let store = try SimulatedPlan.open()
    #expect(store.fingerprint()?.hex == expected(SimulatedPlan.year.files))
  }

  /// One bit of any file, anywhere, and it is another.
  @Test func everyFileCounts() throws {
    var seen: Set<String> = [try fingerprint(BundledPlan.files)]
    for index in BundledPlan.files.indices {
      var files = BundledPlan.files
      files[index].bytes.append(UInt8(ascii: "\n"))
      #expect(seen.insert(try fingerprint(files)).inserted, "\(files[index].path)")
    }
  }

  @Test func digits() {
    let whole = SHA256.hex([])
    let fingerprint = StoreFingerprint([])
    #expect(fingerprint.hex == whole)
    #expect(
      fingerprint.matches(whole) && fingerprint.matches(whole.prefix(12)) && fingerprint.matches(whole.uppercased()))
    #expect(!fingerprint.matches(whole.prefix(11)) && !fingerprint.matches(whole + "0") && !fingerprint.matches(""))
    #expect(!fingerprint.matches("e3b0c44298fd"))
    #expect(StoreFingerprint.isDigits("E3b0c44298fc") && !StoreFingerprint.isDigits("e3b0c44298f"))
    #expect(!StoreFingerprint.isDigits("e3b0c44298fg") && !StoreFingerprint.isDigits(whole + "0"))
  }

  @Test(arguments: ["SHA-256: %@\n", "*%@*  \n", "x %@", "%@", "a,b,%@\r\nLưu ý: x\r\n", "ffff %@ ff0"])
  func inAPaper(_ frame: String) {
    let hex = SHA256.hex([1])
    #expect(StoreFingerprint.digits(in: Array(frame.replacingOccurrences(of: "%@", with: hex).utf8)) == hex)
    #expect(StoreFingerprint.digits(in: Array(frame.replacingOccurrences(of: "%@", with: hex + "0").utf8)) == nil)
  }

  @Test func pathsAsSha256sumHasThem() {
    let digest = SHA256.hex([])
    let odd = StoreFingerprint([("reports/a\\b\nc.csv", digest)])
    #expect(odd.hex == SHA256.hex(Array("\\\(digest)  reports/a\\\\b\\nc.csv\n".utf8)))
  }
}
