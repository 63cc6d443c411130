import Foundation
import Testing

/// Every command that the README gives works. The two that build are run by `.ci/run`.
@Suite struct ReadmeCommandTests {
  @Test func commandsOfTheReadme() throws {
    let readme = try String(
      contentsOf: ArchitectureTests.root.appendingPathComponent("README.md"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```sh\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    let commands = blocks.flatMap { $0.components(separatedBy: "\n") }.filter { $0.hasPrefix("thuky") }
    #expect(commands.count >= 5)
    let folder = try TemporaryFolder()
    try folder.write(ImportCommandTests.documented("csv"), to: "bao-cao.csv")
    for command in commands {
      let outcome = Shell.run(["sh", "-c", command], in: folder.path)
      #expect(outcome.status == 0, "\(command): \(outcome)")
      #expect(outcome.error.isEmpty, "\(command): \(outcome)")
    }
    let builds = blocks.map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.hasPrefix("thuky") }
    #expect(builds.count == 2)
    #expect(builds.first?.hasSuffix("swift run -c release thuky") == true)
    #expect(builds.first?.contains("apt-get install -y libncursesw5-dev") == true)
    #expect(builds.last?.hasSuffix("swift test") == true)
  }
}
