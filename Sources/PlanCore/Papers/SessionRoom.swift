/// How many items of each kind the lists of a briefing name.
struct SessionRoom: Hashable {
  var stuck: Int
  var overdue: Int
  var offTrack: Int
  var changes: Int

  static let least = SessionRoom(stuck: 1, overdue: 1, offTrack: 1, changes: 1)

  /// Of a kind no more are named: the lines do not hold more of anything.
  private static let most = SessionBriefing.mostLines

  /// Of what became worse so many are named before anything has a second item.
  private static let mostFirst = 8

  /// From the least to the one where all is named, each with one item more than the one before: what became worse, then
  /// what is to be decided, then what became better.
  static func all(upTo counts: SessionRoom, _ changes: [Change]) -> [SessionRoom] {
    let worse = changes.count { $0.direction == .worse }
    var rooms = [least]
    var end = least
    end.changes = min(worse, mostFirst)
    rooms += steps(from: least, to: end)
    end = counts
    for limit in [worse, changes.count] {
      end.changes = limit
      rooms += steps(from: rooms.last ?? least, to: end)
    }
    return rooms
  }

  /// One more of each kind in turn, as long as there is one.
  private static func steps(from start: SessionRoom, to end: SessionRoom) -> [SessionRoom] {
    let kinds: [WritableKeyPath<SessionRoom, Int>] = [\.stuck, \.overdue, \.offTrack, \.changes]
    var room = start
    var rooms: [SessionRoom] = []
    var count = -1
    while count != rooms.count {
      count = rooms.count
      for kind in kinds where room[keyPath: kind] < min(most, end[keyPath: kind]) {
        room[keyPath: kind] += 1
        rooms.append(room)
      }
    }
    return rooms
  }

  /// The largest that fits of rooms that grow; the first where none does.
  static func largest(of rooms: [SessionRoom], fits: (SessionRoom) -> Bool) -> SessionRoom {
    var (low, high) = (0, rooms.count)
    // Below `low` all fit, from `high` on none does.
    while low < high {
      let middle = low + (high - low) / 2
      if fits(rooms[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? least : rooms[low - 1]
  }
}
