/// Canonical composition of Latin letters with the eight marks that Vietnamese uses.
///
/// The standard library has no public NFC; these are all pairs of Unicode 15 with those marks, one line a mark, each
/// base letter before its composed one.
enum Composition {
  static let pairs: [(mark: UInt32, letters: String)] = [
    (0x0300, "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"),
    (
      0x0301,
      "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕ"
        + "ŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"
    ),
    (0x0302, "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"),
    (0x0303, "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
    (0x0306, "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ"),
    (0x0309, "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
    (0x031B, "OƠoơUƯuư"),
    (0x0323, "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"),
  ]

  /// Composed letter → its base and its mark.
  static let parts: [UInt32: (base: UInt32, mark: UInt32)] = {
    var parts: [UInt32: (base: UInt32, mark: UInt32)] = [:]
    for (mark, letters) in pairs {
      var base: UInt32?
      for scalar in letters.unicodeScalars {
        if let known = base {
          parts[scalar.value] = (known, mark)
          base = nil
        } else {
          base = scalar.value
        }
      }
    }
    return parts
  }()

  /// (base, mark) → composed letter.
  private static let composed: [UInt64: UInt32] = {
    var composed: [UInt64: UInt32] = [:]
    for (letter, part) in parts { composed[key(part.base, part.mark)] = letter }
    return composed
  }()

  private static func key(_ base: UInt32, _ mark: UInt32) -> UInt64 { UInt64(base) << 32 | UInt64(mark) }

  static func isCombining(_ scalar: UInt32) -> Bool { (0x0300...0x036F).contains(scalar) }

  /// Unicode's combining class of the marks above; marks of one class keep their order.
  private static func order(_ mark: UInt32) -> Int {
    switch mark {
    case 0x031B: 216
    case 0x0323: 220
    default: 230
    }
  }

  /// The letter without its marks.
  static func root(of scalar: UInt32) -> UInt32 {
    var root = scalar
    while let part = parts[root] { root = part.base }
    return root
  }

  /// The letter and its marks taken apart, marks in canonical order.
  static func decomposed(_ scalar: UInt32) -> (root: UInt32, marks: [UInt32]) {
    var root = scalar
    var marks: [UInt32] = []
    while let part = parts[root] {
      root = part.base
      marks.insert(part.mark, at: 0)
    }
    return (root, marks)
  }

  /// Puts a base letter and the marks that follow it together as NFC does.
  static func compose(_ base: UInt32, _ following: [UInt32]) -> [UInt32] {
    var (letter, marks) = decomposed(base)
    marks += following
    // Stable, as canonical ordering is.
    marks = marks.enumerated().sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }
      .map(\.element)
    var left: [UInt32] = []
    for mark in marks {
      let blocked = left.last.map { order($0) >= order(mark) } ?? false
      if !blocked, let next = composed[key(letter, mark)] {
        letter = next
      } else {
        left.append(mark)
      }
    }
    return [letter] + left
  }
}

extension String {
  /// The text in Unicode's composed form (NFC), as far as letters with Vietnamese marks go.
  public var precomposed: String {
    guard unicodeScalars.contains(where: { Composition.isCombining($0.value) }) else { return self }
    var out = String.UnicodeScalarView()
    var base: UInt32?
    var marks: [UInt32] = []
    func flush() {
      guard let letter = base else { return }
      let scalars = marks.isEmpty ? [letter] : Composition.compose(letter, marks)
      out.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
    }
    for scalar in unicodeScalars {
      if Composition.isCombining(scalar.value), base != nil {
        marks.append(scalar.value)
      } else {
        flush()
        base = scalar.value
        marks.removeAll(keepingCapacity: true)
      }
    }
    flush()
    return String(out)
  }
}
