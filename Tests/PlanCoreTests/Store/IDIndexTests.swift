import Testing

@testable import PlanCore

@Suite struct IDIndexTests {
  private func find(_ bytes: [UInt8], in index: IDIndex) -> Int? { bytes.withUnsafeBytes { index.find($0) } }

  private func addNew(_ id: String, to index: inout IDIndex) -> String? {
    var id = id
    return id.withUTF8 { index.addNew(UnsafeRawBufferPointer($0)) }
  }

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
    // By every way that there is to add one.
    var other = IDIndex(file: "agencies.csv")
    for (number, id) in unique.enumerated() {
      switch number * 3 / unique.count {
      case 0: index.add(id)
      case 1:
        let added = [addNew(id, to: &index), addNew(id, to: &index)]
        #expect(added == [id, nil])
      default: _ = addNew(id, to: &other)
      }
    }
    let isAdded = index.add(other)
    #expect(isAdded)
    #expect(index.ids == unique)
    let twice = unique.compactMap { addNew($0, to: &index) }
    #expect(twice.isEmpty)
    var again = IDIndex(file: "agencies.csv")
    again.add(unique[unique.count - 1])
    var copy = index
    let isAddedAgain = copy.add(again)
    #expect(!isAddedAgain)
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

  /// Ids that differ only at their end, as most do, still spread over the buckets.
  @Test(arguments: ["a", "ag-", "don-vi-", "agency-0000", "agency-00000000000000"])
  func idsOfOneBeginningSpread(_ beginning: String) {
    let buckets = Set(
      (0..<8_000).map { number in
        var id = beginning + String(10_000 + number)
        let hash = id.withUTF8 { bytes -> UInt64 in
          let key = ShortBytes(UnsafeRawBufferPointer(bytes))
          return key.isTooLong
            ? Checksum.of(UnsafeRawBufferPointer(bytes), seed: 12_345) : Checksum.of(key, seed: 12_345)
        }
        return hash & 0x3FFF
      })
    // By chance 6,300 of the 16,384 are taken.
    #expect(buckets.count > 5_500, "\(buckets.count)")
  }
}
