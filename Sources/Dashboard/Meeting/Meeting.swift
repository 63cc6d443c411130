import PlanCore
import TerminalKit
import TextCore

/// A meeting in front of a wall: one pillar or indicator after the other, large.
struct Meeting: Hashable {
  enum Slide: Hashable {
    case pillar(Int)
    case indicator(Int)
  }

  /// The number of the slide in view; beyond the last it counts as the last.
  var number = 0
  /// Whether it waits for the reader.
  var isStanding = false

  /// Every pillar, each with its indicators after it.
  static func slides(of plan: Plan) -> [Slide] {
    plan.pillars.indices.flatMap { pillar in
      [.pillar(pillar)] + plan.indicators.indices.filter { plan.indicators[$0].pillar == pillar }.map(Slide.indicator)
    }
  }
}

extension State {
  /// Begins a meeting: from now on keys turn slides, until the reader leaves.
  public mutating func beginMeeting() { mode = .meeting(Meeting()) }

  /// The number of the slide that is to be turned when its time is over; `nil` where none is.
  public var movingSlide: Int? {
    guard case .meeting(let meeting) = mode, !meeting.isStanding, let slides, slides.count > 1 else { return nil }
    return meeting.number
  }

  /// `nil` until a store has been read.
  var slides: [Meeting.Slide]? { (context?.plan).map(Meeting.slides) }

  /// The slide's time is over.
  mutating func turnSlide() {
    guard movingSlide != nil, case .meeting(let meeting) = mode else { return }
    notice = nil
    turn(meeting, by: 1)
  }

  /// Takes a key in a meeting.
  mutating func meet(_ key: Key, _ meeting: Meeting) -> [Effect] {
    switch key {
    case .right, .down, .pageDown, .enter, .tab: turn(meeting, by: 1)
    case .left, .up, .pageUp, .backTab: turn(meeting, by: -1)
    case .home: mode = .meeting(Meeting(isStanding: meeting.isStanding))
    case .end: mode = .meeting(Meeting(number: (slides?.count ?? 1) - 1, isStanding: meeting.isStanding))
    case .control("c"): return [.quit]
    case .control("z"): return [.suspend]
    case .character(let letter): return meet(letter, meeting)
    default: break
    }
    return []
  }

  private mutating func meet(_ letter: Unicode.Scalar, _ meeting: Meeting) -> [Effect] {
    switch letter {
    case " ": mode = .meeting(Meeting(number: meeting.number, isStanding: !meeting.isStanding))
    case "l", "j", "n": turn(meeting, by: 1)
    case "h", "k", "p": turn(meeting, by: -1)
    case "q", "Q": return [.quit]
    case "L": return perform(.language)
    case "[": return perform(.earlier)
    case "]": return perform(.later)
    case "t": return perform(.today)
    default: break
    }
    return []
  }

  /// After the last slide comes the first one.
  private mutating func turn(_ meeting: Meeting, by step: Int) {
    guard let count = slides?.count, count > 0 else { return }
    let number = (min(meeting.number, count - 1) + step + count) % count
    mode = .meeting(Meeting(number: number, isStanding: meeting.isStanding))
  }
}
