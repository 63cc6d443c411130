import Testing

@testable import PlanCore

@Suite struct IDIndexTests {
  private func find(_ bytes: [UInt8], in index: IDIndex) -> Int? { bytes.withUnsafeBytes { index.find($0) } }

  /// Ids of every length around those that are held as words; found, and nothing else is: not a part of one, not one
  /// with a byte more or another byte anywhere.
  @Test func findsIdsOfEveryLengthAndNothingElse() {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789-_.")
    var index = IDIndex(file: "agencies.csv")
    var ids: [String] = []
    for length in 1...40 {
      for number in 0..<30 {
        ids.append(String((0..<length).map { letters[($0 * 7 + number * 3 + length) % letters.count] }))
      }
    }
    let unique = Array(Set(ids)).sorted()
    for id in unique { index.add(id) }
    for (number, id) in unique.enumerated() {
      #expect(index[id] == number)
      let bytes = Array(id.utf8)
      for place in bytes.indices {
        var other = bytes
        other[place] ^= 0x80
        #expect(find(other, in: index) == nil)
      }
      #expect(find(bytes + [0], in: index) == nil)
      #expect(find(Array(bytes.dropLast()), in: index) == unique.firstIndex(of: String(id.dropLast())))
    }
    #expect(find([], in: index) == nil)
  }
}
