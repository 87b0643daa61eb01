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

  @Test(arguments: [(0.0, 0.0), (49, 75), (151, 75), (85, 1e9)])
  func coversNothingBesideTheDocument(_ x: Double, _ y: Double) throws {
    #expect(!(try mask().covers(PixelPoint(x: x, y: y))))
  }
}
