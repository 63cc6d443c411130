import Testing
import TextCore

@Suite struct FindingTests {
  private func finding(_ severity: Finding.Severity, line: Int = 1) -> Finding {
    Finding(severity, file: "a.csv", line: line, column: 2, message: Localized("sai", "wrong"))
  }

  @Test func text() {
    #expect(finding(.error, line: 3).text(in: .vietnamese) == "a.csv:3:2: error: sai")
    #expect(finding(.warning).text(in: .english) == "a.csv:1:2: warning: wrong")
  }

  @Test func thousandAreKeptAndAllAreCounted() {
    var findings = Findings()
    #expect(findings.isEmpty && findings.hasRoom)
    for line in 1...1_500 { findings.add(finding(line.isMultiple(of: 3) ? .warning : .error, line: line)) }
    #expect(findings.kept.map(\.line) == Array(1...1_000))
    #expect(findings.errorCount == 1_000 && findings.warningCount == 500)
    #expect(findings.count == 1_500 && findings.omitted == 500 && !findings.hasRoom)
    findings.count(.error)
    #expect(findings.errorCount == 1_001 && findings.kept.count == 1_000)
  }

  @Test func joined() {
    var first = Findings()
    for line in 1...600 { first.add(finding(.error, line: line)) }
    var all = first
    all.add(first)
    #expect(all.count == 1_200 && all.kept.count == 1_000 && all.omitted == 200)
    all.add(first)
    #expect(all.count == 1_800 && all.kept.count == 1_000 && all.errorCount == 1_800)
  }
}
