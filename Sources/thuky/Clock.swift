import Glibc
import PlanCore

/// The date where the committee sits, whatever the machine's time zone.
enum Clock {
  /// Viet Nam is seven hours ahead of UTC all year round.
  private static let offset = 7 * 3_600
  private static let secondsPerDay = 86_400

  static var today: Day { Day(number: floorDivide(now, secondsPerDay)) }

  /// Milliseconds until the date changes there, at least one.
  static var millisecondsToMidnight: Int32 {
    let left = secondsPerDay - (now - floorDivide(now, secondsPerDay) * secondsPerDay)
    return Int32(left) * 1_000 + 1
  }

  /// Milliseconds of a clock that nobody sets.
  static var monotonicMilliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
  }

  /// Seconds since 1970, UTC.
  static var seconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec)
  }

  /// Seconds since 1970 on the wall there.
  private static var now: Int { seconds + offset }

  private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : (a - b + 1) / b }
}
