import Testing

@testable import Clearframe

@Suite struct NetworkWeightsTests {
  private func bytes(_ number: Float) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * UInt32($0))) }
  }

  @Test func readsScalesBiasesAndSignedWeights() {
    let data =
      bytes(0.5) + bytes(2) + bytes(-1) + bytes(0.25)
      + [1, 2, UInt8(bitPattern: -3), 4, 5, UInt8(bitPattern: -128)]
    var weights = NetworkWeights(data)
    let layer = weights.layer(inputs: 3, outputs: 2)
    #expect(layer.bias == [-1, 0.25])
    #expect(layer.weights == [0.5, 4, -1.5, 8, 2.5, -256])
    #expect(layer.inputs == 3)
    #expect(weights.isAtEnd)
  }

  @Test func lackingBytesStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var weights = NetworkWeights([0, 0, 0])
      _ = weights.layer(inputs: 1, outputs: 1)
    }
  }
}
