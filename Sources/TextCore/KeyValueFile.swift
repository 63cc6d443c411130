/// A file of `key = value` lines: `plan.conf` and the themes.
///
/// A line that begins with `#` is a comment, a blank one is skipped, a value runs to the end of its line. Of a key
/// given twice the first stands, with an error for the second.
public struct KeyValueFile: Sendable {
  /// One line, with the columns that its key and value begin in.
  public struct Entry: Sendable {
    /// Before the `=`.
    public let key: String
    /// After it, to the end of the line, without blanks around it.
    public let value: String
    /// Counted from 1, as columns are.
    public let line: Int
    /// Where the key begins.
    public let keyColumn: Int
    /// Where the value begins.
    public let valueColumn: Int
  }

  /// As findings name it.
  public let name: String
  /// In the order of the file.
  public private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]

  /// Reads the bytes; what cannot be read is left out and reported.
  public init(_ bytes: [UInt8], name: String, findings: inout Findings) {
    self.name = name
    let start = ByteText.byteOrderMarkLength(bytes.span)
    for (index, line) in bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      read(line, number: index + 1, findings: &findings)
    }
  }

  /// The entry of a key; `nil` where the file has none.
  public subscript(key: String) -> Entry? { places[key].map { entries[$0] } }

  private mutating func read(_ line: ArraySlice<UInt8>, number: Int, findings: inout Findings) {
    let content = ByteText.trimmed(line)
    guard let first = content.first, first != UInt8(ascii: "#") else { return }
    func column(of rest: ArraySlice<UInt8>) -> Int { ByteText.columns(in: line[..<rest.startIndex]) + 1 }
    func fault(_ rest: ArraySlice<UInt8>, _ message: @autoclosure () -> Localized) {
      guard findings.hasRoom else { return findings.count(.error) }
      findings.add(Finding(.error, file: name, line: number, column: column(of: rest), message: message()))
    }
    guard let equals = content.firstIndex(of: UInt8(ascii: "=")), equals != content.startIndex else {
      return fault(content, Localized("phải viết «khóa = giá trị»", "not a line of «key = value»"))
    }
    let value = ByteText.trimmed(content[(equals + 1)...])
    guard let key = ByteText.string(ByteText.trimmed(content[..<equals])) else { return fault(content, .notUTF8) }
    guard let text = ByteText.string(value) else { return fault(value, .notUTF8) }
    guard places[key] == nil else {
      return fault(
        content,
        Localized(
          "khóa «\(key.brief)» ghi hai lần; giá trị đầu được dùng",
          "key «\(key.brief)» given twice; the first stands"))
    }
    places[key] = entries.count
    entries.append(
      Entry(
        key: key, value: text, line: number, keyColumn: column(of: content), valueColumn: column(of: value)))
  }
}

extension Localized {
  /// What is wrong with a byte that is no part of a letter.
  public static let notUTF8 = Localized(
    "không phải UTF-8; lưu lại tệp ở dạng UTF-8", "not UTF-8; save the file as UTF-8")

  /// `; did you mean «…»?`, or nothing where no known name is near.
  public static func suggestion(for name: String, among known: some Sequence<String>) -> Localized {
    NearestName.find(name, in: known).map(suggestion) ?? Localized(both: "")
  }

  /// `; did you mean «…»?`.
  public static func suggestion(_ name: String) -> Localized {
    Localized("; có phải «\(name)»?", "; did you mean «\(name)»?")
  }

  /// The text and what else there is to say: a clause more or, after a question, a sentence of its own.
  public func followed(by more: Localized?) -> Localized {
    guard let more else { return self }
    func join(_ text: String, _ more: String) -> String {
      text.hasSuffix("?") ? text + " " + more.prefix(1).uppercased() + more.dropFirst() : text + "; " + more
    }
    return Localized(join(vietnamese, more.vietnamese), join(english, more.english))
  }

  /// Both texts one after the other, in each language.
  public static func + (a: Localized, b: Localized) -> Localized {
    Localized(a.vietnamese + b.vietnamese, a.english + b.english)
  }
}
