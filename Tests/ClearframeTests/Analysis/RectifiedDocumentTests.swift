import Clearframe
import Testing

@Suite struct RectifiedDocumentTests {
  /// A picture whose luma is `x / 4 + y / 2` of the stored pixel, with a factor.
  private func ramp(width: Int, height: Int, factor: Int) -> WorkingImage {
    let size = PixelSize(width: width * factor, height: height * factor)
    var luma: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let value = (Double(x) + 0.5) * Double(factor) / 4 + (Double(y) + 0.5) * Double(factor) / 2
        luma.append(UInt8(min(255, value)))
      }
    }
    return WorkingImage(
      storedSize: size, factor: factor, luma: luma, chromaBlue: [], chromaRed: [])
  }

  private func quadrilateral(_ corners: [(Double, Double)]) -> Quadrilateral {
    let points = corners.map { PixelPoint(x: $0.0, y: $0.1) }
    return Quadrilateral(
      topLeft: points[0], topRight: points[1], bottomRight: points[2], bottomLeft: points[3])
  }

  private func sampled(
    _ image: borrowing WorkingImage, _ outline: Quadrilateral, decodedRows: Int
  ) throws -> RectifiedDocument {
    let document = RectifiedDocument(image, outline: outline, decodedRows: decodedRows)
    return try #require(document)
  }

  @Test(arguments: [1, 2, 4])
  func samplesWhereTheMapPoints(_ factor: Int) throws {
    let image = ramp(width: 400 / factor, height: 200 / factor, factor: factor)
    let outline = quadrilateral([(60, 30), (330, 50), (360, 180), (40, 150)])
    let document = try sampled(image, outline, decodedRows: 200)
    #expect(document.width == RectifiedDocument.longSide)
    #expect(document.isSeen.allSatisfy { $0 })
    var worst = 0.0
    for row in 0..<document.height {
      for column in 0..<document.width {
        let place = document.stored(column: Double(column) + 0.5, row: Double(row) + 0.5)
        let expected = place.x / 4 + place.y / 2
        worst = max(worst, abs(expected - Double(document.luma[row * document.width + column])))
      }
    }
    // Rounding to whole luma once in the picture and once on the raster.
    #expect(worst < 1.6)
    let corner = document.stored(column: Double(document.width), row: Double(document.height))
    #expect(abs(corner.x - 360) < 1e-6 && abs(corner.y - 180) < 1e-6)
  }

  @Test func marksWhatLiesOutsideTheFrameOrBelowTheDecodedRows() throws {
    let image = ramp(width: 400, height: 200, factor: 1)
    let beyond = try sampled(
      image, quadrilateral([(-100, 0), (300, 0), (300, 200), (-100, 200)]), decodedRows: 200)
    #expect(!beyond.isSeen[beyond.width * 10 + 10])
    #expect(beyond.isSeen[beyond.width * 10 + beyond.width / 2])
    let cut = try sampled(
      image, quadrilateral([(0, 0), (400, 0), (400, 200), (0, 200)]), decodedRows: 100)
    #expect(cut.isSeen[cut.width * 20 + 20])
    #expect(!cut.isSeen[cut.width * (cut.height - 20) + 20])
  }

  @Test func refusesOutlinesThatAreNotConvexOrNotFinite() {
    let image = ramp(width: 40, height: 40, factor: 1)
    for corners in [
      [(0.0, 0.0), (30, 0), (5, 5), (0, 30)], [(0, 0), (30, 30), (30, 0), (0, 30)],
      [(0, 0), (0, 0), (30, 30), (0, 30)], [(.nan, 0), (30, 0), (30, 30), (0, 30)],
      [(0, 0), (.infinity, 0), (30, 30), (0, 30)], [(0, 0), (1e200, 0), (1e200, 30), (0, 30)],
    ] {
      let document = RectifiedDocument(
        image, outline: quadrilateral(corners), decodedRows: 40)
      #expect(document == nil)
    }
  }

  @Test func keepsReceiptsWideEnough() throws {
    let image = ramp(width: 400, height: 40, factor: 1)
    let document = try sampled(
      image, quadrilateral([(10, 10), (390, 10), (390, 14), (10, 14)]), decodedRows: 40)
    #expect(document.height == RectifiedDocument.minimumShortSide)
  }
}
