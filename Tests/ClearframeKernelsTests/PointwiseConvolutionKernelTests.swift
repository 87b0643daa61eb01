import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct PointwiseConvolutionKernelTests {
  @Test(arguments: [(3, 8), (16, 24), (27, 16), (80, 80)])
  func equalsReferenceForAnyCount(inputs: Int, outputs: Int) {
    for count in [0, 1, 3, 4, 5, 48, 67] {
      let seed = UInt64(count * 100 + inputs)
      var random = SeededGenerator(seed: seed)
      func numbers(_ count: Int) -> [Float] {
        (0..<count).map { _ in Float.random(in: -1...1, using: &random) }
      }
      let input = numbers(count * inputs)
      let weights = numbers(inputs * outputs)
      let bias = numbers(outputs)
      var fast = [Float](repeating: .nan, count: count * outputs + 1)
      var plain = fast
      fast.withUnsafeMutableBufferPointer { output in
        guard let base = output.baseAddress else { return }
        PointwiseConvolutionKernel.apply(
          to: input, count: count, inputs: inputs, outputs: outputs, weights: weights, bias: bias,
          output: base)
      }
      plain.withUnsafeMutableBufferPointer { output in
        guard let base = output.baseAddress else { return }
        PointwiseConvolutionKernel.applyReference(
          to: input, count: count, inputs: inputs, outputs: outputs, weights: weights, bias: bias,
          output: base)
      }
      #expect(fast.last?.isNaN == true, "count \(count), seed \(seed)")
      let largest = zip(fast, plain).dropLast().map { abs($0 - $1) }.max() ?? 0
      #expect(largest < 1e-4, "count \(count), seed \(seed)")
    }
  }
}
