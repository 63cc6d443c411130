import PlanCore
import TerminalKit
import TextCore

// How figures are written on every page.

extension Context {
  /// A figure with its unit: `52,3 %`.
  func text(_ figure: Figure, of indicator: Indicator) -> String {
    withUnit(figure.text(indicator.comparator, language), indicator.unit)
  }

  func withUnit(_ number: String, _ unit: String) -> String {
    UnitText.text(number, unit, language)
  }

  /// `> 16 %`, as the file has it.
  func target(of indicator: Indicator) -> String {
    let number = NumberText.text(indicator.target, decimals: indicator.targetDecimals, language)
    return "\(sign(of: indicator.comparator)) " + withUnit(number, indicator.unit)
  }

  private func sign(of comparator: Indicator.Comparator) -> String {
    guard glyphs != .ascii else { return comparator.rawValue }
    return switch comparator {
    case .atLeast: "≥"
    case .atMost: "≤"
    case .above, .below: comparator.rawValue
    }
  }

  func spans(_ marks: [FigureMark]) -> String { String(String.UnicodeScalarView(marks.map { $0.glyph(glyphs) })) }

  /// A status as its shape and its word.
  func span(_ status: Status, withName: Bool = true) -> Span {
    let shape = String(Character(status.glyph(glyphs)))
    return Span(withName ? "\(shape) \(self[status.name])" : shape, status.role)
  }

  /// A report's period: its month, or its day.
  func period(_ report: Report) -> String { report.isMonth ? report.end.monthAndYear : report.end.slashed }

  func sparkline(_ levels: [Int?]) -> Content {
    let glyphs = glyphs
    return .custom { canvas, place in
      Sparkline(levels).draw(on: &canvas, x: place.x, y: place.y, width: place.width, glyphs: glyphs)
    }
  }

  /// A gauge from nothing to the target, with a tick where time says it should be.
  func gauge(_ fraction: Double, unknown: Double, tick: Double) -> Content {
    let glyphs = glyphs
    return .custom { canvas, place in
      Gauge(fraction, tick: tick, unknown: unknown)
        .draw(on: &canvas, x: place.x, y: place.y, width: place.width, glyphs: glyphs)
    }
  }
}
