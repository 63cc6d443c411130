import CNcurses
import TerminalKit

/// Makes keys of what `wgetch` gives: bytes, and codes above them for the keys that ncurses knows.
///
/// Bytes, not `get_wch`: that one drops a letter whose bytes come in two packets.
struct KeyDecoder {
  private var letter: [UInt8] = []
  private let isUnicode: Bool
  /// Letters that this paste may still have; `nil` outside one.
  private var pasteRoom: Int?
  private var lastPasted = 0

  /// The codes of what stands around a pasted text, for `define_key`: beyond all that ncurses has.
  static let pasteBegin: Int32 = 2_000
  static let pasteEnd: Int32 = 2_001
  /// Letters of a paste that are let through; no field takes more.
  static let longestPaste = 1_000
  /// A paste whose end does not come in so many milliseconds is over: keys are keys again.
  static let pastePatience = 1_000

  /// Without Unicode a byte above 127 is no letter.
  init(isUnicode: Bool) { self.isUnicode = isUnicode }

  /// The keys of one batch, which is all that had arrived. A letter may begin in one and end in the next.
  ///
  /// - Parameters:
  ///   - mice: what the mouse did at each `KEY_MOUSE`.
  ///   - now: milliseconds of any steady clock.
  mutating func decode(_ codes: [Int32], mice: [Mouse?] = [], at now: Int = 0) -> [Key] {
    var keys: [Key] = []
    var mice = mice[...]
    var rest = codes[...]
    if pasteRoom != nil, now - lastPasted > Self.pastePatience { pasteRoom = nil }
    while let code = rest.popFirst() {
      if code == Self.pasteBegin || code == Self.pasteEnd {
        letter = []
        (pasteRoom, lastPasted) = (code == Self.pasteBegin ? Self.longestPaste : nil, now)
      } else if code == KEY_MOUSE {
        letter = []
        keys.append((mice.popFirst() ?? nil).map(Key.mouse) ?? .other)
      } else if pasteRoom != nil {
        lastPasted = now
        keys += paste(code)
      } else if code == 27, let key = Self.takeSequence(&rest) {
        letter = []
        keys.append(key)
      } else if let byte = UInt8(exactly: code) {
        keys += decode(byte)
      } else if code != KEY_RESIZE {
        letter = []
        keys.append(Self.named[code] ?? Self.function(code))
      }
    }
    return keys
  }

  /// Of a pasted text only letters count: what would be a key or a control character is dropped.
  private mutating func paste(_ code: Int32) -> [Key] {
    guard let byte = UInt8(exactly: code) else { return [] }
    return decode(byte).compactMap { key in
      guard case .character(let scalar) = key, let room = pasteRoom, room > 0 else { return nil }
      pasteRoom = room - 1
      return .pasted(scalar)
    }
  }

  private mutating func decode(_ byte: UInt8) -> [Key] {
    if byte < 0x80 {
      let broken: [Key] = letter.isEmpty ? [] : [.other]
      letter = []
      return broken + [Self.key(ascii: byte)]
    }
    guard isUnicode else { return [.other] }
    if byte & 0xC0 == 0x80 {
      letter.append(byte)
      let missing = Self.length(letter[0]) - letter.count
      if missing > 0 { return [] }
    } else {
      let broken: [Key] = letter.isEmpty ? [] : [.other]
      letter = [byte]
      if Self.length(byte) > 1 { return broken }
    }
    defer { letter = [] }
    guard let scalar = String(validating: letter, as: UTF8.self)?.unicodeScalars.first,
      scalar.properties.generalCategory != .control
    else { return [.other] }
    return [.character(scalar)]
  }

  /// Bytes of the letter that this one begins; 1 for one that begins none.
  private static func length(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func key(ascii byte: UInt8) -> Key {
    switch byte {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x1B: .escape
    case 0x01...0x1A: .control(Unicode.Scalar(byte + 0x60))
    case 0x1C: .control("\\")
    case 0x20..<0x7F: .character(Unicode.Scalar(byte))
    default: .other
    }
  }

  private static func function(_ code: Int32) -> Key {
    let number = code - KEY_F0
    return (1...12).contains(number) ? .function(Int(number)) : .other
  }

  private static let named: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
    KEY_FIND: .home, KEY_SELECT: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_ENTER: .enter, KEY_BTAB: .backTab,
    KEY_BACKSPACE: .backspace, KEY_DC: .delete,
  ]
}
