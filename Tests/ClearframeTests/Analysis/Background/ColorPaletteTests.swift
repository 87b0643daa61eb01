import Clearframe
import Testing

@Suite struct ColorPaletteTests {
  @Test func knowsWhatWasAddedTwiceAndItsNeighbours() {
    var palette = ColorPalette()
    let color = LabColor(lightness: 48, a: 16, b: -24)
    palette.add(color)
    #expect(!palette.contains(color))
    palette.add(color)
    #expect(palette.contains(color))
    #expect(palette.contains(LabColor(lightness: 56, a: 8, b: -32)))
    #expect(!palette.contains(LabColor(lightness: 64, a: 16, b: -24)))
    #expect(!palette.contains(LabColor(lightness: 48, a: -2, b: -24)))
  }

  @Test func forgetsWhatIsLessThanAThousandth() {
    var palette = ColorPalette()
    for _ in 0..<5_000 { palette.add(LabColor(lightness: 90, a: 0, b: 0)) }
    for _ in 0..<4 { palette.add(LabColor(lightness: 30, a: 0, b: 0)) }
    #expect(!palette.contains(LabColor(lightness: 30, a: 0, b: 0)))
  }
}
