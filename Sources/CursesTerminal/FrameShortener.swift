/// Says a frame of ncurses in fewer bytes.
///
/// ncurses names both colours wherever one of them changes, and takes back at the end of a frame what it took back
/// already. This names what changes, and for a blank, or what is cleared, only what can be seen of it. Sequences are
/// those of ECMA-48; `SGR` is its section 8.3.117.
struct FrameShortener {
  private let bytes: [UInt8]
  private var position = 0
  private var shorter: [UInt8] = []
  private var shown = Pen()
  private var wanted = Pen()
  private var colors = FrameColors()
  /// What sets the letters of ASCII, once each.
  private var letters: [UInt8] = []

  /// The same frame in fewer bytes; `nil` where something is in it that is not known well enough to be moved about.
  /// A frame begins and ends with a terminal's own colours.
  ///
  /// - Parameter isWhole: whether it paints everything, and so has to hold whatever a terminal showed before: then it
  ///   begins with the letters of ASCII, as ncurses sets them.
  static func shorten(_ frame: [UInt8], isWhole: Bool = false) -> [UInt8]? {
    var shortener = FrameShortener(frame)
    guard shortener.run() else { return nil }
    return isWhole ? shortener.letters + shortener.shorter : shortener.shorter
  }

  private init(_ frame: [UInt8]) {
    bytes = frame
    shorter.reserveCapacity(frame.count)
  }

  private mutating func run() -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x20: take(count { $0 == 0x20 }, seen: .ground)
      case 0x21...0x7E, 0x80...0xFF: take(count { $0 > 0x20 && $0 != 0x7F }, seen: .letter)
      // A line feed may scroll, and a row that scrolls in has a colour.
      case 0x0A: take(1, seen: .ground)
      case 0x08, 0x0D: take(1, seen: .nothing)
      case 0x0F: skipLetters(1)
      case 0x1B: guard takeSequence() else { return false }
      default: return false
      }
    }
    show(.letter)
    return wanted == Pen()
  }

  /// How many bytes from here on are of a kind.
  private func count(while isOfKind: (UInt8) -> Bool) -> Int {
    (bytes[position...].firstIndex { !isOfKind($0) } ?? bytes.count) - position
  }

  /// What of the pen a byte or a sequence makes visible.
  private enum Sight { case nothing, ground, letter }

  private mutating func take(_ count: Int, seen: Sight) {
    show(seen)
    shorter += bytes[position..<position + count]
    position += count
  }

  /// The letters are those of ASCII already: nothing here knows how to leave them.
  private mutating func skipLetters(_ count: Int) {
    let sequence = bytes[position..<position + count]
    if !letters.contains(sequence[position]) { letters += sequence }
    position += count
  }

  private mutating func takeSequence() -> Bool {
    guard position + 1 < bytes.count else { return false }
    switch bytes[position + 1] {
    case UInt8(ascii: "["): return takeControl()
    case UInt8(ascii: "(") where position + 2 < bytes.count && bytes[position + 2] == UInt8(ascii: "B"): skipLetters(3)
    // A line down and a line up, which may scroll as a line feed does.
    case UInt8(ascii: "D"), UInt8(ascii: "M"): take(2, seen: .ground)
    default: return false
    }
    return true
  }

  private mutating func takeControl() -> Bool {
    let first = position + 2
    guard let last = bytes[first...].firstIndex(where: { $0 >= 0x40 }) else { return false }
    switch bytes[last] {
    case UInt8(ascii: "m"):
      guard wanted.apply(bytes[first..<last], &colors) else { return false }
      position = last + 1
    // A movement to the first column, which is meant where none is named.
    case UInt8(ascii: "H") where bytes[last - 1] == UInt8(ascii: "1") && bytes[last - 2] == UInt8(ascii: ";"):
      shorter += bytes[position..<last - 2]
      shorter.append(UInt8(ascii: "H"))
      position = last + 1
    // Movements, the region that scrolls, modes; a letter repeated.
    case 0x41...0x48, 0x62, 0x64, 0x68, 0x6C, 0x72: take(last + 1 - position, seen: .nothing)
    // Clearing, inserting, deleting, scrolling.
    case 0x40, 0x4A...0x4D, 0x50, 0x53, 0x54, 0x58: take(last + 1 - position, seen: .ground)
    default: return false
    }
    return true
  }

  private mutating func show(_ sight: Sight) {
    guard sight != .nothing, wanted != shown else { return }
    var next = wanted
    if sight == .ground, wanted.hidesForeground { next.foreground = shown.foreground }
    guard next != shown else { return }
    let start = shorter.count
    if next == Pen() || !next.isReachable(from: shown) {
      next = wanted
      next.write(to: &shorter, colors)
    } else {
      next.write(from: shown, to: &shorter, colors)
      let middle = shorter.count
      next.write(to: &shorter, colors)
      if shorter.count - middle < middle - start {
        shorter.removeSubrange(start..<middle)
      } else {
        shorter.removeSubrange(middle...)
      }
    }
    shown = next
  }
}

/// The colours of a frame, each as the parameters that name it, by numbers; 0 is the terminal's own.
private struct FrameColors {
  private var all: [ArraySlice<UInt8>] = [[]]

  mutating func number(of color: ArraySlice<UInt8>) -> Int {
    if let number = all.firstIndex(of: color) { return number }
    all.append(color)
    return all.count - 1
  }

  subscript(number: Int) -> ArraySlice<UInt8> { all[number] }
}

/// How a terminal writes: two colours by their numbers in the frame, and attributes by the bits of their numbers.
private struct Pen: Equatable {
  var foreground = 0
  var background = 0
  var attributes: UInt16 = 0

  private static var intensity: UInt16 { 0b110 }
  /// Attributes that every terminal with colours can take back by a number of their own, which is 20 more: of
  /// underlined and reversed. Bold and dim go together, by 22.
  private static var single: UInt16 { 1 << 4 | 1 << 7 }

  /// Whether a blank looks alike in any colour of letters: nothing but bold and dim is on.
  var hidesForeground: Bool { attributes & ~Self.intensity == 0 }

  /// Whether all attributes of another pen that this one has not can be taken back one by one.
  func isReachable(from other: Pen) -> Bool {
    other.attributes & ~attributes & ~(Self.intensity | Self.single) == 0
  }

  /// Takes the parameters of a sequence.
  ///
  /// - Returns: whether all are known.
  mutating func apply(_ parameters: ArraySlice<UInt8>, _ colors: inout FrameColors) -> Bool {
    var rest = parameters
    repeat {
      let start = rest.startIndex
      guard let number = Self.number(&rest) else { return false }
      switch number {
      case 0: self = Pen()
      case 1...9: attributes |= 1 << UInt16(number)
      case 22: attributes &= ~0b110
      case 23...29: attributes &= ~(1 << UInt16(number - 20))
      case 39: foreground = 0
      case 49: background = 0
      case 38, 48:
        guard Self.skipColor(&rest) else { return false }
        fallthrough
      case 30...37, 40...47, 90...97, 100...107:
        let color = colors.number(of: parameters[start..<rest.startIndex])
        if number / 10 == 3 || number / 10 == 9 { foreground = color } else { background = color }
      default: return false
      }
      guard rest.isEmpty || rest.popFirst() == UInt8(ascii: ";") else { return false }
    } while !rest.isEmpty
    return true
  }

  /// The number at the beginning; 0 where there is none, `nil` for one that is larger than any known.
  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    var number = 0
    while let byte = rest.first, (0x30...0x39).contains(byte) {
      guard number < 100 else { return nil }
      number = number * 10 + Int(byte - 0x30)
      rest.removeFirst()
    }
    return number
  }

  /// Skips what follows 38 and 48: `;5;n`, `;2;r;g;b`, or as much in one parameter by colons.
  private static func skipColor(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: ":") {
      rest = rest.drop { $0 == UInt8(ascii: ":") || (0x30...0x39).contains($0) }
      return true
    }
    guard rest.popFirst() == UInt8(ascii: ";"), let form = number(&rest), form == 5 || form == 2 else { return false }
    for _ in 0..<(form == 5 ? 1 : 3) {
      guard rest.popFirst() == UInt8(ascii: ";"), number(&rest) != nil else { return false }
    }
    return true
  }

  /// Adds what changes a terminal to this pen, from any.
  func write(to bytes: inout [UInt8], _ colors: FrameColors) {
    bytes.append(0x1B)
    bytes.append(UInt8(ascii: "["))
    if self != Pen() {
      bytes.append(UInt8(ascii: "0"))
      bytes.append(UInt8(ascii: ";"))
      writeChange(from: Pen(), to: &bytes, colors)
    }
    bytes.append(UInt8(ascii: "m"))
  }

  /// The same from another pen from which it can be reached.
  func write(from other: Pen, to bytes: inout [UInt8], _ colors: FrameColors) {
    bytes.append(0x1B)
    bytes.append(UInt8(ascii: "["))
    writeChange(from: other, to: &bytes, colors)
    bytes.append(UInt8(ascii: "m"))
  }

  private func writeChange(from other: Pen, to bytes: inout [UInt8], _ colors: FrameColors) {
    let start = bytes.count
    func add(_ number: UInt8) {
      if number >= 10 { bytes.append(0x30 + number / 10) }
      bytes.append(0x30 + number % 10)
      bytes.append(UInt8(ascii: ";"))
    }
    var left = other.attributes
    if left & ~attributes & Self.intensity != 0 {
      add(22)
      left &= ~Self.intensity
    }
    for number in UInt8(1)...9 where (left & ~attributes) >> UInt16(number) & 1 == 1 { add(20 + number) }
    for number in UInt8(1)...9 where (attributes & ~left) >> UInt16(number) & 1 == 1 { add(number) }
    if foreground != other.foreground { write(foreground, none: 0x33, to: &bytes, colors) }
    if background != other.background { write(background, none: 0x34, to: &bytes, colors) }
    if bytes.count > start { bytes.removeLast() }
  }

  private func write(_ color: Int, none: UInt8, to bytes: inout [UInt8], _ colors: FrameColors) {
    if color == 0 {
      bytes.append(none)
      bytes.append(UInt8(ascii: "9"))
    } else {
      bytes += colors[color]
    }
    bytes.append(UInt8(ascii: ";"))
  }
}
