import Dashboard
import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

/// Keys in, screens out.
@Suite struct ScriptTests {
  /// Keys, then what the path and the selected row must hold.
  @Test(arguments: [
    // Down to one figure and its source, from the first screen.
    ("<Down><Enter>", "Tổng quan › Chính phủ số", "CP1"),
    ("<Down><Down><Enter><Enter>", "Tổng quan › Kinh tế số › KT1", "Cả nước"),
    ("<Down><Down><Enter><Enter><Enter>", "Tổng quan › Kinh tế số › KT1 › Cả nước", "06/2023"),
    (
      "<Down><Down><Enter><Enter><Enter><Down><Enter>",
      "Tổng quan › Kinh tế số › KT1 › Cả nước › 12/2022", nil
    ),
    // And back, each row as it was left.
    ("<Down><Down><Enter><Enter><Enter><Down><Enter><Esc>", "Tổng quan › Kinh tế số › KT1 › Cả nước", "12/2022"),
    ("<Down><Down><Enter><Enter><Enter><Down><Enter><Esc><Left>h", "Tổng quan › Kinh tế số", "KT1"),
    ("<Down><Down><Enter><Enter><Enter><Down><Enter>qqqq", "Tổng quan", "Kinh tế số"),
    // The two lists of the overview: the cursor runs on, Tab jumps.
    ("<Tab>", "Tổng quan", "30/09 Hoàn thành phê duyệt"),
    ("<Tab><Enter>", "Tổng quan › T23", "Bộ Quốc phòng"),
    ("<Tab><Down><Enter>", "Tổng quan › A10-01", nil),
    ("<Tab><Tab>", "Tổng quan", "Bộ CA"),
    ("<Down><Down><Down><Down><Down>", "Tổng quan", "30/09 Hoàn thành phê duyệt"),
    ("<Tab><Tab><Enter>", "Tổng quan › Bộ CA", "DL1"),
    ("<Tab><Tab><Tab>", "Tổng quan", "Dữ liệu số"),
    ("<BackTab>", "Tổng quan", "Bộ CA"),
    // Movement.
    ("5G", "Cơ quan", "Cà Mau"),
    ("5Gg", "Cơ quan", "Bộ QP"),
    ("5<PgDn>", "Cơ quan", "UBDT"),
    ("5<PgDn><PgUp>", "Cơ quan", "Bộ QP"),
    // From one list of a page to the next, and to the end.
    ("5/bca<Enter><Enter><PgDn><PgDn><Up><Up>", "Cơ quan › Bộ CA", "T27"),
    ("5/bca<Enter><Enter><PgDn><PgDn><PgDn><PgDn><PgDn>", "Cơ quan › Bộ CA", "Hội nghị hai năm"),
    ("5/bca<Enter><Enter>G<PgUp><PgUp><PgUp><PgUp><PgUp>", "Cơ quan › Bộ CA", "DL1"),
    ("5<C-d>", "Cơ quan", "Bộ GTVT"),
    ("5jjk", "Cơ quan", "Bộ CA"),
    // Filters, with and without accents, by initials.
    ("5/bo cong an", "Cơ quan", "Bộ CA"),
    ("5/bca<Enter>", "Cơ quan", "Bộ CA"),
    ("5/BỘ CÔNG AN<Enter>", "Cơ quan", "Bộ CA"),
    ("5/btttt<Enter>", "Cơ quan", "Bộ TT&TT"),
    ("5/bttvtt<Enter>", "Cơ quan", "Bộ TT&TT"),
    ("5/dak<Enter>", "Cơ quan", "Đắk Lắk"),
    ("2/hsskdt<Enter><Enter>", "Chỉ tiêu › XH5", "Tỉnh Hà Giang"),
    ("5/bca<Enter><Enter>", "Cơ quan › Bộ CA", "DL1"),
    ("5/bca<Enter><Esc>", "Cơ quan", "Bộ CA"),
    ("5/bca<Esc>", "Cơ quan", "Bộ CA"),
    // The row is remembered while nothing matches.
    ("5jjj/zzz<Esc>", "Cơ quan", "Bộ NV"),
    ("5/zzz<Enter><Esc>", "Cơ quan", "Bộ QP"),
    ("5/bcax<BS><Enter>", "Cơ quan", "Bộ CA"),
    ("5/xyz<C-u>son la<Enter>", "Cơ quan", "Sơn La"),
    // Telex: a letter, Backspace, the composed letter.
    ("5/d<BS>đak<Enter>", "Cơ quan", "Đắk Lắk"),
    // Sort: by name in Vietnamese order, reversed, back to the plan's order.
    ("5vs", "Cơ quan", "Bộ QP"),
    ("5vsg", "Cơ quan", "An Giang"),
    ("5vsSg", "Cơ quan", "Yên Bái"),
    // Months, and back to today; screens keep their places.
    ("4<Left>", "Lịch", "17/08 "),
    ("5jjj14<Left>5", "Cơ quan", "Bộ NV"),
    ("6<Right><Down><Down><Down><Enter>", "Ma trận › Bộ NV · DL2", nil),
    ("5/bonv<Enter><Enter><Enter>", "Cơ quan › Bộ NV › DL1", "09/2023"),
    ("5/bonv<Enter><Enter><Tab><Enter>", "Cơ quan › Bộ NV › T08", nil),
    ("3/T19<Enter><Enter><Down><Enter>", "Nhiệm vụ › T19 › Bộ QP", nil),
    ("!", "Tổng quan › Vấn đề dữ liệu", nil),
    ("?", "Tổng quan › Trợ giúp", nil),
    ("??", "Tổng quan › Trợ giúp", nil),
    ("?<Esc>", "Tổng quan", "Dữ liệu số"),
  ])
  func script(_ keys: String, _ path: String, _ row: String?) throws {
    var desk = try Desk()
    desk.type(keys)
    #expect(desk.path == path || desk.path.hasPrefix(path + "  "))
    #expect(row.map { (desk.selected ?? "").contains($0) } ?? (desk.selected == nil))
    #expect(desk.effects.isEmpty)
  }

  @Test(arguments: [
    ("q", true), ("Q", true), ("<C-c>", true), ("2<Enter>Q", true), ("2<Enter>q", false), ("<Esc>", false),
  ])
  func leaving(_ keys: String, _ leaves: Bool) throws {
    var desk = try Desk()
    desk.type(keys)
    #expect(desk.effects == (leaves ? [.quit] : []))
  }

  @Test func filterBarCounts() throws {
    var desk = try Desk()
    desk.type("5/bo cong an")
    #expect(desk.bottom.hasPrefix("Lọc: bo cong an_"))
    #expect(desk.bottom.hasSuffix("1/93"))
    desk.type("<C-u>zzz")
    #expect(desk.bottom.hasSuffix("0/93"))
    #expect(desk.canvas.text.contains("không có dòng nào khớp với bộ lọc"))
  }

  @Test(arguments: [
    ("[", "31/08/2023"), ("[[", "31/07/2023"), ("]", "31/10/2023"), ("]]]]]]]]", "15/03/2024"), ("t", "31/12/2023"),
    ("[t", "31/12/2023"),
  ])
  func months(_ keys: String, _ date: String) throws {
    var desk = try Desk()
    desk.type(keys)
    #expect(desk.lines[0].contains("◄ \(date) ►"))
  }

  /// One thing is counted, and what: 1 + 477 + 1 + 94 + 102 = 675.
  @Test func statusMenuCountsAssignments() throws {
    var desk = try Desk()
    desk.type("3f")
    #expect(desk.lines[2].hasSuffix("trong số 675 nhiệm vụ được giao"))
    #expect(desk.bottom == "tất cả  đúng hạn 1  trong hạn 477  quá hạn có tin 1  chưa có tin 94  chờ PL 102")
    desk.type("<Right>f<Right><Right><Enter>")
    #expect(desk.selected?.contains("T22") == true)
    #expect(desk.bottom.hasSuffix("1/2 (31)"))
    desk.type("<Esc>")
    #expect(desk.selected?.contains("T22") == true)
    #expect(desk.bottom.hasSuffix("31"))
  }

  /// Where the line has no room for all, a sign says on which side there are more.
  @Test func statusMenuScrolls() throws {
    var desk = try Desk(Size(width: 60, height: 16))
    desk.type("3f")
    #expect(desk.bottom == "tất cả  đúng hạn 1  trong hạn 477  quá hạn có tin 1  ►")
    desk.type("<Left>")
    #expect(desk.bottom == "◄  quá hạn có tin 1  chưa có tin 94  chờ PL 102")
    desk.type("<Enter>")
    #expect(desk.bottom.hasSuffix("(31)"))
    #expect(desk.lines.contains { $0.contains("T18") })
  }

  /// Statuses that a reload takes out of the list are gone from its open menu too.
  /// The menu opens on what is chosen, so that Enter twice changes nothing; its keys are said where there is room.
  @Test func statusMenuOpensOnTheChosenOne() throws {
    var desk = try Desk(Size(width: 80, height: 24), .english)
    desk.type("5f<Right><Enter>")
    let chosen = desk.bottom
    desk.type("f")
    #expect(desk.path.contains("choose, Enter filters, Esc leaves"))
    desk.type("<Enter>")
    #expect(desk.bottom == chosen && chosen.contains("(93)"))
    desk.send(.failed(.missing))
    desk.type("f")
    #expect(desk.path.hasPrefix("Agencies") && desk.path.hasSuffix("old data: not read again"), "\(desk.path)")
  }

  @Test func reloadUnderTheStatusMenu() throws {
    var desk = try Desk()
    desk.type("3f<Left>")
    desk.send(.loaded(try BundledPlan.open(keeping: { $0.hasPrefix("id,") }, in: "tasks.csv")))
    #expect(desk.lines.count == 24)
    desk.type("<Enter>f")
    #expect(desk.bottom.contains("danh sách này không lọc theo trạng thái được"))
  }

  /// Under the heading of a status a task shows that status and how many of its assignments have it.
  @Test func rowsOfAStatusSpeakOfIt() throws {
    var desk = try Desk(Size(width: 119, height: 36))
    desk.type("3vvvg")
    let lines = desk.lines
    let row = try #require(lines.firstIndex { $0.contains("hoàn thành đúng hạn (1)") }.map { lines[$0 + 1] })
    #expect(row.contains("√  T19") && row.contains("1/93 đúng hạn"), "\(row)")
    let other = try #require(lines.firstIndex { $0.contains("đang thực hiện, trong hạn (477)") })
    let second = try #require(lines[other...].first { $0.contains("T19") })
    #expect(second.contains("□  T19") && second.contains("92/93 trong hạn"), "\(second)")
  }

  /// A report that gives a part and a whole says what share that is, in the history too.
  @Test func sharesOfTheHistory() throws {
    var desk = try Desk(store: SimulatedPlan.open())
    desk.type("2/CP1<Enter><Enter><Down><Enter>")
    let row = try #require(desk.selected)
    #expect(row.hasPrefix("▸09/2023") && row.contains("73,2 %") && row.contains("8285 / 11305"), "\(row)")
  }

  @Test func groupsOfTasks() throws {
    var desk = try Desk(Size(width: 120, height: 36))
    for heading in ["Dữ liệu số (", "Tháng 04/2023 (1)", "hoàn thành đúng hạn (1)", "Các bộ, ngành, địa phương (7)"] {
      desk.type("3vg")
      #expect(desk.canvas.text.contains(heading), "\(heading)")
    }
  }

  @Test func secondLanguage() throws {
    var desk = try Desk()
    desk.type("L")
    #expect(desk.lines[1].contains("[1 Overview]"))
    #expect(desk.canvas.text.contains("7.4%"))
    desk.type("L")
    #expect(desk.canvas.text.contains("7,4 %"))
  }

  /// A Vietnamese input method in command mode: nothing is cleared, nothing leaves, nothing opens.
  @Test func inputMethodsDoNoHarm() throws {
    var desk = try Desk()
    desk.type("5/bca<Enter>")
    let before = desk.canvas.text.split(separator: "\n").dropLast()
    for letter in ["đ", "ê", "ô", "ơ", "ư", "ă", "â", "ạ", "ệ", "ộ"] {
      desk.type("<BS>" + letter)
      #expect(desk.canvas.text.split(separator: "\n").dropLast() == before)
      #expect(desk.bottom.contains("bộ gõ"))
    }
    #expect(desk.effects.isEmpty)
  }

  @Test func reloadLeavesTheReaderWhereHeIs() throws {
    var desk = try Desk()
    desk.type("5<PgDn>jjj")
    let (selected, line) = (desk.selected, desk.lines.firstIndex { $0.contains("▸") })
    var files = BundledPlan.files
    files.append(
      StoreLocation.File(
        path: "reports/new.csv", bytes: Array("period,agency,indicator,value\n2023-09,mod,DL1,1\nbad\n".utf8)))
    desk.send(.loaded(try Store.open(at: .bundled(files))))
    #expect(desk.selected == selected)
    #expect(desk.lines.firstIndex { $0.contains("▸") } == line)
    #expect(desk.lines[0].contains("!1"))
    desk.type("g")
    #expect(desk.selected?.contains("1/20") == true)
    desk.type("!")
    #expect(desk.selected?.contains("reports/new.csv:3:1") == true)
  }

  /// A fault that is mended, or one that comes before, leaves the cursor on its row.
  @Test func reloadOfFindings() throws {
    func store(_ lines: String...) throws -> Store {
      let text = (["period,agency,indicator,value"] + lines).joined(separator: "\n") + "\n"
      let file = StoreLocation.File(path: "reports/new.csv", bytes: Array(text.utf8))
      return try Store.open(at: .bundled(BundledPlan.files + [file]))
    }
    var desk = try Desk(store: try store("2023-09,mod,DL1,1", "2023-09,modd,DL1,1", "2023-09,mod,DL99,1"))
    desk.type("!G")
    #expect(desk.selected?.contains("new.csv:4:") == true)
    desk.send(.loaded(try store("2023-09,mod,DL1,1", "2023-09,mod,DL2,1", "2023-09,mod,DL99,1")))
    #expect(desk.selected?.contains("new.csv:4:") == true)
    desk.type("<Enter>")
    desk.send(.loaded(try store("2023-09,mod,DL1,1")))
    #expect(desk.canvas.text.contains("«reports/new.csv:4» không còn trong bộ dữ liệu"))
  }

  /// Each list is sorted by what it has; the status columns have an order without a title.
  @Test func sorting() throws {
    var desk = try Desk(Size(width: 120, height: 36))
    desk.type("2s")
    #expect(desk.bottom.contains("sắp xếp theo: trạng thái"))
    desk.type("ss")
    #expect(desk.canvas.text.contains("Số liệu↑"))
    desk.type("S")
    #expect(desk.canvas.text.contains("Số liệu↓"))
    desk.type("5/bca<Enter><Enter>s")
    #expect(desk.bottom.contains("sắp xếp theo: trạng thái"))
  }

  /// What was open and is gone says so, and the way back still works.
  @Test func subjectTakenOutOfTheStore() throws {
    var desk = try Desk()
    desk.type("3/T19<Enter><Enter>")
    desk.send(.loaded(try BundledPlan.open(keeping: { !$0.hasPrefix("T19") }, in: "tasks.csv")))
    #expect(desk.canvas.text.contains("«T19» không còn trong bộ dữ liệu"))
    desk.type("<Esc><Esc>")
    #expect(desk.path.hasPrefix("Nhiệm vụ"))
  }

  @Test func midnightMovesTheDate() throws {
    var desk = try Desk(asOf: "", today: "2023-10-09")
    #expect(desk.lines[0].contains("09/10/2023"))
    desk.send(.today(try #require(Day(iso: "2023-10-10"))))
    #expect(desk.lines[0].contains("10/10/2023"))
    desk.type("[")
    desk.send(.today(try #require(Day(iso: "2023-10-11"))))
    #expect(desk.lines[0].contains("30/09/2023"))
  }

  private static let keys = [
    "1", "2", "3", "4", "5", "6", "<Enter>", "<Esc>", "<Down>", "<Up>", "<PgDn>", "<PgUp>", "<Left>", "<Right>",
    "<Tab>", "<BackTab>", "G", "g", "s", "S", "v", "f", "/", "a", "x", "<BS>", "[", "]", "t", "L", "!", "?", "<C-d>",
    ":", "=", "c",
    ":",
  ]

  /// Whatever is open, and whatever a reload takes away under it or gives back, nothing traps.
  @Test(arguments: [UInt64(5), 6, 7])
  func randomReloads(_ seed: UInt64) throws {
    var generator = SeededRandom(seed: seed)
    let stores = try [
      BundledPlan.open(), BundledPlan.open(keeping: { $0.hasPrefix("id,") }, in: "tasks.csv"),
      BundledPlan.open(keeping: { $0.hasPrefix("id,") || $0.contains("T19") }, in: "tasks.csv"),
      BundledPlan.open(keeping: { $0.hasPrefix("id,") }, in: "agencies.csv"),
      BundledPlan.open(keeping: { $0.hasPrefix("id,") || $0.contains("XH") }, in: "indicators.csv"),
    ]
    let sizes = [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 59, height: 3)]
    var desk = try Desk(store: stores[0])
    var typed = ""
    for number in 0..<400 {
      let key = Self.keys.randomElement(using: &generator) ?? "1"
      typed += key
      desk.type(key)
      if number % 4 == 3, let store = stores.randomElement(using: &generator) { desk.send(.loaded(store)) }
      if number % 9 == 8, let size = sizes.randomElement(using: &generator) { desk.send(.resized(size)) }
      #expect(!desk.lines.isEmpty, "seed \(seed): \(typed)")
    }
    #expect(desk.effects.isEmpty, "seed \(seed): \(typed)")
  }

  /// Five hundred keys at random neither trap nor leave the cursor on nothing.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func randomKeys(_ seed: UInt64) throws {
    var generator = SeededRandom(seed: seed)
    var desk = try Desk()
    var typed = ""
    for _ in 0..<500 {
      let key = Self.keys.randomElement(using: &generator) ?? "1"
      typed += key
      desk.type(key)
      #expect(desk.lines.count == 24, "seed \(seed): \(typed)")
      // What is remembered of earlier frames is what would be drawn anew.
      var anew = desk
      anew.send(.resized(Size(width: 80, height: 24)))
      #expect(anew.canvas == desk.canvas, "seed \(seed): \(typed)")
    }
    #expect(desk.effects.isEmpty, "seed \(seed): \(typed)")
  }

  /// A plan with nothing in it still has every page, each with a word for what is not there.
  @Test func emptyStore() throws {
    let conf = "format = 1\nid = x\nstart = 2023-01-01\nend = 2023-12-31\ntitle.vi = Trống\n"
    let store = try Store.open(at: .bundled([StoreLocation.File(path: "plan.conf", bytes: Array(conf.utf8))]))
    for (keys, text) in [
      ("1", "kế hoạch chưa có trụ cột nào"), ("2", "không có chỉ tiêu nào"), ("3", "không có nhiệm vụ nào"),
      ("4", "không có hoạt động nào"), ("5", "không có đơn vị nào"), ("6", "không có đơn vị nào"),
      ("!", "thiếu tệp agencies.csv"),
    ] {
      var desk = try Desk(store: store)
      desk.type(keys)
      #expect(desk.canvas.text.contains(text), "\(keys)")
      desk.type("<Enter><Down><Up>sSvf<Esc>/a<Esc><Tab><Right><Left>[]tG<PgDn><PgUp>g<Enter>")
      #expect(desk.lines.count == 24)
    }
  }

  /// Of a long folder the end is shown: its beginning is the same for all stores.
  @Test func longFolder() throws {
    let folder = "/srv/uy-ban-quoc-gia/chuyen-doi-so/ke-hoach/nam-2023"
    for (width, title) in [
      (60, " thuky  Kế hoạch 2023 · …hoach/nam-2023  ◄ 30/09/2023 ►  VI"),
      (80, " thuky  Kế hoạch 2023 · …ia/chuyen-doi-so/ke-hoach/nam-2023  ◄ 30/09/2023 ►  VI"),
      (120, " thuky  Kế hoạch 2023 · 17/QĐ-UBQGCĐS · \(folder)"),
    ] {
      let desk = try Desk(Size(width: width, height: 24), storeName: folder)
      #expect(desk.lines[0].hasPrefix(title), "\(desk.lines[0])")
    }
  }

  @Test func loadingSaysSo() {
    let state = State(
      storeName: Localized(both: "/kho"), size: Size(width: 80, height: 24), today: .first)
    #expect(state.render().text.contains("Đang đọc bộ dữ liệu…"))
  }

  /// Before the reports have been read no page takes them for missing.
  @Test func nothingReadIsNotNothingReported() throws {
    let definitions = try Store.openDefinitions(at: .bundled(BundledPlan.files))
    var desk = try Desk(store: definitions)
    #expect(desk.canvas.text.contains("…/20") && !desk.canvas.text.contains(" 0/20"))
    for (keys, text) in [("2", "…/93"), ("5", "…/20"), ("!", "báo cáo chưa đọc xong")] {
      desk.type(keys)
      #expect(desk.canvas.text.contains(text), "\(keys)")
    }
    for keys in ["2<Enter>", "2<Enter>=", "5<Enter>", "5<Enter><Enter>", "6", "c", "5b"] {
      desk.type(keys)
      #expect(desk.canvas.text.contains("Báo cáo chưa đọc xong"), "\(keys)")
    }
    desk.type("2<Down><Enter>")
    desk.send(.loaded(try BundledPlan.open()))
    #expect(desk.canvas.text.contains("DL2") && !desk.canvas.text.contains("chưa đọc xong"))
    #expect(desk.selected != nil)
  }
}
