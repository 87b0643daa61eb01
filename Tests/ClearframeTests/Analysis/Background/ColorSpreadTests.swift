import Clearframe
import Testing

@Suite struct ColorSpreadTests {
  @Test func isBlackAndNarrowWithoutColours() {
    let spread = ColorSpread()
    #expect(spread.count == 0 && spread.deviation == 0)
    #expect(spread.mean == LabColor(lightness: 0, a: 0, b: 0))
  }

  @Test func tellsMeanAndDeviation() {
    var spread = ColorSpread()
    spread.add(LabColor(lightness: 40, a: 3, b: -2))
    spread.add(LabColor(lightness: 60, a: 3, b: -2))
    #expect(spread.mean == LabColor(lightness: 50, a: 3, b: -2))
    #expect(abs(spread.deviation - 10) < 1e-3)
  }
}
