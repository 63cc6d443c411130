import TerminalKit
import Testing

@Suite struct BigTextTests {
  @Test func letters() {
    var canvas = Canvas(size: Size(width: 40, height: 7))
    let text = BigText("17,5%")
    let scale = text.scale(width: 40, height: 7)
    #expect(scale == BigText.Scale(width: 1, height: 1))
    text.draw(on: &canvas, x: 0, y: 0, at: BigText.Scale(width: 1, height: 1), role: .text, glyphs: .ascii)
    #expect(
      canvas.text == """
          #   #####    ##### ##  #
         ##       #    #     ##  #
          #      #     ####     #
          #     #          #   #
          #     #          #  #
          #    #     # #   # #  ##
         ###   #    #   ###  #  ##
        """)
    #expect(text.width(at: BigText.Scale(width: 1, height: 1)) == 26)
    #expect(text.width(at: BigText.Scale(width: 3, height: 2)) == 78)
  }

  @Test(arguments: [(30, 7, 1), (51, 7, 1), (52, 7, 2), (200, 6, 0), (25, 100, 0), (300, 14, 4), (300, 30, 6)])
  func scales(_ width: Int, _ height: Int, _ point: Int) {
    #expect((BigText("17,5%").scale(width: width, height: height)?.width ?? 0) == point)
  }

  @Test func whatHasNoShapeIsBlank() {
    var canvas = Canvas(size: Size(width: 10, height: 7))
    BigText("đ ").draw(on: &canvas, x: 0, y: 0, at: BigText.Scale(width: 1, height: 1), role: .text, glyphs: .blocks)
    #expect(canvas.text.allSatisfy { $0 == "\n" })
    #expect(BigText("").width(at: BigText.Scale(width: 2, height: 1)) == 0)
  }
}
