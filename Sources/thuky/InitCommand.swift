import ArgumentParser
import Glibc
import PlanCore
import TextCore

/// `thuky init`: the bundled plan as files to edit, or the same with a year that is made up.
struct InitCommand: ParsableCommand, SpeaksALanguage {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write the bundled plan into a folder that is empty or not there yet.")

  @Argument(help: ArgumentHelp("The folder to write.", valueName: "dir")) var folder: String
  @Flag(help: "With a made-up year of reports and updates, to try the program out.") var simulated = false
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let language = try Choices(language: language.lang).chosenLanguage()
    let files = simulated ? BundledPlan.simulatedYear.files : BundledPlan.files
    do {
      try StoreWriter.write(files, into: folder)
    } catch {
      throw LocatedStoreError(error: error, location: folder, isWriting: true)
    }
    try Output.line(
      language == .vietnamese
        ? "đã ghi \(files.count) tệp vào \(folder); mở bằng: thuky --store \(folder)"
        : "wrote \(files.count) files into \(folder); open it with: thuky --store \(folder)")
  }
}
