import CNcurses
import TerminalKit

@testable import CursesTerminal

/// What a terminal sends, in one batch and in several: `0xFF` begins a code of ncurses, `0xFE` ends a batch.
enum FuzzedKeys {
  static let seeds =
    ["đường\u{1B}[A\u{1B}OB\u{1B}[3;5~\u{1B}[<0;1;2M", "\u{1B}[200~Bộ CA\u{1B}[201~q", "\t\r\u{7F}"]
    .map { Array($0.utf8) } + [[0xFF, 0, 0x61, 0xFE, 0xC4, 0xFE, 0x91, 0xFF, 1, 0xFF, 3, 0xFF, 9]]

  private static let codes: [Int32] = [
    KeyDecoder.pasteBegin, KeyDecoder.pasteEnd, KEY_MOUSE, KEY_RESIZE, KEY_UP, KEY_F0 + 1, KEY_F0 + 63, 565, -1, .max,
  ]

  static func fault(in bytes: [UInt8]) -> String? {
    for isUnicode in [true, false] {
      var decoder = KeyDecoder(isUnicode: isUnicode)
      var rest = bytes[...]
      var now = 0
      while !rest.isEmpty {
        let batch = takeBatch(&rest)
        let keys = decoder.decode(batch, mice: [Mouse(.click, x: 1, y: 1)], at: now)
        now &+= batch.count &* 100
        // A broken letter and the key that follows it are two.
        if keys.count > 2 * batch.count + 1 { return "\(keys.count) keys of \(batch.count) codes" }
        for key in keys {
          switch key {
          case .character(let scalar), .pasted(let scalar):
            if scalar.properties.generalCategory == .control {
              return "a control character is a letter: \(scalar.value)"
            }
          default: break
          }
        }
      }
    }
    return nil
  }

  private static func takeBatch(_ rest: inout ArraySlice<UInt8>) -> [Int32] {
    var batch: [Int32] = []
    while let byte = rest.popFirst(), byte != 0xFE {
      if byte == 0xFF, let number = rest.popFirst() {
        batch.append(codes[Int(number) % codes.count])
      } else {
        batch.append(Int32(byte))
      }
    }
    return batch
  }
}
