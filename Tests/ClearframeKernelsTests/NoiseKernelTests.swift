import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct NoiseKernelTests {
  @Test func equalsReferenceOnOddStrides() {
    for (stride, range) in [(18, 0...255), (19, 120...130), (23, 0...1), (64, 0...255)] {
      let seed = UInt64(stride)
      var random = SeededGenerator(seed: seed)
      let plane = (0..<stride * 18).map { _ in UInt8(Int.random(in: range, using: &random)) }
      plane.withUnsafeBufferPointer { plane in
        guard let base = plane.baseAddress else { return }
        for rowStep in [1, 3, 4] {
          let block = base + stride + 1
          #expect(
            NoiseKernel.sum(block, stride: stride, rowStep: rowStep)
              == NoiseKernel.sumReference(block, stride: stride, rowStep: rowStep),
            "stride \(stride), seed \(seed), every row of \(rowStep)")
        }
      }
    }
  }

  @Test func theLargestDifferencesDoNotOverflow() {
    // A chequerboard of black and white: every difference is 16 levels of 255.
    let plane = (0..<18 * 18).map { index -> UInt8 in
      (index % 18 + index / 18) % 2 == 0 ? 0 : 255
    }
    plane.withUnsafeBufferPointer { plane in
      guard let base = plane.baseAddress else { return }
      #expect(NoiseKernel.sum(base + 19, stride: 18, rowStep: 1) == 8 * 255 * 256)
    }
  }
}
