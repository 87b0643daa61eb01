import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct TileGridTests {
  private let picture = PlanarPicture(width: 150, height: 101, seed: 40)

  private func grid() -> TileGrid {
    picture.analysis(bandHeights: [16]).tiles
  }

  /// The samples of a plane's even rows.
  private func sampled(_ plane: [UInt8], columns: Int) -> [Int] {
    plane.indices.filter { $0 / columns % 2 == 0 }.map { Int(plane[$0]) }
  }

  @Test func wholePictureHasEveryPixelOfTheEvenRowsOnce() {
    let sums = grid().merged()
    let luma = sampled(picture.luma, columns: 150)
    #expect(sums.count == 150 * 51)
    #expect(sums.lumaSum == luma.reduce(0, +))
    #expect(sums.lumaSquareSum == luma.reduce(0) { $0 + $1 * $1 })
    #expect(sums.darkClippedCount == luma.filter { $0 <= 5 }.count)
    #expect(sums.brightClippedCount == luma.filter { $0 >= 250 }.count)
    #expect(sums.derivativeCount == 146 * 49)
    #expect(sums.chromaCount == 75 * 26)
    #expect(sums.chromaRedSum == sampled(picture.red, columns: 75).reduce(0) { $0 + $1 - 128 })
  }

  @Test func rectangleStandsForTheTilesItTouchesOrHolds() {
    let grid = grid()
    let touching = grid.tileRange(columns: 31..<65, rows: 32..<33)
    #expect(touching == TileRange(columns: 0..<3, rows: 1..<2))
    let inside = grid.tileRange(columns: 31..<97, rows: 0..<64, coverage: .inside)
    #expect(inside == TileRange(columns: 1..<3, rows: 0..<2))
    // The last tile ends with the picture, at 150 and 101, not at the next multiple of its side.
    let corner = grid.tileRange(columns: 128..<150, rows: 96..<500, coverage: .inside)
    #expect(corner == TileRange(columns: 4..<5, rows: 3..<4))
    let none = grid.tileRange(columns: 33..<60, rows: 0..<101, coverage: .inside)
    #expect(none.isEmpty)
    let outside = grid.tileRange(columns: 150..<200, rows: 0..<10)
    #expect(outside.isEmpty)
    let before = grid.tileRange(columns: -20..<0, rows: -5..<40)
    #expect(before.isEmpty)
    let over = grid.tileRange(columns: -20..<400, rows: -5..<400)
    #expect(over == grid.allTiles)
  }

  @Test func rectangleSumsItsPixels() {
    let grid = grid()
    let sums = grid.merged(columns: 32..<96, rows: 64..<101, coverage: .inside)
    var plain = 0
    for y in stride(from: 64, to: 101, by: 2) {
      for x in 32..<96 {
        plain += Int(picture.luma[y * 150 + x])
      }
    }
    #expect(sums.count == 64 * 19)
    #expect(sums.lumaSum == plain)
    let range = TileRange(columns: 1..<3, rows: 2..<4)
    let indexes = grid.indexes(of: range)
    #expect(indexes == [11, 12, 16, 17])
    #expect(grid.merged(indexes: indexes) == sums)
    #expect(grid.merged(range) == sums)
    #expect(grid.histogram(indexes: indexes) == grid.histogram(range))
    #expect(grid.histogram(range).total == 64 * 19)
  }

  @Test func pixelRangesCoverThePicture() {
    let grid = grid()
    let last = grid.pixelRange(column: grid.columns - 1, row: grid.rows - 1)
    #expect(last.columns == 128..<150)
    #expect(last.rows == 96..<101)
    let first = grid.pixelRange(column: 0, row: 0)
    #expect(first.columns == 0..<32)
    #expect(grid[4, 3].count == 22 * 3)
  }

  @Test func mergingKeepsTheLargestGradient() {
    var left = TileStatistics()
    left.gradientMaximum = 90
    left.noiseSum = 3
    var right = TileStatistics()
    right.gradientMaximum = 40
    right.noiseSum = 4
    left += right
    #expect(left.gradientMaximum == 90)
    #expect(left.noiseSum == 7)
  }
}
