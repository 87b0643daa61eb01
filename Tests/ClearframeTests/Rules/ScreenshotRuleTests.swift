import Clearframe
import Testing

@Suite struct ScreenshotRuleTests {
  private let limits = ["failurePoints": 2.0, "doubtPoints": 1.5, "minimumFlatShare": 0.1]

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
