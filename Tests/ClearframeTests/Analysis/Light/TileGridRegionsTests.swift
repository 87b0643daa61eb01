import Clearframe
import Testing

@Suite struct TileGridRegionsTests {
  private let tiles = TileGrid(storedSize: PixelSize(width: 100, height: 70))

  @Test func boxesTilesUpToTheEdgeOfThePicture() {
    let indexes = [tiles.index(column: 2, row: 1), tiles.index(column: 3, row: 2)]
    #expect(
      tiles.uprightBox(of: indexes, orientation: .up)
        == [PixelRegion(x: 64, y: 32, width: 36, height: 38)])
    #expect(
      tiles.uprightBox(of: indexes, orientation: .right)
        == [PixelRegion(x: 0, y: 64, width: 38, height: 36)])
  }

  @Test func noTilesHaveNoBox() {
    #expect(tiles.uprightBox(of: [], orientation: .up).isEmpty)
  }
}
