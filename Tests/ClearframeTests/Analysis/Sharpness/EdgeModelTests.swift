import Clearframe
import Testing

@Suite struct EdgeModelTests {
  @Test func theShareFallsFromOneTowardsNothing() {
    #expect(EdgeModel.share(deviation: 0) == 1)
    var last = 1.0
    for deviation in stride(from: 0.2, through: 14, by: 0.2) {
      let share = EdgeModel.share(deviation: deviation)
      #expect(share < last || share == 1)
      last = share
    }
  }

  @Test(arguments: [0.4, 0.7, 1, 1.5, 2, 3, 4, 6, 9, 13])
  func deviationUndoesShare(_ deviation: Double) {
    let found = EdgeModel.deviation(share: EdgeModel.share(deviation: deviation))
    #expect(abs(found - deviation) < 0.02 * deviation)
  }

  @Test func sharesOutsideTheRangeAreCut() {
    #expect(EdgeModel.deviation(share: -1) == EdgeModel.maximumDeviation)
    #expect(EdgeModel.deviation(share: 2) == EdgeModel.deviation(share: 1))
    #expect(EdgeModel.deviation(share: 1) < 0.3)
  }
}
