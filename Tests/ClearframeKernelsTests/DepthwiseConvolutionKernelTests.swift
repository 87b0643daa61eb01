import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct DepthwiseConvolutionKernelTests {
  @Test(arguments: [1, 2], [4, 16, 24])
  func equalsReferenceOnEveryWidth(step: Int, channels: Int) {
    for count in [1, 2, 3, 7, 32, 41] {
      let seed = UInt64(count * 100 + channels + step)
      var random = SeededGenerator(seed: seed)
      func numbers(_ count: Int) -> [Float] {
        (0..<count).map { _ in Float.random(in: -1...1, using: &random) }
      }
      let stride = (count * step + 2 + count % 3) * channels
      let input = numbers(3 * stride)
      let weights = numbers(9 * channels)
      let bias = numbers(channels)
      var fast = [Float](repeating: .nan, count: count * channels + 1)
      var plain = fast
      fast.withUnsafeMutableBufferPointer { output in
        guard let base = output.baseAddress else { return }
        DepthwiseConvolutionKernel.applyRectified(
          to: input, stride: stride, step: step, count: count, channels: channels,
          weights: weights, bias: bias, output: base)
      }
      plain.withUnsafeMutableBufferPointer { output in
        guard let base = output.baseAddress else { return }
        DepthwiseConvolutionKernel.applyRectifiedReference(
          to: input, stride: stride, step: step, count: count, channels: channels,
          weights: weights, bias: bias, output: base)
      }
      #expect(fast.last?.isNaN == true, "count \(count), seed \(seed)")
      #expect(fast.dropLast().contains { $0 > 0 }, "count \(count), seed \(seed)")
      let largest = zip(fast, plain).dropLast().map { abs($0 - $1) }.max() ?? 0
      #expect(largest < 1e-5, "count \(count), seed \(seed)")
    }
  }
}
