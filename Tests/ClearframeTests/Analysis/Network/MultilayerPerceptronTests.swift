import Testing

@testable import Clearframe

@Suite struct MultilayerPerceptronTests {
  /// Two values and one hidden one, computed by hand.
  @Test func addsTheValuesAndTheHiddenOnes() {
    var bytes: [UInt8] = []
    func add(_ numbers: Float...) {
      for number in numbers {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += Array($0) }
      }
    }
    add(1, 2)  // means
    add(0.5, 2)  // factors
    add(0.01, 0.25)  // the hidden layer's scale and bias
    bytes += [100, UInt8(bitPattern: -50)]
    add(0.02, -0.125)  // the last layer's, for the hidden value and the two given ones
    bytes += [50, 25, UInt8(bitPattern: -100)]
    let network = MultilayerPerceptron(bytes, inputs: 2, hiddenCount: 1)
    #expect(network.inputs == 2)
    // Scaled: 1.5 and -1; hidden: tanh(0.25 + 1.5 + 0.5) = 0.978026.
    let score = network.score([4, 1.5])
    #expect(abs(score - (-0.125 + 0.978026 + 0.75 + 2)) < 1e-5)
    // At the means only the biases are left.
    #expect(abs(network.score([1, 2]) - (-0.125 + 0.244919)) < 1e-5)
  }
}
