import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct LargestValueKernelTests {
  private func index(_ values: [Float]) -> (fast: Int?, plain: Int?) {
    values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return (nil, nil) }
      return (
        LargestValueKernel.index(base, count: values.count),
        LargestValueKernel.indexReference(base, count: values.count)
      )
    }
  }

  @Test func equalsReferenceOnEveryLength() {
    for count in Array(1...70) + [127, 128, 129, 191, 300, 1_253] {
      let seed = UInt64(count)
      var random = SeededGenerator(seed: seed)
      // Few different values, so that the largest often comes more than once.
      let values = (0..<count).map { _ in Float(Int.random(in: -4...4, using: &random)) }
      let (fast, plain) = index(values)
      #expect(fast == plain, "\(count) values, seed \(seed)")
    }
  }

  @Test func theFirstOfEqualValuesCounts() {
    #expect(index([1, 7, 3, 7, 7]).fast == 1)
    #expect(index([-2, -2]).fast == 0)
  }
}
