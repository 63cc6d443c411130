extension Course {
  /// The course of an indicator of the 2023 plan; of one that is not among these, steady growth towards its target.
  static func of(_ indicator: Indicator) -> Course {
    known[indicator.id] ?? Course(from: indicator.baseline ?? 0, to: indicator.target)
  }

  static let known: [String: Course] = [
    "DL1": Course(from: 10, to: 90, middle: 7.5, months: 12),
    "DL2": Course(from: 14, to: 99, middle: 6.8, months: 11),
    "DL3": Course(from: 35, to: 96, middle: 6.0, months: 12),
    "DL4": Course(from: 5, to: 41, middle: 6.0, months: 12),
    "DL5": Course(from: 2, to: 72, middle: 8.9, months: 9),
    "DL6": Course(from: 12, to: 91, middle: 7.5, months: 12),
    "DL7": Course(from: 5, to: 78, middle: 7.2, months: 12, joinsLate: (0.42, 10), lastIsOut: 0.32),
    "CP1": Course(from: 34, to: 97.6, middle: 6.4, months: 15, basis: .stock(90, stream: 1), spread: 14),
    "CP2": Course(from: 8, to: 83, middle: 7.2, months: 14, basis: .flow(420, stream: 2), spread: 20, lastIsOut: 0.3),
    "CP3": Course(from: 53, to: 69, basis: .flow(240, stream: 3), spread: 18),
    "CP4": Course(from: 3, to: 37, middle: 7.3, months: 12),
    "CP5": Course(from: 4, to: 58, middle: 7.0, months: 13, basis: .stock(17, stream: 4), spread: 16),
    "CP6": Course(from: 42, to: 99, middle: 5.6, months: 11),
    "CP7": Course(from: 10, to: 80, middle: 9.2, months: 9),
    "CP8": Course(from: 14, to: 46, basis: .flow(80, stream: 5)),
    "CP9": Course(from: 12, to: 52, middle: 7.4, months: 14, basis: .each(140...1_400, stream: 6), spread: 16),
    "KT3": Course(from: 61, to: 88.6, middle: 6.6, basis: .stock(8.2, stream: 7), spread: 16),
    "KT4": Course(from: 6, to: 34, basis: .stock(8.2, stream: 7), joinsLate: (0.4, 11)),
    "KT5": Course(from: 46, to: 98, middle: 5.6, months: 12),
    "KT6": Course(from: 8, to: 84, middle: 7.0, months: 12, firstMonth: 6, joinsLate: (0.36, 10)),
    "XH1": Course(from: 75.6, to: 83.6, basis: .stock(1_240, stream: 8), spread: 7),
    "XH2": Course(from: 74.4, to: 79.9, middle: 7.4, basis: .stock(277, stream: 9), spread: 9),
    "XH3": Course(from: 11, to: 59, middle: 6.4, months: 14, basis: .stock(715, stream: 10), spread: 15),
    "XH4": Course(from: 3, to: 11.8, middle: 7.4, basis: .stock(715, stream: 10), spread: 4),
    "XH5": Course(from: 19, to: 72, middle: 6.6, basis: .stock(1_000, stream: 11), spread: 18),
    "XH6": Course(from: 65.8, to: 76.4, middle: 6.2, basis: .stock(764, stream: 12), spread: 9),
    "XH7": Course(from: 2, to: 21, middle: 7.4, basis: .stock(715, stream: 10), joinsLate: (0.45, 10)),
    "AT1": Course(from: 55.6, to: 75, middle: 7.6, months: 14, basis: .each(18...140, stream: 13), spread: 16),
    "AT2": Course(from: 4, to: 24, middle: 7.2, months: 14, basis: .each(18...140, stream: 13), spread: 13),
    "AT3": Course(from: 6, to: 22.6, basis: .stock(1_010, stream: 14), spread: 7),
    "AT4": Course(from: 0.8, to: 5.9, middle: 8.0, basis: .stock(213, stream: 15), spread: 2.5),
  ]

  /// What is published of the nation in the made-up year: month, figure.
  static let published: [String: [(month: Int, value: String)]] = [
    "KT1": [(3, "14.52"), (6, "15.02"), (9, "15.5"), (12, "16.0")],
    "KT2": [(12, "8.8")],
    "CP3": [(6, "60.8"), (12, "68.4")],
    "XH1": [(6, "79.3"), (12, "83.1")],
    "XH2": [(6, "76.5"), (9, "78.0"), (12, "79.2")],
    "AT1": [(6, "61.2"), (12, "72.1")],
  ]
}
