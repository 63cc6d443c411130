import TerminalKit
import Testing
import TextCore

/// A canvas as files: what is in them, and what never is.
@Suite struct ExporterTests {
  private static let theme: Theme = {
    var findings = Findings()
    let file = """
      palette.night = #101820
      text = #e0e0e0 on night
      title = #ff8080 bold
      selection = night on #80ff80
      error = 9 underline
      muted = 244 dim
      """
    let library = ThemeLibrary(files: [("thu", Array(file.utf8))])
    return library.theme(named: "thu", findings: &findings) ?? Theme(id: "", name: Localized(both: "")) { _ in Style() }
  }()

  private static let canvas: Canvas = {
    var canvas = Canvas(size: Size(width: 14, height: 3))
    canvas.put("Đạt <5 & \"x\"", x: 0, y: 0, role: .title)
    canvas.put("██▍░╱│", x: 0, y: 1, role: .text)
    canvas.put("▸", x: 7, y: 1, role: .text)
    canvas.put("a b  c", x: 8, y: 1, role: .muted)
    canvas.put("chọn", x: 0, y: 2, role: .selection)
    canvas.put("sai", x: 6, y: 2, role: .error)
    return canvas
  }()

  @Test func text() {
    #expect(TextExporter().text(of: Self.canvas) == "Đạt <5 & \"x\"\n██▍░╱│ ▸a b  c\nchọn  sai\n")
  }

  @Test func ansiInEveryDepth() {
    let direct = ANSIExporter(Self.theme, depth: .direct).text(of: Self.canvas)
    #expect(direct.hasPrefix("\u{1B}[0;1;38;2;255;128;128;48;2;16;24;32mĐạt <5 & \"x\"\u{1B}[0;38;2;224;224;224;48;2;"))
    #expect(direct.contains("\u{1B}[0;2;38;2;128;128;128;48;2;16;24;32ma b  c\u{1B}[0m\n"))
    #expect(direct.contains("\u{1B}[0;38;2;16;24;32;48;2;128;255;128mchọn"))
    let indexed = ANSIExporter(Self.theme, depth: .indexed256).text(of: Self.canvas)
    #expect(indexed.contains("\u{1B}[0;4;91;48;5;234msai") || indexed.contains("\u{1B}[0;4;91;48;5;233msai"))
    let few = ANSIExporter(Self.theme, depth: .indexed8).text(of: Self.canvas)
    #expect(!few.contains("38;") && !few.contains("48;"))
    let mono = ANSIExporter(Self.theme, depth: .mono).text(of: Self.canvas)
    #expect(
      mono == "\u{1B}[0;1mĐạt <5 & \"x\"\u{1B}[0m  \u{1B}[0m\n\u{1B}[0m██▍░╱│ ▸\u{1B}[0;2ma b  c\u{1B}[0m\n"
        + "\u{1B}[0;7mchọn\u{1B}[0m  \u{1B}[0;4msai\u{1B}[0m     \u{1B}[0m\n")
  }

  @Test func html() {
    let page = HTMLExporter(Self.theme, title: "A \"<b>\u{1B}[2J", .english).text(of: Self.canvas)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"))
    #expect(page.contains("<title>A &quot;&lt;b&gt;^[[2J</title>"))
    #expect(page.contains("<pre aria-label=\"A &quot;&lt;b&gt;^[[2J\">\n"))
    #expect(
      page.contains(
        "<span class=\"s0\">Đạt &lt;5 &amp; &quot;x&quot;</span>\n██▍░╱│ ▸<span class=\"s1\">a b  c</span>\n"))
    #expect(page.contains("<span class=\"s2\">chọn</span>  <span class=\"s3\">sai</span>\n</pre>\n</body>\n</html>\n"))
    #expect(page.contains(".s0{color:#ff8080;font-weight:bold}\n"))
    #expect(page.contains(".s2{color:#101820;background:#80ff80}\n.s3{color:#ff0000;text-decoration:underline}\n"))
    #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
  }

  @Test func svg() {
    let picture = SVGExporter(Self.theme, title: "A & B", .vietnamese).text(of: Self.canvas)
    let expected = """
      <svg xmlns="http://www.w3.org/2000/svg" width="150" height="81" viewBox="0 0 150 81" role="img" \
      aria-label="A &amp; B" lang="vi" xml:lang="vi">
      <title>A &amp; B</title>
      <rect width="150" height="81" rx="8" fill="#101820"/>
      <g transform="translate(12 12)" font-size="15" \
      font-family="'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace">
      <text x="0" textLength="108" lengthAdjust="spacingAndGlyphs" y="14" fill="#ff8080" font-weight="bold">Đạt &lt;5 &amp; &quot;x&quot;</text>
      <rect x="0" y="19" width="18" height="19" fill="#e0e0e0"/>
      <rect x="18" y="19" width="3.38" height="19" fill="#e0e0e0"/>
      <rect x="27" y="19" width="9" height="19" fill="#e0e0e0" fill-opacity="0.25"/>
      <path d="M36 36L45 21" stroke="#e0e0e0" stroke-width="1"/>
      <path d="M49.5 19V38" stroke="#e0e0e0" stroke-width="1.25"/>
      <text x="67.5" text-anchor="middle" y="33" fill="#e0e0e0">▸</text>
      <text x="72" textLength="27" lengthAdjust="spacingAndGlyphs" y="33" fill="#56595c">a b</text>
      <text x="117" textLength="9" lengthAdjust="spacingAndGlyphs" y="33" fill="#56595c">c</text>
      <rect x="0" y="38" width="36" height="19" fill="#80ff80"/>
      <text x="0" textLength="36" lengthAdjust="spacingAndGlyphs" y="52" fill="#101820">chọn</text>
      <text x="54" textLength="27" lengthAdjust="spacingAndGlyphs" y="52" fill="#ff0000" text-decoration="underline" \
      xml:space="preserve">sai</text>
      </g>
      </svg>

      """
    #expect(picture == expected)
  }

  /// Whatever a file says: no sequence but SGR, no markup but the exporter's own, columns where they were.
  @Test func everyScalarInEveryFormat() {
    for block in stride(from: UInt32(0), to: 0x11_0000, by: 256) {
      var canvas = Canvas(size: Size(width: 600, height: 1))
      let text = String(String.UnicodeScalarView((block..<(block + 256)).compactMap(Unicode.Scalar.init)))
      canvas.put(text, x: 0, y: 0)
      let plain = canvas.text
      #expect(!plain.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
      let ansi = ANSIExporter(Self.theme, depth: .direct).text(of: canvas)
      let parts = ansi.split(separator: "\u{1B}")
      #expect(parts.allSatisfy { $0.hasPrefix("[0") && $0.contains("m") })
      guard block == 0 else { continue }
      let html = HTMLExporter(Self.theme, title: text, .english).text(of: canvas)
      let svg = SVGExporter(Self.theme, title: text, .english).text(of: canvas)
      for file in [html, svg] {
        #expect(!file.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(file.contains("&lt;") && file.contains("&amp;"))
      }
    }
  }

  @Test func wideLettersAndEmptyCanvases() {
    var canvas = Canvas(size: Size(width: 4, height: 1))
    canvas.put("日a", x: 0, y: 0)
    let picture = SVGExporter(Self.theme, title: "", .english).text(of: canvas)
    #expect(picture.contains("<text x=\"9\" text-anchor=\"middle\" y=\"14\" fill=\"#e0e0e0\">日</text>\n<text x=\"18\""))
    let none = Canvas(size: Size(width: 0, height: 0))
    #expect(TextExporter().text(of: none) == "\n")
    #expect(ANSIExporter(Self.theme, depth: .mono).text(of: none).isEmpty)
    #expect(SVGExporter(Self.theme, title: "", .english).text(of: none).hasSuffix("</g>\n</svg>\n"))
  }
}
