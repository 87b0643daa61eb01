import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct ScreenshotRuleTests {
  private let limits = [
    "failurePoints": 2.0, "doubtPoints": 1.5, "minimumFlatShare": 0.1, "minimumDrawnEdgeShare": 0.1,
  ]

  @Test func failsOnAComment() {
    var builder = EvidenceBuilder(.png)
    builder.header.png?.xmpUserComment = "Screenshot"
    let answer = ScreenshotRule().answer(builder, limits)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("XMP comment"))
  }

  @Test func failsOnTheNameUnlessACameraSpeaks() {
    var builder = EvidenceBuilder()
    builder.path = "a/Screenshot_2026.jpg"
    #expect(ScreenshotRule().answer(builder, limits).outcome == .fail)
    builder.header.exif = EXIFFacts()
    builder.header.exif?.make = "Specimen"
    builder.header.exif?.hasExposureFacts = true
    #expect(ScreenshotRule().answer(builder, limits).outcome == .pass)
  }

  @Test func doubtsAPNGOfAScreensSize() {
    var builder = EvidenceBuilder(.png)
    builder.luma = [:]
    builder.header.storedSize = PixelSize(width: 1170, height: 2532)
    let answer = ScreenshotRule().answer(builder, limits)
    #expect(answer.outcome == .undecided)
    #expect(answer.value == 1.5)
  }

  /// A picture of which a share of the tiles is exactly white or black.
  private func answer(size: PixelSize, luma: Int, share: Double) -> Judgement {
    var builder = EvidenceBuilder()
    builder.luma = [30: 500, 120: 300, 200: 224]
    builder.header.storedSize = size
    builder.retouch = { grid in
      for index in grid.tiles.indices where index % 100 < Int(share * 100) {
        grid.tiles[index].lumaSum = grid.tiles[index].count * luma
        grid.tiles[index].lumaSquareSum = grid.tiles[index].count * luma * luma
      }
      for index in grid.tiles.indices where index % 100 >= Int(share * 100) {
        grid.tiles[index].lumaSquareSum += 1_000_000_000
      }
    }
    return ScreenshotRule().answer(builder, limits)
  }

  @Test(arguments: [
    (PixelSize(width: 1200, height: 1600), 255, Outcome.pass),
    (PixelSize(width: 1536, height: 2048), 0, .undecided),
    (PixelSize(width: 1920, height: 1080), 255, .fail),
    (PixelSize(width: 3000, height: 4000), 255, .pass),
  ])
  func burntOutPhotosOfAScreensSizePass(size: PixelSize, luma: Int, outcome: Outcome) {
    #expect(answer(size: size, luma: luma, share: 0.5).outcome == outcome)
  }

  @Test(arguments: [(UInt16(40), Outcome.pass), (2, .fail)])
  func coarseTablesMakeWallsConstant(step: UInt16, outcome: Outcome) {
    var builder = EvidenceBuilder()
    builder.luma = [90: 1024]
    builder.header.jpeg?.components = [
      JPEGFacts.Component(
        identifier: 1, horizontalSampling: 2, verticalSampling: 2, quantizationTable: 0)
    ]
    builder.header.jpeg?.quantizationTables[0] = [UInt16](repeating: step, count: 64)
    builder.retouch = { grid in
      for index in grid.tiles.indices {
        grid.tiles[index].lumaSquareSum =
          grid.tiles[index].count * 90 * 90 + (index % 5 == 0 ? 0 : 5000)
      }
    }
    #expect(ScreenshotRule().answer(builder, limits).outcome == outcome)
  }

  /// A window of no device's size that is white but for its bars.
  @Test(arguments: [(40, Outcome.fail), (600, .pass)])
  func failsDrawnBars(distance: Int, outcome: Outcome) {
    let size = PixelSize(width: 700, height: 560)
    let luma = (0..<size.height).flatMap { row in
      [UInt8](repeating: row > 60 && row % distance < 20 ? 225 : 255, count: size.width)
    }
    var builder = EvidenceBuilder()
    builder.patches = PatchSet(luma: luma, size: size)
    let answer = ScreenshotRule().answer(builder, limits)
    #expect(answer.outcome == outcome)
    #expect(answer.message.contains("edges") == (outcome == .fail))
  }

  @Test func passesAPhotoWithoutFacts() {
    let answer = ScreenshotRule().answer(EvidenceBuilder(), limits)
    #expect(answer.outcome == .pass)
    #expect(answer.value == 0)
  }

  @Test(arguments: [(1536, 2048), (1200, 1600), (768, 1024)])
  func aBurntOutWallInACamerasShapeIsNoScreenshot(_ size: (Int, Int)) {
    // Cameras and messengers make pictures of these tablets' sizes, and a burnt-out wall is pure
    // white from side to side.
    var builder = EvidenceBuilder()
    builder.header.storedSize = PixelSize(width: size.0, height: size.1)
    builder.makeWhite()
    let answer = ScreenshotRule().answer(builder, limits)
    #expect(answer.outcome == .pass)
    #expect((answer.value ?? 9) < 1.5)
  }

  @Test func muchWhiteInTheSizeOfAPhonesScreenIsAScreenshot() {
    var builder = EvidenceBuilder()
    builder.header.storedSize = PixelSize(width: 1170, height: 2532)
    builder.makeWhite()
    #expect(ScreenshotRule().answer(builder, limits).outcome == .fail)
  }
}

extension EvidenceBuilder {
  /// Makes every tile pure white.
  fileprivate mutating func makeWhite() {
    luma = [255: 100]
    retouch = { grid in
      for index in grid.tiles.indices {
        grid.tiles[index].lumaSquareSum = grid.tiles[index].count * 255 * 255
      }
    }
  }
}
