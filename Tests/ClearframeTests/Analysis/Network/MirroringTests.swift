import Testing

@testable import Clearframe

@Suite struct MirroringTests {
  @Test(
    arguments: [
      (Mirroring.none, [1, 2, 3, 4, 5, 6]), (.across, [3, 2, 1, 6, 5, 4]),
      (.down, [4, 5, 6, 1, 2, 3]), (.both, [6, 5, 4, 3, 2, 1]),
    ] as [(Mirroring, [Float])])
  func exchangesPlaces(mirroring: Mirroring, expected: [Float]) {
    // The second channel is the first one's negative.
    func map(_ values: [Float]) -> FeatureMap {
      FeatureMap(width: 3, height: 2, channels: 2, values: values.flatMap { [$0, -$0] })
    }
    let mirrored = map([1, 2, 3, 4, 5, 6]).mirrored(mirroring)
    #expect(mirrored.values == map(expected).values)
    #expect(mirrored.mirrored(mirroring).values == map([1, 2, 3, 4, 5, 6]).values)
  }
}
