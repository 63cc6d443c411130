import PlanCore
public import TerminalKit
import TextCore

/// What is on the screen, to be taken away.
public struct Takeaway: Hashable, Sendable {
  /// A form to take it in.
  public enum Format: String, CaseIterable, Sendable {
    case text, ansi, markdown, csv, excel, html, svg

    /// The end of a file's name.
    public var fileExtension: String {
      switch self {
      case .text: "txt"
      case .ansi: "ansi"
      case .markdown: "md"
      case .csv: "csv"
      // By its own name Excel would not open it.
      case .excel: "csv"
      case .html: "html"
      case .svg: "svg"
      }
    }
  }

  enum Content: Hashable {
    case canvas(Canvas)
    case table(DataTable)
    case text(String)
  }

  /// What a file of it is called, without number and extension: `thuky-2023-09-30-matrix`.
  public let name: String
  public let format: Format
  /// What it is of, in a line.
  let title: String
  let language: Language
  let content: Content

  /// The whole file.
  ///
  /// - Parameter depth: for `ansi`: the colours of whoever shows it.
  public func text(_ theme: Theme, depth: ColorDepth = .direct) -> String {
    switch content {
    case .canvas(let canvas):
      switch format {
      case .ansi: ANSIExporter(theme, depth: depth).text(of: canvas)
      case .html: HTMLExporter(theme, title: title, language).text(of: canvas)
      case .svg: SVGExporter(theme, title: title, language).text(of: canvas)
      default: TextExporter().text(of: canvas)
      }
    case .table(let table): format == .excel ? ExcelExporter().text(of: table) : CSVExporter().text(of: table)
    case .text(let text): text
    }
  }
}

extension Takeaway {
  /// The same for a terminal that cannot show more than ASCII, where it is a picture of the screen.
  public var asciiOnly: Takeaway {
    guard case .canvas(let canvas) = content else { return self }
    return Takeaway(name: name, format: format, title: title, language: language, content: .canvas(canvas.asciiOnly))
  }
}

extension Takeaway.Format {
  /// For a menu.
  var label: Localized {
    switch self {
    case .text: Localized("văn bản", "text")
    case .ansi: Localized("ansi", "ansi")
    case .markdown: Localized("markdown", "markdown")
    case .csv: Localized("csv", "csv")
    case .excel: Localized("excel", "excel")
    case .html: Localized("html", "html")
    case .svg: Localized("svg", "svg")
    }
  }
}
