internal import TextCore

/// What `--map` says: which column, by its heading or its number, is which field.
struct ColumnMap {
  enum Name: Hashable {
    case heading(String)
    /// From 1.
    case number(Int)
  }

  private(set) var names: [ImportField: Name] = [:]

  /// - Parameter texts: each `value=Kết quả,agency=2`.
  /// - Throws: `ImportRefusal.option` where one cannot be read.
  init(_ texts: [String]) throws(ImportRefusal) {
    for text in texts {
      var entries: [(field: ImportField, name: String)] = []
      for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
        let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if sides.count == 2, let field = Self.field(sides[0]) {
          entries.append((field, String(sides[1])))
        } else if let last = entries.indices.last, sides.count == 1 {
          // A comma of the heading's own.
          entries[last].name += "," + piece
        } else {
          throw Self.unreadable(String(piece))
        }
      }
      for (field, name) in entries {
        let name = Self.unquoted(name)
        guard !name.isEmpty else { throw Self.unreadable(text) }
        names[field] = Int(name).map(Name.number) ?? .heading(name)
      }
    }
  }

  private static func field(_ name: Substring) -> ImportField? {
    let name = name.filter { $0 != " " }.lowercased()
    return ImportField(rawValue: name)
  }

  private static func unquoted(_ text: String) -> String {
    let name = Array(text.precomposed.unicodeScalars).drop { $0 == " " }
    var rest = ArraySlice(name)
    while rest.last == " " { rest.removeLast() }
    if let first = rest.first, let last = rest.last, rest.count > 1,
      first == "«" && last == "»" || first == "\"" && last == "\""
    {
      rest = rest.dropFirst().dropLast()
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: rest)
    return String(view)
  }

  private static func unreadable(_ text: String) -> ImportRefusal {
    let fields = ImportField.allCases.map(\.rawValue)
    let list = fields.joined(separator: ", ")
    let name = String(text.prefix { $0 != "=" })
    return .option(
      name: "--map",
      (Localized("không hiểu «\(text.brief)»", "cannot read «\(text.brief)»") + .suggestion(for: name, among: fields))
        .followed(
          by: Localized(
            "viết như value=Kết quả hoặc value=4; các tên: \(list)", "write value=Result or value=4; the names: \(list)"
          )))
  }

  /// Where each named column is among the headings.
  ///
  /// - Throws: `ImportRefusal.option` where there is no such column.
  func columns(in headings: [String]) throws(ImportRefusal) -> [ImportField: Int] {
    var columns: [ImportField: Int] = [:]
    for (field, name) in names.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let column = Self.column(name, in: headings) else { throw missing(name, headings) }
      columns[field] = column
    }
    return columns
  }

  /// How many of the named columns there are.
  func count(in headings: [String]) -> Int { names.values.count { Self.column($0, in: headings) != nil } }

  private static func column(_ name: Name, in headings: [String]) -> Int? {
    switch name {
    case .number(let number): number > 0 && number <= headings.count ? number - 1 : nil
    case .heading(let text):
      headings.firstIndex { $0 == text } ?? headings.firstIndex { $0.folded == text.folded }
        ?? headings.firstIndex { ForeignText.words($0) == ForeignText.words(text) && !text.isEmpty }
    }
  }

  private func missing(_ name: Name, _ headings: [String]) -> ImportRefusal {
    let seen = headings.prefix(12).map { "«\($0.brief)»" }.joined(separator: ", ")
    switch name {
    case .number(let number):
      return .option(
        name: "--map",
        Localized(
          "không có cột \(number); tệp có \(headings.count) cột", "no column \(number); the file has \(headings.count)")
      )
    case .heading(let text):
      return .option(
        name: "--map",
        (Localized("không có cột «\(text.brief)»", "no column «\(text.brief)»")
          + .suggestion(for: text, among: headings.prefix(100)))
          .followed(by: Localized("tệp có: \(seen)", "the file has: \(seen)")))
    }
  }
}
