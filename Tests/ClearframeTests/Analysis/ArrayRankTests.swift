import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct ArrayRankTests {
  @Test func equalsSortingForEveryRank() {
    for count in 1...40 {
      let seed = UInt64(count)
      var random = SeededGenerator(seed: seed)
      let range = count % 2 == 0 ? 0...3 : -1_000...1_000
      let values = (0..<count).map { _ in Int.random(in: range, using: &random) }
      let sorted = values.sorted()
      for rank in values.indices {
        #expect(values.value(ofRank: rank) == sorted[rank], "\(values), rank \(rank), seed \(seed)")
      }
    }
  }

  @Test func severalRanksEqualSorting() {
    for count in [1, 2, 3, 10, 255, 256, 257, 2_075] {
      let seed = UInt64(count)
      var random = SeededGenerator(seed: seed)
      // Some levels only, or one value far from the others: many elements in one step.
      let values = (0..<count).map { index -> Float in
        if index == count / 2 { return -9_000 }
        return count % 2 == 0
          ? Float(Int.random(in: 0...3, using: &random)) : Float.random(in: 1...2, using: &random)
      }
      let spread = (0..<count).map { _ in Float.random(in: -50...200, using: &random) }
      let ranks = [0, count / 50, count / 2, count - 1, count / 3]
      for elements in [values, spread] {
        let sorted = elements.sorted()
        #expect(elements.values(ofRanks: ranks) == ranks.map { sorted[$0] }, "seed \(seed)")
      }
    }
    #expect([Float](repeating: 7, count: 9).values(ofRanks: [0, 8]) == [7, 7])
    #expect([Float]().values(ofRanks: []).isEmpty)
    let tiny = Float.leastNonzeroMagnitude
    #expect([tiny, 0, 0, tiny].values(ofRanks: [0, 1, 2, 3]) == [0, 0, tiny, tiny])
  }

  @Test func lanesHaveMediansOfTheirOwn() {
    let values: [SIMD3<Float>] = [SIMD3(5, 1, 0), SIMD3(1, 9, 0), SIMD3(3, 4, -2)]
    #expect(values.medianOfLanes() == SIMD3(3, 4, 0))
    #expect((values + [SIMD3(4, 8, 7)]).medianOfLanes() == SIMD3(4, 8, 0))
    #expect([SIMD4<Float>]().medianOfLanes() == SIMD4())
  }

  @Test func orderedValuesCostNoMore() {
    let rising = Array(0..<10_000)
    #expect(rising.value(ofRank: 5_000) == 5_000)
    #expect(Array(rising.reversed()).value(ofRank: 17) == 17)
    #expect([Int](repeating: 4, count: 10_000).value(ofRank: 9_999) == 4)
  }
}
