import Dashboard
import Foundation
import TestSupport
import Testing
import TextCore

@testable import thuky

/// What one run leaves to the next.
@Suite struct MemoryTests {
  private struct Home {
    let folder: TemporaryFolder
    var file: String { folder.path + "/.local/state/thuky/places.conf" }
    var text: String { String(decoding: Files.bytes(file), as: UTF8.self) }

    init() throws { folder = try TemporaryFolder() }

    func open(_ arguments: String = "--as-of 2023-09-30", _ environment: String = "") -> Tmux {
      Tmux("env HOME='\(folder.path)' \(environment) '\(Shell.thuky)' \(arguments); echo LEFT=$?; sleep 60")
    }
  }

  @Test func placeThemeAndLanguage() throws {
    let home = try Home()
    let first = home.open()
    #expect(first.selects("Dữ liệu số"))
    first.press("5", "/")
    first.type("ha")
    first.press("Enter", "Down", "T", "Home", "Down", "Enter", "L")
    #expect(first.shows("Agencies"))
    first.press("q")
    #expect(first.shows("LEFT=0"))
    let text = home.text
    #expect(text.contains("theme = de-phan-biet\nlang = en\nstore.1 = bundled\n"), "\(text)")
    #expect(text.contains("store.1.agencies.filter = ha\n"))

    let second = home.open()
    #expect(second.shows("[1 Overview]"))
    #expect(second.paints("48;5;227"))
    second.press("5")
    #expect(second.wait { $0.contains("/ha") && $0.contains("Hà Nội") || $0.contains("/ha") && $0.contains("Ha ") })
    second.press("Q")
    #expect(second.shows("LEFT=0"))
    // Nothing has changed, but the screens that were seen.
    #expect(home.text.contains("theme = de-phan-biet\nlang = en\n"))

    // A flag and the environment stand before it, and are not taken for a choice of the reader's.
    let third = home.open("--theme sen", "THUKY_LANG=vi")
    #expect(third.shows("[1 Tổng quan]"))
    #expect(third.paints("48;5;217"))
    third.press("Q")
    #expect(third.shows("LEFT=0"))
    #expect(home.text.contains("theme = de-phan-biet\nlang = en\n"))
    // Scripts are not a reader: they get what the configuration says.
    #expect(Shell.thuky("status", environment: ["HOME": home.folder.path]).out.contains("TRỤ CỘT"))
  }

  /// It beats the file's theme, and a theme that is gone counts for nothing.
  @Test func betweenConfigurationAndDefault() throws {
    let home = try Home()
    try FileManager.default.createDirectory(
      atPath: home.folder.path + "/.config/thuky", withIntermediateDirectories: true)
    try home.folder.write("theme = giay\nlang = en\n", to: ".config/thuky/thuky.conf")
    try FileManager.default.createDirectory(
      atPath: home.folder.path + "/.local/state/thuky", withIntermediateDirectories: true)
    for (kept, color) in [("theme = gruvbox\nlang = vi\n", "48;5;208"), ("theme = khong-con\nlang = vi\n", "48;5;89")] {
      try home.folder.write(kept, to: ".local/state/thuky/places.conf")
      let terminal = home.open()
      #expect(terminal.shows("[1 Tổng quan]"))
      #expect(terminal.paints(color), "\(kept)")
      // What it keeps is written before the next one begins.
      terminal.press("Q")
      #expect(terminal.shows("LEFT=0"))
    }
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGINT])
  func keptWhenToldToEnd(_ signal: Int32) throws {
    let home = try Home()
    let terminal = Tmux(
      "env HOME='\(home.folder.path)' sh -c 'echo $$ > \(home.folder.path)/pid; exec \(Shell.thuky)'; echo LEFT=$?; sleep 60"
    )
    #expect(terminal.selects("Dữ liệu số"))
    terminal.press("5", "G")
    #expect(terminal.selects("Cà Mau"))
    let pid = try #require(pid_t(try home.folder.text(of: "pid").trimmingCharacters(in: .newlines)))
    // In the middle of a frame a signal ends the program at once, and nothing is kept.
    usleep(300_000)
    kill(pid, signal)
    #expect(terminal.shows("LEFT=\(128 + signal)"))
    #expect(home.text.contains("store.1.agencies.row = agency/ca-mau\n"), "\(home.text)")
  }

  @Test func keptWhenTheLineDrops() throws {
    let home = try Home()
    let terminal = home.open()
    #expect(terminal.selects("Dữ liệu số"))
    terminal.press("5", "G")
    #expect(terminal.selects("Cà Mau"))
    usleep(300_000)
    terminal.kill()
    let end = Date().addingTimeInterval(10)
    while !home.text.contains("agency/ca-mau"), Date() < end { usleep(20_000) }
    #expect(home.text.contains("store.1.agencies.row = agency/ca-mau\n"))
  }

  /// A home that is not there or cannot be written, and a file that is none, are no error.
  @Test(arguments: [
    "rm -rf h", "mkdir h; touch h/.local", "mkdir -p h/.local/state/thuky/places.conf",
    "mkdir -p h/.local/state/thuky; mkfifo h/.local/state/thuky/places.conf",
    "mkdir -p h/.local/state/thuky; ln -s /dev/zero h/.local/state/thuky/places.conf",
    "mkdir -p h/.local/state/thuky; mkfifo h/.local/state/thuky/.lock",
    "mkdir -p h/.local/state/thuky; head -c 90000 /dev/urandom > h/.local/state/thuky/places.conf",
    "mkdir -p h/.local/state/thuky; head -c 9000 /dev/urandom > h/.local/state/thuky/places.conf",
  ])
  func noHome(_ make: String) throws {
    let folder = try TemporaryFolder()
    _ = Shell.run(["sh", "-c", make], in: folder.path)
    let terminal = Tmux("env HOME='\(folder.path)/h' '\(Shell.thuky)'; echo LEFT=$?; sleep 60")
    #expect(terminal.shows("TRỤ CỘT"))
    terminal.press("5", "G", "Q")
    #expect(terminal.shows("LEFT=0"))
    #expect(!terminal.screen.contains("thuky:"))
  }

  /// Folders are made below a home, and below what the environment names, but no home is.
  @Test func foldersThatAreMade() throws {
    let folder = try TemporaryFolder()
    func update(_ place: String, root: String) -> Bool {
      Memory((folder.path + place, folder.path + root)).update { $0.theme = "sen" }
      return FileManager.default.fileExists(atPath: folder.path + place + "/places.conf")
    }
    #expect(!update("/home/.local/state/thuky", root: "/home"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/home"))
    #expect(update("/.local/state/thuky", root: ""))
    #expect(update("/state/thuky", root: ""))
  }

  // MARK: The file

  private func entries(_ texts: String...) -> [Place.Entry] { texts.map { Place.Entry(key: $0, value: "1") } }

  @Test func thereAndBack() {
    var content = Memory.Content(theme: "nord", language: .english)
    content.stores = [("/kho = 1/đ", entries("tasks.top", "tasks.filter")), ("bundled", [])]
    let back = Memory.content(of: Memory.bytes(of: content))
    #expect(back.theme == "nord" && back.language == .english)
    #expect(back.stores.map(\.name) == ["/kho = 1/đ", "bundled"])
    #expect(back.stores.map(\.place) == content.stores.map(\.place))
  }

  @Test func noMoreThanSoMuch() {
    var content = Memory.Content()
    content.stores = (0..<500).map { number in
      ("/s\(number)", (0..<500).map { Place.Entry(key: "tasks.x\($0)", value: String(repeating: "ộ", count: 5)) })
    }
    let back = Memory.content(of: Memory.bytes(of: content))
    #expect(back.stores.count == Memory.storeLimit)
    #expect(back.stores.allSatisfy { $0.place.count == Memory.entryLimit })
  }

  /// What would make the file larger than is read again is left out, the longest unused first; and of a larger file
  /// that somebody left the beginning counts, not nothing.
  @Test func neverTooLargeToBeRead() throws {
    var content = Memory.Content(theme: "nord")
    content.stores = (0..<10).map { number in
      ("/s\(number)", (0..<100).map { Place.Entry(key: "tasks.x\($0)", value: String(repeating: "ộ", count: 130)) })
    }
    let bytes = Memory.bytes(of: content)
    #expect(bytes.count <= UserFile.limit)
    let back = Memory.content(of: bytes)
    #expect(back.theme == "nord" && back.stores.first?.name == "/s0" && back.stores.count == 2)
    #expect(back.stores.first?.place.count == 100)

    let home = try Home()
    let file = home.folder.path + "/large"
    #expect(
      FileManager.default.createFile(
        atPath: file, contents: Data(bytes + Array(repeating: UInt8(ascii: "#"), count: UserFile.limit))))
    #expect(UserFile.read(file) == .failure(.tooLarge(kibibytes: UserFile.limit >> 10)))
    guard case .success(let read)? = UserFile.read(file, cutsOff: true) else {
      Issue.record("not read")
      return
    }
    #expect(Memory.content(of: read).stores.map(\.name) == ["/s0", "/s1"])
  }

  /// Any damage leaves what is still whole, and costs no more.
  @Test func damage() {
    var generator = SeededRandom(seed: 3)
    let whole = Memory.bytes(
      of: Memory.Content(theme: "nord", language: .english, stores: [("/a", entries("tasks.top")), ("/b", [])]))
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        }
      }
      let back = Memory.content(of: bytes)
      #expect(back.stores.count <= 2)
    }
    for line in ["store = x", "store.1.tasks.top = 1", "store. = x", "store.1", "= 1", "store.1 = a\nstore.1 = b"] {
      #expect(Memory.content(of: Array(line.utf8)).stores.count <= 1)
    }
  }

  /// Many that write at once: the file is whole at any time, and no store's place is lost.
  @Test func manyAtOnce() throws {
    let folder = try TemporaryFolder()
    let memory = Memory((folder.path + "/thuky", folder.path))
    let group = DispatchGroup()
    for number in 0..<4 {
      DispatchQueue.global().async(group: group) {
        for round in 0..<10 {
          memory.update { content in
            content.stores.removeAll { $0.name == "/s\(number)" }
            content.stores.insert(("/s\(number)", [Place.Entry(key: "tasks.top", value: "\(round)")]), at: 0)
          }
          let read = memory.read()
          if read.stores.contains(where: { $0.name == "/s\(number)" }) == false { Issue.record("\(number) lost") }
        }
      }
    }
    group.wait()
    let content = memory.read()
    #expect(content.stores.count == 4)
    #expect(content.stores.allSatisfy { $0.place == [Place.Entry(key: "tasks.top", value: "9")] })
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/thuky").sorted()
    #expect(names == [".lock", "places.conf"])
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/thuky/places.conf")[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }
}
