import Clearframe
import Testing

@Suite struct ProvenanceTests {
  @Test(arguments: [
    "Adobe Photoshop CS6 (Windows)", "GIMP 2.8.22", "Snapseed 2.0", "MeituPic", "Canva",
    "paint.net 5",
    "Microsoft Windows Photo Editor", "美图秀秀", "Capture One 23",
  ])
  func knowsEditors(_ text: String) { #expect(EditingSoftware.isNamed(in: text)) }

  @Test(arguments: [
    "13.4.1", "G975USQS5GUE3", "HDR+ 1.0.147548766n",
    "bullhead-user 7.0 NBD90W 3239497 release-keys",
    "Google", "MediaTek Camera Application", "Painted Lady", "Ver.1.00", "Canvasing", "",
  ])
  func leavesFirmwareAlone(_ text: String) { #expect(!EditingSoftware.isNamed(in: text)) }

  @Test(arguments: [30, 60, 75, 92, 100])
  func readsTheQuality(_ quality: Int) {
    // The first row of the standard table, scaled as libjpeg does, decides.
    let base: [Int] = [
      16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35,
      37, 29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109,
      81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
    ]
    let scale = quality < 50 ? 5000 / quality : 200 - 2 * quality
    var facts = JPEGFacts()
    facts.components = [
      JPEGFacts.Component(
        identifier: 1, horizontalSampling: 2, verticalSampling: 2, quantizationTable: 0)
    ]
    facts.quantizationTables[0] = base.map { UInt16(min(255, max(1, ($0 * scale + 50) / 100))) }
    #expect(JPEGQuality.estimate(facts) == quality)
    var header = ImageHeader(format: .jpeg, byteCount: 200_000)
    header.jpeg = facts
    header.storedSize = PixelSize(width: 960, height: 1280)
    #expect((MessengerTrace(header) != nil) == (quality <= 85))
    header.exif = EXIFFacts()
    header.exif?.make = "Specimen"
    #expect(MessengerTrace(header) == nil)
  }

  @Test func knowsScreens() {
    #expect(ScreenSizes.contains(PixelSize(width: 2400, height: 1080)))
    #expect(!ScreenSizes.contains(PixelSize(width: 4032, height: 3024)))
    #expect(ScreenSizes.isSlim(PixelSize(width: 591, height: 1280)))
    #expect(!ScreenSizes.isSlim(PixelSize(width: 1920, height: 1080)))
    #expect(ScreenSizes.hasSensorShape(PixelSize(width: 1200, height: 1600)))
    #expect(ScreenSizes.hasSensorShape(PixelSize(width: 2736, height: 1824)))
    #expect(!ScreenSizes.hasSensorShape(PixelSize(width: 1920, height: 1080)))
  }

  @Test func tellsDrawnAreasFromClippedOnes() {
    var grid = TileGrid(storedSize: PixelSize(width: 320, height: 320))
    for index in grid.tiles.indices {
      let luma = index < 20 ? 255 : index < 50 ? 90 : index < 80 ? 41 + index : 0
      grid.tiles[index].count = 1024
      grid.tiles[index].lumaSum = 1024 * luma
      grid.tiles[index].lumaSquareSum = 1024 * luma * luma + (index >= 80 ? 5000 : 0)
    }
    let areas = FlatAreas(grid)
    #expect(areas.largestColorShare == 0.3)
    #expect(areas.whiteShare == 0.2)
    #expect(areas.blackShare == 0)
    #expect(areas.barShare == 0)
  }

  @Test(arguments: [(0, 0.6), (255, 0)])
  func whiteBarsDoNotCount(luma: Int, share: Double) {
    // Ten rows of ten tiles: three bars above and three below, noise between.
    var grid = TileGrid(storedSize: PixelSize(width: 320, height: 320))
    for index in grid.tiles.indices {
      let isBar = index < 30 || index >= 70
      let value = isBar ? luma : 120
      grid.tiles[index].count = 1024
      grid.tiles[index].lumaSum = 1024 * value
      grid.tiles[index].lumaSquareSum = 1024 * value * value + (isBar ? 0 : 5000)
    }
    let areas = FlatAreas(grid)
    #expect(areas.barShare == share)
  }

  @Test func marksScreenshots() {
    #expect(ScreenshotMark.isMarked("Screenshot_20260101-101010.png"))
    #expect(ScreenshotMark.isMarked("屏幕截图 2026-01-20.png"))
    #expect(!ScreenshotMark.isMarked("IMG_20260101.jpg"))
    #expect(ScreenshotMark.isProgram("Greenshot 1.2"))
    #expect(ScreenshotMark.isProgram("Snagit2024"))
    #expect(!ScreenshotMark.isProgram("13.4.1"))
    #expect(!ScreenshotMark.isProgram("Shutterfly"))
  }
}
