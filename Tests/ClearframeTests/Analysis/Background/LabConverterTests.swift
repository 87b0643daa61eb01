import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct LabConverterTests {
  @Test func tablesAgreeWithTheFormulas() {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<5_000 {
      let luma = Double(random.next() % 1_021) / 4
      let blue = Double(random.next() % 1_021) / 4 - 128
      let red = Double(random.next() % 1_021) / 4 - 128
      let fast = LabConverter.shared.color(
        luma: Float(luma), blue: Float(blue), red: Float(red))
      let exact = LabConverter.reference(luma: luma, blue: blue, red: red)
      #expect(fast.difference(to: exact) < 0.6, "\(luma) \(blue) \(red): \(fast), \(exact)")
    }
  }

  @Test func whiteGrayAndPrimariesAreKnown() {
    let white = LabConverter.shared.color(luma: 255, blue: 0, red: 0)
    #expect(abs(white.lightness - 100) < 0.05 && white.chroma < 0.1)
    // sRGB 119, 119, 119 is the middle of lightness.
    let gray = LabConverter.shared.color(luma: 119, blue: 0, red: 0)
    #expect(abs(gray.lightness - 50) < 0.3 && gray.chroma < 0.1)
    // sRGB red: L* 53.2, a* 80.1, b* 67.2.
    let red = LabConverter.shared.color(luma: 76.245, blue: -43.03, red: 127.5)
    #expect(red.difference(to: LabColor(lightness: 53.24, a: 80.09, b: 67.2)) < 1)
  }

  @Test(arguments: [
    (Float(97), Float(0), Float(1), "white"), (88, -1, 3, "off-white"), (75, 0, 0, "light gray"),
    (50, 1, 1, "gray"), (25, 0, 0, "dark gray"), (5, 0, 0, "black"), (93, 1, 18, "cream"),
    (75, 3, 19, "beige"), (58, 2, -46, "blue"), (80, -8, -18, "light blue"), (45, 60, 40, "red"),
    (55, -40, 30, "green"), (80, 22, 2, "pink"), (75, 10, 70, "yellow"),
  ])
  func coloursHaveNames(_ l: Float, _ a: Float, _ b: Float, _ name: String) {
    #expect(LabColor(lightness: l, a: a, b: b).name == name)
  }
}
