import Foundation
import PlanCore
import TerminalKit
import TestSupport
import Testing
import TextCore

@testable import Dashboard

/// The palette: what is typed, what it offers, where Enter leads.
@Suite struct PaletteTests {
  /// What is typed, then what the row under the cursor and the path after Enter must hold.
  @Test(arguments: [
    ("btttt", "Bộ TT&TT", "Tổng quan › Bộ TT&TT"), ("bttvtt", "Bộ TT&TT", "Tổng quan › Bộ TT&TT"),
    ("bo y te", "Bộ YT", "Tổng quan › Bộ YT"), ("byt", "Bộ Y tế", "Tổng quan › Bộ YT"),
    ("Bộ Y tế", "Bộ Y tế", "Tổng quan › Bộ YT"), ("da nang", "Đà Nẵng", "Tổng quan › Đà Nẵng"),
    ("dnang", "Đà Nẵng", "Tổng quan › Đà Nẵng"), ("hsskdt", "XH5", "Tổng quan › XH5"),
    ("kt1", "KT1", "Tổng quan › KT1"), ("t19", "T19", "Tổng quan › T19"),
    ("a10-01", "A10-01", "Tổng quan › A10-01"), ("du lieu so", "Dữ liệu số", "Tổng quan › Dữ liệu số"),
    ("cafef", "cafef.vn", "Tổng quan › nguồn cafef-1"), ("ma tran", "Ma trận", "Ma trận"),
    ("mtr", "Ma trận", "Ma trận"),
    ("4", "Lịch", "Lịch"), ("calendar", "Lịch", "Lịch"), ("!", "vấn đề dữ liệu", "Tổng quan › Vấn đề dữ liệu"),
    ("tro giup", "", "Tổng quan"), ("<BS>", "", "Tổng quan"),
    // Telex and VNI: a letter, Backspace, the composed letter.
    ("d<BS>đa<BS>à na<BS>ă<BS>ẵng", "Đà Nẵng", "Tổng quan › Đà Nẵng"),
    ("bo<BS>ộ y te<BS>ê<BS>ế", "Bộ Y tế", "Tổng quan › Bộ YT"),
    // What was typed is cleared, the cursor goes down and up.
    ("zzz<C-u>byt", "Bộ Y tế", "Tổng quan › Bộ YT"), ("kt<Down><Down>", "KT2", "Tổng quan › KT2"),
    ("kt<Down><Down><Up>", "KT1", "Tổng quan › KT1"), ("kt<C-p>", "Kinh tế số", "Tổng quan › Kinh tế số"),
  ])
  func goes(_ typed: String, _ row: String, _ path: String) throws {
    var desk = try Desk()
    desk.type(":" + typed)
    if !row.isEmpty { #expect(desk.selected?.contains(row) == true, "\(typed): \(desk.selected ?? "nothing")") }
    desk.type("<Enter>")
    if row.isEmpty { return }
    #expect(desk.path == path || desk.path.hasPrefix(path + "  "), "\(typed): \(desk.path)")
    #expect(desk.effects.isEmpty)
  }

  /// The way back leads to where the reader was.
  @Test func backFromWhereItLed() throws {
    var desk = try Desk()
    desk.type("5jjj:kt1<Enter>")
    #expect(desk.path == "Cơ quan › KT1")
    desk.type("<Esc>")
    #expect(desk.selected?.contains("Bộ NV") == true)
  }

  @Test(arguments: [
    ("30/06/2023", "30/06/2023"), ("2023-06-30", "30/06/2023"), ("30/6", "30/06/2023"), ("6/2023", "30/06/2023"),
    ("2023-02", "28/02/2023"), ("thang 6", "30/06/2023"), ("tháng 2/2024", "29/02/2024"), ("hôm nay", "31/12/2023"),
    ("hom nay", "31/12/2023"), ("today", "31/12/2023"), ("end", "31/12/2023"), ("cuoi", "31/12/2023"),
    ("1.1.2024", "01/01/2024"),
  ])
  func dates(_ typed: String, _ date: String) throws {
    var desk = try Desk()
    desk.type("5jj:" + typed + "<Enter>")
    #expect(desk.lines[0].contains("◄ \(date) ►"), "\(typed): \(desk.lines[0])")
    #expect(desk.selected?.contains("Bộ NG") == true)
  }

  /// A day that is still to come stays closed and says why; so does a command that does nothing here.
  @Test(arguments: [
    ("16/03/2024", "chưa đến ngày này"), ("sap xep", "danh sách này giữ thứ tự của kế hoạch"),
  ])
  func refusals(_ typed: String, _ reason: String) throws {
    var desk = try Desk(Size(width: 120, height: 36))
    desk.type(":" + typed)
    #expect(desk.selected?.contains(reason) == true, "\(desk.canvas.text)")
    desk.type("<Enter>")
    #expect(desk.bottom.contains(reason))
    #expect(desk.lines[0].contains("30/09/2023"))
    desk.type("<Esc>")
    #expect(desk.bottom.contains("chọn"))
  }

  /// Whatever was done in it: Esc, and Backspace on an empty line, leave everything as it was.
  @Test(arguments: ["<Esc>", "<BS>", "kt<Down><Esc>", "xx<BS><BS><BS>", "zzz<Esc>", "<PgDn><End><Esc>", "d<BS>đ<Esc>"])
  func leaving(_ keys: String) throws {
    for page in ["", "2jjj", "5/bca<Enter>", "6<Right><Right>j", "3/T19<Enter><Enter>"] {
      var desk = try Desk()
      desk.type(page)
      let before = desk.canvas
      desk.type(":" + keys)
      #expect(desk.canvas == before, "\(page) \(keys)")
      #expect(desk.effects.isEmpty)
    }
  }

  /// Beyond the panel nothing changes, at every size.
  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 200, height: 50)])
  func theRestStays(_ size: Size) throws {
    var desk = try Desk(size)
    let before = desk.canvas
    desk.type(":bo")
    let after = desk.canvas
    let end = try #require(desk.lines.lastIndex { $0.hasPrefix("──────") })
    for y in 0..<size.height - 1 where y < 2 || y > end { #expect(before.row(y) == after.row(y)) }
    let width = min(size.width, 110)
    for y in 2...end { #expect(before.row(y).dropFirst(width).elementsEqual(after.row(y).dropFirst(width))) }
  }

  @Test func nothingFound() throws {
    var desk = try Desk()
    desk.type(":zzz")
    #expect(desk.canvas.text.contains("không thấy «zzz»"))
    desk.type("<Enter><Down><PgUp>")
    #expect(desk.canvas.text.contains("không thấy «zzz»"))
    var english = try Desk(Size(width: 80, height: 24), .english)
    english.type(":zzz")
    #expect(english.canvas.text.contains("nothing found for «zzz»"))
  }

  /// The list scrolls and the row under the cursor is always in view.
  @Test(arguments: ["<Down>", "<PgDn>", "<End>", "<Tab>"]) func scrolls(_ key: String) throws {
    var desk = try Desk(Size(width: 60, height: 16))
    desk.type(":a")
    for _ in 0..<40 {
      desk.type(key)
      #expect(desk.selected != nil)
    }
    desk.type("<Home>")
    #expect(desk.lines[4].hasPrefix("▸"))
  }

  /// A reload under the open palette keeps the entry under the cursor, or does without it.
  @Test func reload() throws {
    var desk = try Desk()
    desk.type(":kt<Down><Down>")
    desk.send(.loaded(try BundledPlan.open(keeping: { !$0.hasPrefix("KT1") }, in: "indicators.csv")))
    #expect(desk.selected?.contains("KT2") == true)
    desk.send(.loaded(try BundledPlan.open(keeping: { $0.hasPrefix("id,") }, in: "indicators.csv")))
    desk.type("<End><Enter>")
    #expect(desk.lines.count == 24)
  }

  /// What was worked out elsewhere finds the same.
  @Test func givenIndex() throws {
    let store = try BundledPlan.open()
    var (plain, given) = (try Desk(store: store), try Desk(store: store))
    given.send(.indexed(try #require(PlanIndex(store.plan))))
    #expect(PlanIndex(store.plan, changedFrom: store.plan) == nil)
    for typed in [":bo", ":btttt", ":kt1", ":so lieu"] {
      plain.type(typed)
      given.type(typed)
      #expect(plain.canvas == given.canvas)
      plain.type("<Esc>")
      given.type("<Esc>")
    }
  }

  /// Ten thousand agencies: letter after letter, each within bounds that a debug build on a busy machine keeps too.
  @Test func manyAgencies() throws {
    var files = BundledPlan.files.filter { $0.path != "agencies.csv" }
    var rows = ["id,kind,region,short_vi,name_vi,short_en,name_en", "vn,national,,Cả nước,Cả nước,,"]
    for number in 0..<9_300 {
      rows.append("x\(number),ministry,,Đơn vị \(number),Ủy ban nhân dân phường số \(number) thành phố,,")
    }
    files.append(StoreLocation.File(path: "agencies.csv", bytes: Array(rows.joined(separator: "\n").utf8)))
    let store = try Store.open(at: .bundled(files))
    var desk = try Desk(store: store)
    desk.send(.indexed(try #require(PlanIndex(store.plan))))
    desk.type(":")
    var slowest = 0.0
    for letter in "uy ban nhan dan phuong so 9299" {
      let start = Date()
      desk.type(String(letter))
      slowest = max(slowest, Date().timeIntervalSince(start))
    }
    #expect(desk.selected?.contains("phường số 9299") == true)
    print("palette over 9,300 agencies: the slowest letter took \(slowest * 1000) ms")
    #expect(slowest < 2)
  }

  // MARK: Where a page has no list

  /// Letters that are meant for a filter lead to what they name, and act as nothing.
  @Test(arguments: ["4<Enter>", "?", "4="])
  func insteadOfAFilter(_ keys: String) throws {
    var desk = try Desk(asOf: "2023-06-30")
    desk.type(keys)
    try #require(desk.state.document.unfilteredCount == 0)
    let (path, lines) = (desk.path, desk.lines)
    desk.type("/")
    #expect(desk.lines[2].contains("Không có danh sách để lọc: tìm trong cả kế hoạch"))
    desk.type("<Enter>tb")
    #expect(desk.state.mode == .palette && desk.state.language == .vietnamese)
    #expect(desk.lines[0] == lines[0] && desk.effects.isEmpty)
    // Neither a day nor a command is there to be met by accident.
    for typed in ["hôm nay", "30/01/2023", "ngôn ngữ", "thoát"] {
      desk.type("<C-u>" + typed)
      #expect(desk.state.palette.entries.filter { $0.acts }.isEmpty, "\(typed)")
    }
    desk.type("<Esc>")
    #expect(desk.path == path && desk.lines == lines)
    desk.type("/bo y te<Enter>")
    #expect(desk.path.hasSuffix("Bộ YT"))
  }

  @Test func insteadOfAFilterInOtherWindows() throws {
    for language in [Language.vietnamese, .english] {
      for size in [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 120, height: 36)] {
        var desk = try Desk(size, language, glyphs: .ascii)
        desk.type("4<Enter>/")
        #expect(desk.lines[2].contains(language == .vietnamese ? "cả kế hoạch " : "whole plan "))
        #expect(desk.lines[3].contains("/_"))
      }
    }
    var desk = try Desk(isKiosk: true)
    desk.type("4<Enter>/bca<Enter>")
    #expect(desk.path.hasSuffix("Bộ CA"))
  }
}
