import Testing

@testable import Clearframe

@Suite struct WorkingImageTests {
  /// Luma that rises along rows and columns, and one chroma.
  private func image(hasChroma: Bool) -> WorkingImage {
    let luma = (0..<20).map { (index: Int) -> UInt8 in UInt8(index % 5 * 10 + index / 5) }
    let chroma = [UInt8](repeating: 138, count: hasChroma ? 20 : 0)
    return WorkingImage(
      storedSize: PixelSize(width: 5, height: 4), factor: 1, luma: luma, chromaBlue: chroma,
      chromaRed: [UInt8](repeating: 108, count: chroma.count))
  }

  @Test func meanColorOfNinePixels() {
    #expect(image(hasChroma: true).meanColor(at: [2.9, 1.2]) == [21, 10, -20])
    #expect(image(hasChroma: false).meanColor(at: [1, 2.9]) == [12, 0, 0])
  }

  @Test(arguments: [true, false])
  func theRectifiedFrameIsTheFrame(_ hasChroma: Bool) throws {
    let image = image(hasChroma: hasChroma)
    let frame = try #require(Homography(quadrilateral(left: 0, right: 5)))
    let size = PixelSize(width: 5, height: 4)
    let same = image.rectified(by: frame, columns: 0...1, rows: 0...1, size: size)
    #expect(same.luma == image.luma)
    #expect(same.chromaBlue == image.chromaBlue && same.chromaRed == image.chromaRed)
    let part = image.rectified(
      by: frame, columns: 0.22...0.62, rows: 0.5...1, size: PixelSize(width: 2, height: 2))
    #expect(part.luma == [13, 23, 14, 24])
  }

  @Test func whatIsOutsideTheFrameRepeatsItsBorder() throws {
    let image = image(hasChroma: true)
    let wide = try #require(Homography(quadrilateral(left: -5, right: 10)))
    let size = PixelSize(width: 15, height: 4)
    let row = image.rectified(by: wide, columns: 0...1, rows: 0...1, size: size).luma.prefix(15)
    #expect(Array(row) == [0, 0, 0, 0, 0, 0, 10, 20, 30, 40, 40, 40, 40, 40, 40])
  }

  private func quadrilateral(left: Double, right: Double) -> Quadrilateral {
    Quadrilateral(
      topLeft: PixelPoint(x: left, y: 0), topRight: PixelPoint(x: right, y: 0),
      bottomRight: PixelPoint(x: right, y: 4), bottomLeft: PixelPoint(x: left, y: 4))
  }

  @Test(arguments: [
    SIMD2<Float>(0.9, 2), [2, 0.9], [4, 2], [2, 3], [-1, 2], [1e20, 2], SIMD2(Float.nan, 2),
    SIMD2(2, Float.nan), SIMD2(2, -Float.infinity),
  ])
  func meanColorEndsAtTheBorder(_ point: SIMD2<Float>) {
    #expect(image(hasChroma: true).meanColor(at: point) == nil)
  }

  @Test(arguments: [(1, 1), (1, 40), (40, 2)])
  func picturesWithoutAnInsideHaveNone(_ width: Int, _ height: Int) {
    let image = WorkingImage(
      storedSize: PixelSize(width: width, height: height), factor: 1,
      luma: [UInt8](repeating: 9, count: width * height), chromaBlue: [], chromaRed: [])
    for x in 0...width {
      for y in 0...height {
        #expect(image.meanColor(at: SIMD2(Float(x), Float(y))) == nil)
      }
    }
  }
}
