import PlanCore

/// Two days, and what moved between them.
struct Compared {
  let earlier: Assessment
  let later: Assessment
  let changes: [Change]

  init(_ one: Assessment, _ other: Assessment) {
    (earlier, later) = one.asOf <= other.asOf ? (one, other) : (other, one)
    changes = later.changes(since: earlier)
  }
}
