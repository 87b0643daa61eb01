import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct FourierKernelTests {
  @Test(arguments: [8, 16, 32], [UInt64(1), 7])
  func agreesWithTheDefinition(side: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var real = (0..<side * side).map { _ in Float(random.next() % 256) }
    var imaginary = (0..<side * side).map { _ in Float(random.next() % 256) - 128 }
    let expected = FourierKernel.referenceTransform(
      real: real, imaginary: imaginary, side: side)
    let kernel = FourierKernel(side: side)
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { imaginary in
        guard let first = real.baseAddress, let second = imaginary.baseAddress else { return }
        kernel.transform(real: first, imaginary: second)
      }
    }
    var largest = 0.0
    for index in 0..<side * side {
      // The kernel leaves the horizontal frequencies in rows.
      let turned = index % side * side + index / side
      largest = max(largest, abs(Double(real[turned]) - expected.real[index]))
      largest = max(largest, abs(Double(imaginary[turned]) - expected.imaginary[index]))
    }
    #expect(largest < 0.02 * Double(side), "side \(side), seed \(seed)")
  }
}
