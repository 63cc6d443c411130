import ArgumentParser
import CursesTerminal
import Glibc
import PlanCore
import TerminalKit
import TextCore

/// What was asked for cannot be.
enum UsageError: Error, Hashable {
  case environment(name: String, value: String, choices: [String])
  case unknownTheme(String, known: [String])
  /// `--of` names nothing on that screen.
  case unknownRow(String, known: [String])
  /// The page has no such list, counted from 1.
  case noList(Int)
  /// A line of a configuration file, and what is wrong with it.
  case configuration(Finding)
  case demoWithStore
  case cycleOfAnotherScreen
  /// A paper is of nothing that the plan has, or of several things.
  case unclearName(UnclearName, example: String)
  case reminderOfWhom
  case allWithoutFolder
  case daysOutOfOrder(from: Day, to: Day)
  /// What was to be written would become part of the store.
  case intoStore(String)
  /// In a letter's place there is something else.
  case otherLetter(String)
  /// The paper whose hash is wanted.
  case unreadablePaper(path: String, UserFile.Fault)
  /// Neither a hash nor a paper with one.
  case noHash(String)
  /// `record` with words that do not go together.
  case recording(Localized)
  /// A kiosk shows the dashboard and does nothing else.
  case kioskOfACommand
  case kioskStoreIsNotWhole(String)
}

/// Standard output would not take what was printed.
struct OutputError: Error {
  var code: Int32
}

/// The one place where an error becomes a line for people and an exit status (sysexits).
enum Failure {
  static let findingsStatus: Int32 = 1

  /// Runs a command and ends the process: 0, or the status and line of its error in the language that was asked for.
  static func exitOnError(in language: Language? = nil, _ body: () throws -> Void) -> Never {
    do {
      try body()
    } catch {
      end(with: error, in: language)
    }
    exit(0)
  }

  static func end(with error: any Error, in language: Language? = nil) -> Never {
    if let code = error as? ExitCode { exit(code.rawValue) }
    if let stopped = error as? Stopped { exit(128 + stopped.signal) }
    let language = language ?? (try? Choices(language: askedLanguage).chosenLanguage()) ?? .vietnamese
    guard let (status, message) = describe(error) else { endParsing(with: error, in: language) }
    Output.error("thuky: " + message[language])
    exit(status)
  }

  /// What is not ours is the argument parser's: help, a version, a word that it does not know. Its own way out would
  /// print such a word raw, and take no notice of a full disk.
  private static func endParsing(with error: any Error, in language: Language) -> Never {
    let status = Thuky.exitCode(for: error).rawValue
    do {
      for line in Thuky.fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false) {
        if status == 0 {
          try Output.line(String(line))
        } else if let line = ParserMessage.line(String(line), in: language) {
          Output.error(line)
        }
      }
    } catch {
      end(with: error)
    }
    exit(status)
  }

  /// What `--lang` names where the line as a whole could not be parsed.
  private static var askedLanguage: Language? {
    let words = PlainArguments.words.prefix { $0 != "--" }
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      if word == "--lang", let language = Language(rawValue: next) { return language }
      if word.hasPrefix("--lang="), let language = Language(rawValue: String(word.dropFirst(7))) { return language }
    }
    return nil
  }

  static func describe(_ error: any Error) -> (status: Int32, message: Localized)? {
    switch error {
    case let error as LocatedStoreError: describe(error)
    case let error as StoreError: describe(LocatedStoreError(error: error, location: ""))
    case let error as UsageError: (error.status, error.message)
    case let error as RecordingFault: (error.status, error.message)
    case let error as ImportFailure: (error.status, error.message)
    case let error as TerminalError: (69, error.message)
    case let error as KioskError: (69, error.message)
    case let error as OutputError:
      (
        74,
        Localized("không ghi ra được: ", "cannot write: ") + SystemError.text(error.code)
      )
    default: nil
    }
  }

  fileprivate static func status(_ code: Int32, otherwise status: Int32) -> Int32 {
    switch code {
    case EACCES, EPERM: 77
    case ENOSPC, EDQUOT, EIO: 74
    default: status
    }
  }

  private static func describe(_ located: LocatedStoreError) -> (status: Int32, message: Localized) {
    let place = located.location
    return switch located.error {
    case .missing:
      (
        66,
        Localized(
          "không có bộ dữ liệu ở «\(place)» (thiếu plan.conf); «thuky init DIR» tạo một bộ mới",
          "no store at «\(place)» (no plan.conf); «thuky init DIR» makes one")
      )
    case .system(let path, let code):
      (
        status(code, otherwise: located.isWriting ? 73 : 66), Localized(both: path + ": ") + SystemError.text(code)
      )
    case .unreadablePlan(let reason): (65, Localized(both: "\(place)/plan.conf: ") + reason)
    case .notEmpty(let path):
      (
        73,
        Localized(
          "thư mục «\(path)» không trống, không ghi vào", "the folder «\(path)» is not empty; nothing is written")
      )
    case .outside(let path):
      (
        73,
        Localized(
          "«\(path)» dẫn ra ngoài bộ dữ liệu, không ghi gì", "«\(path)» leads out of the store; nothing is written")
      )
    }
  }
}

/// A store's error with the place that was asked for.
struct LocatedStoreError: Error {
  var error: StoreError
  var location: String
  /// Whether the store was to be written there rather than read.
  var isWriting = false
}

extension TerminalError {
  var message: Localized {
    switch self {
    case .notATerminal:
      Localized(
        "cần một màn hình dòng lệnh; dùng «thuky status» để in ra tệp",
        "needs a terminal; «thuky status» prints without one")
    case .unknownTerminal(let name):
      Localized(
        "không biết loại màn hình «\(name)» (biến TERM); thử TERM=xterm-256color",
        "nothing is known of a terminal «\(name)» (TERM); try TERM=xterm-256color")
    case .notAddressable(let name):
      Localized(
        "màn hình «\(name)» không di chuyển con trỏ được; thử TERM=xterm-256color",
        "a terminal «\(name)» cannot move its cursor; try TERM=xterm-256color")
    case .system(let code): SystemError.text(code)
    }
  }
}

extension RecordingFault {
  fileprivate var status: Int32 {
    switch self {
    case .invalid, .nothingToTakeBack, .header: 65
    case .refused: 77
    case .busy, .saidMeanwhile, .replaced: 75
    case .notPlain, .tooLarge: 73
    case .system(_, let code, _): Failure.status(code, otherwise: 73)
    }
  }
}

extension UsageError {
  fileprivate var status: Int32 {
    switch self {
    case .configuration: 78
    case .intoStore, .otherLetter: 73
    case .unreadablePaper: 66
    default: 64
    }
  }

  var message: Localized {
    switch self {
    case .environment(let name, let value, let choices):
      Localized(
        "\(name)=«\(value)» không hợp lệ; chọn: \(choices.joined(separator: ", "))",
        "\(name)=«\(value)» is not known; one of: \(choices.joined(separator: ", "))")
    case .unknownRow(let name, let known):
      (Localized("màn hình này không có «\(name)»", "this screen has no «\(name)»")
        + .suggestion(for: name, among: known))
        .followed(by: known.last.map { Localized("mã như \($0)", "ids are like \($0)") })
    case .noList(let number):
      Localized("trang này không có danh sách thứ \(number)", "this page has no list number \(number)")
    case .unknownTheme(let name, let known):
      (Localized("không có giao diện «\(name)»", "no theme «\(name)»") + .suggestion(for: name, among: known))
        .followed(
          by: Localized("có: \(known.joined(separator: ", "))", "there are: \(known.joined(separator: ", "))"))
    case .configuration(let finding): Localized(finding.text(in: .vietnamese), finding.text(in: .english))
    case .recording(let why): why
    case .cycleOfAnotherScreen:
      Localized("--cycle chỉ dùng với overview, không có --of", "--cycle goes with overview, without --of")
    case .unclearName(let unclear, let example):
      unclear.message.followed(by: example.isEmpty ? nil : Localized("mã như \(example)", "ids are like \(example)"))
    case .reminderOfWhom:
      Localized(
        "hãy cho mã một đơn vị, hoặc --all --out DIR", "name one agency by its id, or give --all --out DIR")
    case .allWithoutFolder:
      Localized(
        "--all ghi mỗi đơn vị một tệp: hãy thêm --out DIR", "--all writes a file for each agency: add --out DIR")
    case .daysOutOfOrder(let from, let to):
      Localized(
        "--from \(from.slashed) phải trước --to \(to.slashed)",
        "--from \(from.slashed) has to be before --to \(to.slashed)")
    case .intoStore(let folder):
      Localized(
        "không ghi vào thư mục của bộ dữ liệu: \(folder); chọn --out khác",
        "nothing is written into the store's folder: \(folder); choose another --out")
    case .otherLetter(let path):
      Localized(
        "«\(path)» đã có và khác với công văn này: không ghi gì; chọn thư mục khác cho --out, hoặc dời các tệp cũ đi",
        "«\(path)» is there and says something else: nothing is written; choose another --out, or move the old files away"
      )
    case .unreadablePaper(let path, let fault): Localized(both: path + ": ") + fault.message
    case .noHash(let text):
      Localized(
        "«\(text)» không phải là SHA-256 (ít nhất \(StoreFingerprint.leastDigits) chữ số) hay tệp có SHA-256",
        "«\(text)» is no SHA-256 (at least \(StoreFingerprint.leastDigits) digits) and no file with one")
    case .kioskOfACommand:
      Localized(
        "--kiosk chỉ mở bảng điều khiển, không chạy lệnh nào", "--kiosk opens the dashboard and runs no command")
    case .kioskStoreIsNotWhole(let store):
      Localized("trong --kiosk --store ", "in --kiosk --store ") + .notAbsolute + Localized(both: ": «\(store)»")
    case .demoWithStore:
      Localized(
        "«thuky demo» không đọc thư mục nào; bỏ --store, hoặc dùng «thuky init DIR --simulated»",
        "«thuky demo» reads no folder; leave --store out, or use «thuky init DIR --simulated»")
    }
  }
}
