import Testing

/// What the argument parser has to say, in the language of its reader.
@Suite struct ParserMessageTests {
  @Test(arguments: [
    (["--foo"], "Lỗi: không có tùy chọn «--foo»\n"),
    (["--stor"], "Lỗi: không có tùy chọn «--stor»; có phải «--store»?\n"),
    (["record"], "Lỗi: thiếu «<subject>»\n"), (["record", "--status"], "Lỗi: thiếu giá trị cho «--status <status>»\n"),
    (["status", "thêm"], "Lỗi: thừa «thêm»\n"),
    (["stauts"], "Lỗi: thừa «stauts»; có phải lệnh «status»?\n"),
    (["reprot"], "Lỗi: thừa «reprot»; có phải lệnh «report»?\n"),
    (["show", "tasks", "a", "b"], "Lỗi: thừa 2 mục: 'a', 'b'\n"),
    (["show", "x"], "Lỗi: giá trị «x» không hợp lệ cho «<screen>»; chọn một trong:\n  - overview\n"),
    (
      ["show", "tasks", "--size", "3"],
      "Lỗi: giá trị «3» không hợp lệ cho «--size <120x36>»\nCách ghi: 120x36 (số cột x số dòng, ít nhất 60x16)\n"
    ),
    (
      ["--as-of", "31/02/2023"],
      "Lỗi: giá trị «31/02/2023» không hợp lệ cho «--as-of <date>»\nCách ghi: một ngày có thật như 2023-06-30, 30/06/2023, today hoặc end"
    ),
    (["--theme"], "Lỗi: thiếu giá trị cho «--theme <name>»\nCách dùng: "),
    (
      ["record", "x", "--status", "xong"],
      "Lỗi: giá trị «xong» không hợp lệ cho «--status <status>»; chọn: not-started, in-progress, done, blocked, cancelled\n"
    ),
    (["--linear=1"], "Lỗi: «--linear» không nhận giá trị («1»)\n"),
  ])
  func vietnamese(_ words: [String], _ says: String) {
    let outcome = Shell.run([Shell.thuky] + words)
    #expect(outcome.status == 64 && outcome.out.isEmpty)
    #expect(outcome.error.hasPrefix(says), "\(outcome.error)")
    #expect(outcome.error.contains("Cách dùng: thuky") && outcome.error.contains("Xem thêm: thuky"))
  }

  @Test(arguments: [["--lang", "en", "--foo"], ["--foo", "--lang=en"]])
  func english(_ words: [String]) {
    #expect(Shell.run([Shell.thuky] + words).error.hasPrefix("Error: Unknown option '--foo'\nUsage: thuky"))
    #expect(
      Shell.run([Shell.thuky, "--lang", "en", "stauts"]).error
        .hasPrefix("Error: Unexpected argument 'stauts'. Did you mean 'status'?\n"))
    #expect(Shell.run([Shell.thuky, "--foo"], environment: ["THUKY_LANG": "en"]).error.hasPrefix("Error: "))
  }
}
