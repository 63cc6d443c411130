internal import TextCore

/// *Việc cần quyết định*: what only a head can move: work that is stuck, work that is overdue, whom to write to, and
/// indicators that will not be met as things go.
struct SessionDecisions {
  private let briefing: SessionBriefing
  private let stuck: [Group]
  private let overdue: [Group]
  private let offTrack: [Int]

  init(_ briefing: SessionBriefing) {
    self.briefing = briefing
    let source = briefing.source
    stuck = source.groups { status, state in status == .blocked && state.isOpen }
    overdue = source.groups { status, state in state == .openOverdue && status != .blocked }
    offTrack = source.worstIndicators.filter { source.assessment.indicators[$0].status != .atRisk }
  }

  private var source: PaperSource { briefing.source }
  private var plan: Plan { source.plan }
  private var assessment: Assessment { source.assessment }

  private func word(_ vietnamese: String, _ english: String) -> String { source.word(vietnamese, english) }

  /// How many items there are of each kind.
  var counts: SessionRoom {
    SessionRoom(stuck: stuck.count, overdue: overdue.count, offTrack: offTrack.count, changes: briefing.changes.count)
  }

  /// At most as many of a kind as there is room for, and what the others are called.
  var items: [String] {
    let (room, plan) = (briefing.room, plan)
    return named(
      stuck, room.stuck, id: \.id, word("Tháo gỡ thêm", "Clear the way for"),
      word("nhiệm vụ đang vướng mắc", "more that are stuck")
    ) { text($0, word("Tháo gỡ vướng mắc", "Clear the way")) }
      + named(
        overdue, room.overdue, id: \.id, word("Gia hạn hoặc yêu cầu hoàn thành ngay", "Extend, or insist on,"),
        word("việc quá hạn khác", "more that are overdue")
      ) { text($0, word("Gia hạn hoặc yêu cầu hoàn thành ngay", "Extend, or insist that it be done")) }
      + unheard
      + named(
        offTrack, room.offTrack, id: { plan.indicators[$0].id }, word("Biện pháp cho", "What to do about"),
        word("chỉ tiêu chậm hoặc không đạt khác", "more indicators off track or missed"), text)
  }

  /// Ids of what there is no room for that are named; of many more the count has to do.
  private static let mostIDs = 12

  private func named<Item>(
    _ items: [Item], _ room: Int, id: (Item) -> String, _ what: String, _ kind: String, _ text: (Item) -> String
  ) -> [String] {
    let left = items.dropFirst(room)
    if left.isEmpty { return items.map(text) }
    let ids = left.prefix(Self.mostIDs).map(id).joined(separator: ", ") + (left.count > Self.mostIDs ? ", …" : "")
    return items.prefix(room).map(text) + ["\(what) \(left.count) \(kind): \(ids)."]
  }

  // MARK: Work

  typealias Group = PaperSource.WorkGroup

  private func text(_ group: Group, _ what: String) -> String {
    var parts: [String] = []
    if !group.agencies.isEmpty { parts.append(source.names(group.agencies, most: 3)) }
    if let due = group.due {
      let days = source.asOf - due
      parts.append(word("hạn ", "due ") + due.slashed)
      if days > 0 { parts.append(word("quá \(days) ngày", source.count(days, "", "day") + " late")) }
      if days == 0 { parts.append(word("hôm nay", "today")) }
    }
    if !group.reason.isEmpty { parts.append("«\(group.reason)»") }
    return "\(what): \(group.id), \(source.cut(group.title, to: 80)) (\(parts.joined(separator: "; ")))."
  }

  /// One decision for all that nobody has spoken of: to ask.
  private var unheard: [String] {
    let groups = source.groups { _, state in state == .unreported }
    let count = groups.reduce(0) { $0 + max(1, $1.agencies.count) }
    if count == 0 { return [] }
    let named = groups.prefix(3).map { group in
      let who =
        group.agencies.count > 2
        ? source.count(group.agencies.count, "đơn vị", "agency", "agencies") : source.names(group.agencies, most: 2)
      return who.isEmpty ? group.id : "\(group.id): \(who)"
    }
    let more = groups.count > 3 ? word("; và \(groups.count - 3) việc khác", "; and \(groups.count - 3) more") : ""
    return [
      word(
        "Cho phép gửi công văn hỏi kết quả \(count) việc đã đến hạn mà chưa có thông tin (",
        "Let letters go out that ask about \(source.count(count, "", "thing")) past due without a word (")
        + named.joined(separator: "; ") + more + ")."
    ]
  }

  // MARK: Indicators

  private func text(_ index: Int) -> String {
    let indicator = plan.indicators[index]
    let gap = source.gapText(index, most: 3)
    let owner = indicator.owner.map { word("; đơn vị theo dõi: ", "; owner: ") + source.shortName($0) } ?? ""
    let status = source[assessment.indicators[index].status.name]
    return word("Biện pháp cho chỉ tiêu ", "What to do about indicator ")
      + "\(indicator.id), \(source.cut(source[indicator.title], to: 70)): \(status)"
      + (gap.isEmpty ? "" : ", \(gap)") + owner + "."
  }
}
