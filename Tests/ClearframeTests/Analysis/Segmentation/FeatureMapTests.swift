import Testing

@testable import Clearframe

@Suite struct FeatureMapTests {
  private func map(_ width: Int, _ height: Int, _ channels: Int, _ values: [Float]) -> FeatureMap {
    FeatureMap(width: width, height: height, channels: channels) {
      $0.update(from: values, count: values.count)
    }
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
}
