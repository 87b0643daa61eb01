/// Full-resolution statistics of the stored picture in square tiles, row by row.
package struct TileGrid: Sendable {
  /// The number of luma histogram bins of a tile; bin `b` counts luma `4 b` to `4 b + 3`.
  package static let binCount = 64

  /// The size of the stored picture.
  package let storedSize: PixelSize
  /// The side of a tile in stored pixels; tiles at the right and bottom edges may be smaller.
  package let side: Int
  /// The number of tile columns.
  package let columns: Int
  /// The number of tile rows.
  package let rows: Int
  /// The statistics, `columns * rows`, row by row.
  package var tiles: [TileStatistics]
  /// The luma histograms, `binCount` bins for each tile, in the order of `tiles`.
  package var histograms: [UInt16]

  package init(storedSize: PixelSize) {
    self.storedSize = storedSize
    side = Self.side(for: storedSize)
    columns = (storedSize.width + side - 1) / side
    rows = (storedSize.height + side - 1) / side
    tiles = Array(repeating: TileStatistics(), count: columns * rows)
    histograms = Array(repeating: 0, count: columns * rows * Self.binCount)
  }

  /// The side of a tile: 32 pixels up to a long side of 2,000 pixels, then 64, and 128 over 8,000.
  package static func side(for stored: PixelSize) -> Int {
    stored.longSide <= 2_000 ? 32 : stored.longSide <= 8_000 ? 64 : 128
  }
}
