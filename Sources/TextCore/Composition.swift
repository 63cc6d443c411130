/// Canonical composition of Latin letters with the marks U+0300…U+036F.
///
/// The standard library has no public NFC; these are all such pairs of Unicode 15, one line a mark, each base letter
/// before its composed one. Letters of other scripts stay as they are written, and so do the marks that are but other
/// names of marks (U+0340, U+0341, U+0343, U+0344).
enum Composition {
  static let pairs: [(mark: UInt32, letters: String)] = [
    (0x0300, "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"),
    (
      0x0301,
      "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹ"
        + "WẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"
    ),
    (0x0302, "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"),
    (0x0303, "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
    (0x0304, "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳGḠgḡḶḸḷḹṚṜṛṝ"),
    (0x0306, "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ"),
    (0x0307, "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"),
    (0x0308, "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"),
    (0x0309, "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
    (0x030A, "AÅaåUŮuůwẘyẙ"),
    (0x030B, "OŐoőUŰuű"),
    (0x030C, "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"),
    (0x030F, "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"),
    (0x0311, "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
    (0x031B, "OƠoơUƯuư"),
    (0x0323, "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"),
    (0x0324, "UṲuṳ"),
    (0x0325, "AḀaḁ"),
    (0x0326, "SȘsșTȚtț"),
    (0x0327, "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
    (0x0328, "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
    (0x032D, "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"),
    (0x032E, "HḪhḫ"),
    (0x0330, "EḚeḛIḬiḭUṴuṵ"),
    (0x0331, "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
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

  /// Unicode's combining class; marks of one class keep their order.
  private static func order(_ mark: UInt32) -> Int {
    Unicode.Scalar(mark).map { Int($0.properties.canonicalCombiningClass.rawValue) } ?? 0
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
  /// The text in Unicode's composed form (NFC), as far as Latin letters go.
  public var precomposed: String {
    guard unicodeScalars.contains(where: { Composition.isCombining($0.value) }) else { return self }
    var out = String.UnicodeScalarView()
    forEachPrecomposed {
      out.append($0)
      return true
    }
    return String(out)
  }

  /// Calls `body` with one scalar of the composed form after another, until it answers `false`: what of a long text is
  /// not asked for is not looked at.
  public func forEachPrecomposed(_ body: (Unicode.Scalar) -> Bool) {
    var base: Unicode.Scalar?
    var marks: [UInt32] = []
    func flush() -> Bool {
      guard let letter = base else { return true }
      guard !marks.isEmpty else { return body(letter) }
      let scalars = Composition.compose(letter.value, marks)
      marks.removeAll(keepingCapacity: true)
      return scalars.allSatisfy { Unicode.Scalar($0).map(body) ?? true }
    }
    for scalar in unicodeScalars {
      if base != nil, Composition.isCombining(scalar.value) {
        marks.append(scalar.value)
      } else {
        guard flush() else { return }
        base = scalar
      }
    }
    _ = flush()
  }
}
