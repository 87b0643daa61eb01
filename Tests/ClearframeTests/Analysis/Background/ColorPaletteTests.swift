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

  /// Colours that no screen shows count to the outermost cells.
  @Test(arguments: [
    LabColor(lightness: 100, a: 128, b: 128), LabColor(lightness: 0, a: -128, b: -128),
    LabColor(lightness: 130, a: 300, b: -300), LabColor(lightness: -20, a: -300, b: 300),
  ])
  func holdsTheOutermostColours(_ color: LabColor) {
    var palette = ColorPalette()
    palette.add(color)
    palette.add(color)
    #expect(palette.contains(color))
    #expect(!palette.contains(LabColor(lightness: 50, a: 0, b: 0)))
    #expect(!palette.contains(LabColor(lightness: color.lightness, a: -color.a, b: color.b)))
  }

  @Test func forgetsWhatIsLessThanAThousandth() {
    var palette = ColorPalette()
    for _ in 0..<5_000 { palette.add(LabColor(lightness: 90, a: 0, b: 0)) }
    for _ in 0..<4 { palette.add(LabColor(lightness: 30, a: 0, b: 0)) }
    #expect(!palette.contains(LabColor(lightness: 30, a: 0, b: 0)))
  }
}
