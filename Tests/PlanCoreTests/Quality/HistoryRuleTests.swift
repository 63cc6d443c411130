import Testing
import TextCore

@testable import PlanCore

/// What an agency's own history says of its figures: each rule by the numbers, at its edges.
@Suite struct HistoryRuleTests {
  private func fault(
    _ rule: any HistoryRule.Type, _ values: [Double], _ kind: FigureHistory.Kind = .points,
    _ comparator: Indicator.Comparator = .atLeast
  ) -> Localized? {
    let figures = values.enumerated().map {
      Figure(value: $1, decimals: 1, period: (Day(iso: "2023-01-31") ?? .first).advanced(byMonths: $0).monthEnd)
    }
    guard let last = figures.last else { return nil }
    return rule.fault(
      in: FigureHistory(earlier: figures.dropLast(), figure: last, kind: kind, comparator: comparator))
  }

  @Test(
    arguments: [
      ([62.3], false), ([62.3, 52.3], false), ([62.3, 52.2], true), ([52.2, 62.3], false), ([90, 10, 9], false),
      ([10, 90, 10], true), ([100, 0], true), ([10.1, 0], true), ([10, 0], false),
    ] as [([Double], Bool)])
  func backwardJumpOfAShare(_ values: [Double], _ isFault: Bool) {
    #expect((fault(BackwardJumpRule.self, values) != nil) == isFault)
    #expect((fault(BackwardJumpRule.self, values.map { 100 - $0 }, .points, .atMost) != nil) == isFault)
    #expect(fault(BackwardJumpRule.self, values, .amount) == nil)
  }

  @Test(
    arguments: [
      ([1, 0], true), ([0, 1], false), ([0, 0], false), ([1, 1], false), ([0], false), ([1, 0, 0], false),
    ]
      as [([Double], Bool)])
  func backwardJumpOfYesOrNo(_ values: [Double], _ isFault: Bool) {
    #expect((fault(BackwardJumpRule.self, values, .yesOrNo) != nil) == isFault)
  }

  @Test(
    arguments: [
      // Five earlier periods are too few.
      ([5, 5, 5, 5, 5, 50], false), ([5, 5, 5, 5, 5, 5, 50], true), ([5, 5, 5, 5, 5, 5, 15], false),
      ([5, 5, 5, 5, 5, 5, 15.1], true),
      // A steady rise, however steep, and the second figure on a new level.
      ([10, 20, 30, 40, 50, 60, 75], false), ([5, 5, 5, 5, 5, 5, 5, 50, 50], false),
      // Of deviations that are wide the same step is none: m = 30, MAD = 20, 5 s = 148.
      ([10, 50, 10, 50, 10, 50, 90], false),
      // m = 20.5, MAD = 1.5, 5 s = 11.1.
      ([18, 19, 20, 21, 22, 23, 32], false), ([18, 19, 20, 21, 22, 23, 34], true),
      // Only the last twelve count: of them m = 5.
      ([90, 90, 90, 90, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 90], true),
    ] as [([Double], Bool)])
  func outlierOfAShare(_ values: [Double], _ isFault: Bool) {
    #expect((fault(OutlierRule.self, values) != nil) == isFault)
    #expect(fault(OutlierRule.self, values, .yesOrNo) == nil)
  }

  /// Half of the median is the least distance of any other unit; around zero there is no scale.
  @Test(
    arguments: [
      ([200, 200, 200, 200, 200, 200, 300], false), ([200, 200, 200, 200, 200, 200, 301], true),
      ([0, 0, 0, 0, 0, 0, 500], false), ([2, 2, 2, 2, 2, 2, 20_000], true),
    ] as [([Double], Bool)])
  func outlierOfAnAmount(_ values: [Double], _ isFault: Bool) {
    #expect((fault(OutlierRule.self, values, .amount) != nil) == isFault)
  }

  @Test func whatTheySay() {
    let jump = fault(BackwardJumpRule.self, [62.3, 40])
    #expect(jump?.vietnamese == "giảm quá 10 điểm: 40,0; kỳ trước 62,3 (31/01/2023)")
    #expect(jump?.english == "falls by more than 10 points: 40.0; before 62.3 (31/01/2023)")
    let outlier = fault(OutlierRule.self, [5, 5, 5, 5, 5, 5.2, 50])
    #expect(outlier?.vietnamese == "khác xa trung vị của 6 kỳ trước (5,0): 50,0; kỳ trước 5,2 (30/06/2023)")
  }
}
