import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct EnclosedTonesTests {
  /// A frame of 320 by 240 pixels of white paper, with what `ink` leaves of its light at each place,
  /// of which `isSheet` says what is measured.
  private func share(
    isSheet: (_ x: Int, _ y: Int) -> Bool = { _, _ in true }, ink: (_ x: Int, _ y: Int) -> Double
  ) throws -> Double {
    let size = PixelSize(width: 320, height: 240)
    var luma: [UInt8] = []
    var mask: [Bool] = []
    for y in 0..<size.height {
      for x in 0..<size.width {
        luma.append(UInt8(220 * ink(x, y)))
        mask.append(isSheet(x, y))
      }
    }
    let image = WorkingImage(
      storedSize: size, factor: 1, luma: luma, chromaBlue: [], chromaRed: [])
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: 0, y: 0), topRight: PixelPoint(x: 320, y: 0),
      bottomRight: PixelPoint(x: 320, y: 240), bottomLeft: PixelPoint(x: 0, y: 240))
    let document = RectifiedDocument(image, outline: outline, decodedRows: 240)
    return EnclosedTones(try #require(document), on: mask).share
  }

  private func isPortrait(_ x: Int, _ y: Int) -> Bool {
    (100..<160).contains(x) && (80..<160).contains(y)
  }

  @Test func aPortraitIsOne() throws {
    let found = try share { isPortrait($0, $1) ? 0.4 : 1 }
    #expect(abs(found - 60.0 * 80 / (294 * 220)) < 0.005)
  }

  @Test func strokesAreNone() throws {
    #expect(try share { x, y in y % 14 < 4 && x % 9 < 5 ? 0.1 : 1 } == 0)
  }

  @Test func whatReachesInIsNone() throws {
    #expect(
      try share { x, y in isPortrait(x, y) || (120..<140).contains(x) && y > 100 ? 0.4 : 1 } == 0)
    // The same where the sheet ends before the frame does.
    let isSheet = { (x: Int, y: Int) in x >= 100 }
    #expect(try share(isSheet: isSheet) { isPortrait($0, $1) ? 0.4 : 1 } == 0)
  }

  @Test func aSoftShadowIsNone() throws {
    let found = try share { x, y in
      let away = (Double((x - 160) * (x - 160) + (y - 120) * (y - 120))).squareRoot()
      return min(1, 0.3 + max(0, away - 20) / 50)
    }
    #expect(found == 0)
  }
}
