import Clearframe
import Testing

@Suite struct HighlightMaskTests {
  /// Ten by ten cells of 10 x 10 pixels, the one in column 3 and row 5 covered.
  private func mask() throws -> HighlightMask {
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: 50, y: 20), topRight: PixelPoint(x: 150, y: 20),
      bottomRight: PixelPoint(x: 150, y: 120), bottomLeft: PixelPoint(x: 50, y: 120))
    return HighlightMask(
      columns: 10, rows: 10, isCovered: (0..<100).map { $0 == 53 },
      homography: try #require(Homography(outline)))
  }

  @Test(arguments: [
    (85.0, 75.0, true), (71, 61, true), (99, 89, true), (69, 75, false), (85, 91, false),
  ])
  func coversItsCellsAndTheirNeighbours(_ x: Double, _ y: Double, _ isCovered: Bool) throws {
    #expect(try mask().covers(PixelPoint(x: x, y: y)) == isCovered)
  }

  @Test func aPartOfACellAtTheEndBelongsToTheLast() throws {
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: 0, y: 0), topRight: PixelPoint(x: 35, y: 0),
      bottomRight: PixelPoint(x: 35, y: 32), bottomLeft: PixelPoint(x: 0, y: 32))
    let mask = HighlightMask(
      columns: 8, rows: 8, isCovered: (0..<64).map { $0 == 31 }, extent: SIMD2(35.0 / 4, 8),
      homography: try #require(Homography(outline)))
    // Column 7 is covered, so that column 6, from sample 24 on, lies beside it.
    #expect(mask.covers(PixelPoint(x: 24.5, y: 14)))
    #expect(!mask.covers(PixelPoint(x: 23.5, y: 14)))
    #expect(mask.covers(PixelPoint(x: 34.5, y: 14)))
  }

  @Test(arguments: [(0.0, 0.0), (49, 75), (151, 75), (85, 1e9)])
  func coversNothingBesideTheDocument(_ x: Double, _ y: Double) throws {
    #expect(!(try mask().covers(PixelPoint(x: x, y: y))))
  }
}
