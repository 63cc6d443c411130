/// What an agency's group has of each indicator: worked out once for all of its members, when it is first asked for.
public final class Peers {
  /// How many they are, the agency itself included.
  public let count: Int
  private let assessment: Assessment
  private let members: [Int]
  private var medians: [Int: Double?] = [:]
  private var counts: [Int: Int] = [:]

  public init(_ assessment: Assessment, of agency: Int) {
    self.assessment = assessment
    members = assessment.peers(of: agency)
    count = members.count
  }

  /// The median of their own figures; `nil` where nobody has one.
  public func median(of indicator: Int) -> Double? {
    if let known = medians[indicator] { return known }
    let made = assessment.median(indicator: indicator, of: members)
    medians[indicator] = .some(made)
    return made
  }

  /// How many of them meet it.
  public func meeting(_ indicator: Int) -> Int {
    if let known = counts[indicator] { return known }
    let made = members.count { assessment.cell(agency: $0, indicator: indicator)?.status == .met }
    counts[indicator] = made
    return made
  }
}
