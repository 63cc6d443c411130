internal import TextCore

extension ReminderLetter {
  var sender: [Paper.Line] {
    [
      Paper.Line(word("ỦY BAN QUỐC GIA", "NATIONAL COMMITTEE"), .bold),
      Paper.Line(word("VỀ CHUYỂN ĐỔI SỐ", "ON DIGITAL TRANSFORMATION"), .bold), Paper.Line("————"),
    ]
  }

  var state: [Paper.Line] {
    [
      Paper.Line(word("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"), .bold),
      Paper.Line(word("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"), .bold),
      Paper.Line("———————————"),
    ]
  }

  var number: [Paper.Line] {
    [Paper.Line(word("Số: …/…", "No.: …/…")), Paper.Line(subject)]
  }

  var subject: String {
    let what =
      settings.decision.isEmpty ? source[settings.shortTitle] : word("Quyết định số ", "Decision ") + settings.decision
    return
      (late.isEmpty
      ? word("V/v đề nghị cung cấp \(wanted) thực hiện ", "Re: \(wanted) on the carrying out of ")
      : word("V/v đôn đốc thực hiện ", "Re: carrying out ")) + what
  }

  /// What is asked for where nothing is known to be late.
  var wanted: String {
    if unheard.isEmpty, entries.isEmpty { return word("số liệu", "figures") }
    return silent.isEmpty ? word("thông tin", "information") : word("thông tin, số liệu", "information and figures")
  }

  /// The day is that of the signature.
  var placeAndDay: [Paper.Line] {
    [Paper.Line(word("Hà Nội, ngày … tháng … năm …", "Hanoi, … … …"), .italic)]
  }

  var recipients: [Paper.Line] {
    [
      Paper.Line(word("Nơi nhận:", "Copies:"), .italic, isLeading: true),
      Paper.Line(word("- Như trên;", "- as above;"), isLeading: true),
      Paper.Line(word("- Lưu: VT, ……….", "- file: VT, ………."), isLeading: true),
    ]
  }

  var signature: [Paper.Line] {
    [
      Paper.Line(word("[QUYỀN HẠN, CHỨC VỤ NGƯỜI KÝ]", "[POST OF WHO SIGNS]"), .bold), Paper.Line(""), Paper.Line(""),
      Paper.Line(word("[Họ và tên]", "[Name]"), .bold),
    ]
  }

  /// A province is written to by way of its people's committee.
  var addressee: String {
    let name = source.name(agency)
    guard source.plan.agencies[agency].kind == .province else { return name }
    return source.language == .vietnamese
      ? "Ủy ban nhân dân " + name.prefix(1).lowercased() + name.dropFirst() : "People's Committee of " + name
  }

  /// How the letter speaks to who it is to. Ministries and agencies are the committee's peers; a people's committee is
  /// called by its name, which is not that of the sender.
  var you: String {
    guard source.language == .vietnamese else { return "the " + addressee }
    let agency = source.plan.agencies[agency]
    switch agency.kind {
    case .province, .national: return addressee
    case .ministry, .ministerialAgency, .governmentAgency:
      return agency.name.vietnamese.hasPrefix("Bộ ") ? "Quý Bộ" : "Quý Cơ quan"
    }
  }
}
