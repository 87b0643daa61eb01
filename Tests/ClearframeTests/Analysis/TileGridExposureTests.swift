import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct TileGridExposureTests {
  @Test func emptyGridHasNoFigures() {
    let tiles = TileGrid(storedSize: PixelSize(width: 40, height: 40))
    #expect(tiles.lumaPercentile(0.5) == nil)
    #expect(tiles.brightClippedFraction == nil)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func percentilesAgreeWithSortedPixels(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var tiles = TileGrid(storedSize: PixelSize(width: 100, height: 70))
    var pixels: [Int] = []
    for tile in tiles.tiles.indices {
      for _ in 0..<200 {
        let luma = Int(generator.next() % 256)
        pixels.append(luma)
        tiles.histograms[tile * TileGrid.binCount + luma / 4] += 1
        tiles.tiles[tile].count += 1
        if luma >= 250 { tiles.tiles[tile].brightClippedCount += 1 }
      }
    }
    pixels.sort()
    for share in [0.01, 0.05, 0.5, 0.9, 0.99] {
      let exact = Double(pixels[min(pixels.count - 1, Int(share * Double(pixels.count)))])
      let found = tiles.lumaPercentile(share) ?? -1
      #expect(abs(found - exact) <= 4, "share \(share), seed \(seed)")
    }
    #expect(
      tiles.brightClippedFraction
        == Double(pixels.filter { $0 >= 250 }.count) / Double(pixels.count))
  }

  @Test func endsOfTheScale() {
    var tiles = TileGrid(storedSize: PixelSize(width: 10, height: 10))
    tiles.histograms[63] = 100
    #expect(tiles.lumaPercentile(1) == 255)
    #expect(tiles.lumaPercentile(0) == 252)
    #expect(tiles.lumaPercentile(7) == 255)
  }
}
