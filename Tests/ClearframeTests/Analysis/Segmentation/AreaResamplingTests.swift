import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct AreaResamplingTests {
  @Test func wholeFactorsGiveBlockMeans() {
    let plane = (0..<24).map(Float.init)
    let small = AreaResampling.resampled(plane, width: 6, height: 4, toWidth: 3, height: 2)
    #expect(small == [3.5, 5.5, 7.5, 15.5, 17.5, 19.5])
  }

  @Test func partlyCoveredSamplesCountByTheirShare() {
    let small = AreaResampling.resampled([0, 3, 6], width: 3, height: 1, toWidth: 2, height: 1)
    #expect(abs(small[0] - 1) < 1e-5)
    #expect(abs(small[1] - 5) < 1e-5)
  }

  @Test(arguments: [(7, 5), (131, 97), (400, 300), (20, 90)])
  func keepsTheMean(width: Int, height: Int) {
    let seed = UInt64(width)
    var random = SeededGenerator(seed: seed)
    let plane = (0..<width * height).map { _ in Float.random(in: 0...255, using: &random) }
    let resampled = AreaResampling.resampled(
      plane, width: width, height: height, toWidth: 128, height: 96)
    let before = plane.reduce(0, +) / Float(plane.count)
    let after = resampled.reduce(0, +) / Float(resampled.count)
    #expect(abs(before - after) < 0.01, "seed \(seed)")
  }
}
