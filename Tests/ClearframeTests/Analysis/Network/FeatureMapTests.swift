import Testing

@testable import Clearframe

@Suite struct FeatureMapTests {
  private func map(_ width: Int, _ height: Int, _ channels: Int, _ values: [Float]) -> FeatureMap {
    FeatureMap(width: width, height: height, channels: channels, values: values)
  }

  @Test func paddingPutsZerosAround() {
    let padded = map(2, 1, 2, [1, 2, 3, 4]).padded
    #expect(padded.width == 4)
    #expect(padded.height == 3)
    #expect(
      padded.values
        == [Float](repeating: 0, count: 8) + [0, 0, 1, 2, 3, 4, 0, 0]
        + [Float](repeating: 0, count: 8))
  }

  @Test func doublingRepeatsEachPlaceAndRectifiesTheSum() {
    let small = map(2, 1, 1, [1, -2])
    let large = map(4, 2, 1, [0, 1, 2, 3, -5, 0, 0, 0])
    let doubled = small.doubled(onto: large)
    #expect(doubled.values == [1, 2, 0, 1, 0, 1, 0, 0])
  }

  @Test func meansAreThoseOfEachChannel() {
    #expect(map(2, 1, 2, [1, 2, 3, 6]).means == [2, 4])
  }

  @Test func flatteningPutsAllValuesAtOnePlace() {
    let flat = map(2, 1, 2, [1, 2, 3, 6]).flattened
    #expect(flat.count == 1)
    #expect(flat.channels == 4)
    #expect(flat.values == [1, 2, 3, 6])
  }

  /// Weights that are 1 for each of the nine places and 0 for the other outputs.
  @Test func halvingSumsTheNinePlacesAroundEverySecondOne() {
    var bytes = [UInt8](repeating: 0, count: 64)
    for scale in 0..<8 { bytes.replaceSubrange(4 * scale..<4 * scale + 4, with: [0, 0, 128, 63]) }
    bytes += (0..<72).map { $0 % 8 == 0 ? 1 : 0 }
    var weights = NetworkWeights(bytes)
    let layer = weights.layer(inputs: 9, outputs: 8)
    let halved = map(4, 2, 1, [1, 2, 3, 4, 5, -16, 7, 8]).halved(by: layer)
    #expect(halved.width == 2)
    #expect(halved.height == 1)
    // The first one, below zero, is set to 0.
    #expect(halved.values == [0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0])
  }
}
