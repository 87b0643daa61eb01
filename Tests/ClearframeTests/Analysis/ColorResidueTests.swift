import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct ColorResidueTests {
  /// A page of grays from dark to light under light of a colour, with a share of coloured print.
  private func working(
    blue: Double, red: Double, colored: Int, seed: UInt64 = 4
  ) -> WorkingImage {
    var random = SeededGenerator(seed: seed)
    var luma: [UInt8] = []
    var chromaBlue: [UInt8] = []
    var chromaRed: [UInt8] = []
    for index in 0..<100 * 100 {
      let level = index % 5 == 0 ? 60.0 : index % 7 == 0 ? 130 : 210
      let noise = Double(random.next() % 5) - 2
      let print = index % 100 < colored ? 30.0 : 0
      luma.append(UInt8(level + noise))
      chromaBlue.append(UInt8(128 + blue * level / 210 + noise / 2 + print))
      chromaRed.append(UInt8(128 + red * level / 210 - noise / 2 - print))
    }
    return WorkingImage(
      storedSize: PixelSize(width: 100, height: 100), factor: 1, luma: luma,
      chromaBlue: chromaBlue, chromaRed: chromaRed)
  }

  @Test(arguments: [(0.0, 0.0), (-30, 18), (20, -12)])
  func lightAloneIsNoColour(blue: Double, red: Double) {
    let residue = ColorResidue(working(blue: blue, red: red, colored: 0), contains: nil)
    #expect(residue.share == 0)
    #expect(residue.isGrayFile == (blue == 0 && red == 0))
  }

  @Test(arguments: [(0.0, 0.0), (-30, 18)])
  func printKeepsItsColour(blue: Double, red: Double) {
    let residue = ColorResidue(working(blue: blue, red: red, colored: 6), contains: nil)
    #expect(abs(residue.share - 0.06) < 0.01)
    #expect(!residue.isGrayFile)
  }

  @Test func colourBesideTheDocumentIsNoEvidence() {
    let picture = working(blue: -10, red: 5, colored: 6)
    #expect(ColorResidue(picture, contains: { column, _ in column >= 10 }).share == 0)
  }
}
