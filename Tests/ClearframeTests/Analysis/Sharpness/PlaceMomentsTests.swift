@testable import Clearframe
import Testing

@Suite struct PlaceMomentsTests {
  @Test func reachesBeyondTheMeanByTheSpread() {
    var moments = PlaceMoments()
    for x in 0...100 {
      for y in 0...10 { moments.add(x: Double(x), y: Double(y)) }
    }
    #expect(moments.count == 101 * 11)
    #expect(abs(moments.reach(slopeX: 1, slopeY: 0, deviations: 0) - 50) < 1e-9)
    // Nine in ten of evenly spread places lie before 1.3 standard deviations.
    #expect(abs(moments.reach(slopeX: 1, slopeY: 0, deviations: 1.3) - 90) < 3)
    #expect(abs(moments.reach(slopeX: -1, slopeY: 0, deviations: 1.3) + 10) < 3)
    #expect(abs(moments.reach(slopeX: 0, slopeY: 2, deviations: 1.3) - 18) < 1)
  }

  @Test func nothingReachesNowhere() {
    #expect(PlaceMoments().reach(slopeX: 1, slopeY: 1, deviations: 2) == 0)
    var one = PlaceMoments()
    one.add(x: 3, y: 4)
    #expect(abs(one.reach(slopeX: 2, slopeY: 1, deviations: 5) - 10) < 1e-5)
  }
}
