import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct GraySheetTests {
  private let size = PixelSize(width: 320, height: 240)

  private func frame(confidence: Double) -> DocumentArea {
    let boundary = EvidenceBuilder.boundary(
      [(0, 0), (320, 0), (320, 240), (0, 240)], confidence: confidence)
    return DocumentArea(.found(boundary), storedSize: size)
  }

  /// Something of a luma in warm light with a dark portrait in its middle, and coloured places of
  /// another luma and `chroma` levels.
  private func working(
    luma ground: Double = 200, colored: Double = 200, chroma: Int = 25,
    isInk: (_ x: Int, _ y: Int) -> Bool = { _, _ in false },
    isColored: (_ x: Int, _ y: Int) -> Bool
  ) -> WorkingImage {
    var luma: [UInt8] = []
    var blue: [UInt8] = []
    var red: [UInt8] = []
    for y in 0..<size.height {
      for x in 0..<size.width {
        let isPortrait = (120..<180).contains(x) && (80..<160).contains(y)
        let level = isPortrait || isInk(x, y) ? 60 : isColored(x, y) ? colored : ground
        let depth = (level + 14) / 214
        luma.append(UInt8(level))
        let own = isColored(x, y) ? Double(chroma) : 0
        blue.append(UInt8((128 - 12 * depth - own).rounded()))
        red.append(UInt8((128 + 8 * depth + own).rounded()))
      }
    }
    return WorkingImage(
      storedSize: size, factor: 1, luma: luma, chromaBlue: blue, chromaRed: red)
  }

  @Test func aCornerOfTheDeskSaysNothing() throws {
    let picture = working { x, y in x + y > 480 }
    #expect(ColorResidue(picture, in: frame(confidence: 0)).strength > 10)
    let found = GraySheet(picture, in: frame(confidence: 0), decodedRows: 240)
    let sheet = try #require(found)
    #expect(sheet.residue.strength < 1)
    #expect(sheet.residue.openShare == 1)
    #expect(sheet.tones.share > 0.05)
  }

  @Test func colourAmongThePrintCounts() throws {
    let picture = working { x, y in
      x + y > 480 || (200..<240).contains(x) && (60..<80).contains(y)
    }
    let found = GraySheet(picture, in: frame(confidence: 0), decodedRows: 240)
    let sheet = try #require(found)
    #expect(sheet.residue.strength > 10)
  }

  @Test func aPortraitThatReachesTheBorderIsNoPrint() throws {
    let picture = working { x, y in x + y > 480 || (140..<160).contains(x) && y > 100 }
    let found = GraySheet(picture, in: frame(confidence: 0), decodedRows: 240)
    let sheet = try #require(found)
    #expect(sheet.tones.share == 0)
  }

  @Test func thereIsNoneWithoutColourAtTheBorder() {
    let picture = working { x, y in (200..<240).contains(x) && (60..<80).contains(y) }
    let found = GraySheet(picture, in: frame(confidence: 0), decodedRows: 240)
    #expect(found?.residue == nil)
  }

  @Test(arguments: [(120.0, 80.0, true), (120, 200, false)])
  func brightPaperThatReachesInIsNoTable(ground: Double, colored: Double, isSheet: Bool) {
    let picture = working(luma: ground, colored: colored) { x, y in x + y > 400 }
    let found = GraySheet(picture, in: frame(confidence: 0), decodedRows: 240)
    #expect((found?.residue != nil) == isSheet)
  }

  @Test func thereIsNoneWhereAnOutlineIsTrusted() {
    let corner = working { x, y in x + y > 480 }
    let document = GraySheet(corner, in: frame(confidence: 1), decodedRows: 240)
    #expect(document?.residue == nil)
  }

  @Test(arguments: [(4, true), (9, false)])
  func newsprintIsNoSheet(lineHeight: Int, isSheet: Bool) {
    let picture = working(isInk: { x, y in y % 14 < lineHeight && x % 10 < 7 }) { x, y in
      x + y > 480
    }
    let found = GraySheet(picture, in: frame(confidence: 0), decodedRows: 240)
    #expect((found?.residue != nil) == isSheet)
  }
}
