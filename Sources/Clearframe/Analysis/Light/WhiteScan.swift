/// What tells a white scan, or a page that a program has drawn, from a photo that is over-exposed:
/// every side of the picture is white, and the print is black.
///
/// Scanners and programs set paper to white and print to black. In a photo the surroundings or the
/// lens's falloff keep some side from burning out, and where none is left, the exposure has lifted
/// the print as well: black print mirrors some 4 % of the light, and stray light adds to it.
package struct WhiteScan: Sendable, Hashable {
  /// The share of white pixels, of luma 250 and above, in the outermost tiles along the side of the
  /// picture that has the fewest, 0 to 1.
  package let sideShare: Double
  /// The luma that a tenth of the print stays below, 0 to 255; 255 for a picture with hardly any
  /// print. A share of the print and not of the picture, of which a form has little on it.
  package let ink: Double

  /// The luma from which a pixel is no print: three quarters of white, a multiple of a histogram
  /// bin's width.
  private static let printLuma = 192
  /// The part of the print whose luma is taken: the strokes' middles, since at 100 dots per inch
  /// nine in ten pixels of print are half paper.
  private static let inkShare = 0.1
  /// The least share of the picture that its print takes up; less may be specks of dust.
  private static let leastPrint = 0.002

  /// Measures the tiles of a picture; nil without pixels along a side.
  package init?(_ tiles: TileGrid) {
    guard tiles.columns > 0, tiles.rows > 0 else { return nil }
    let all = tiles.allTiles
    let sides = [
      TileRange(columns: all.columns, rows: 0..<1),
      TileRange(columns: all.columns, rows: tiles.rows - 1..<tiles.rows),
      TileRange(columns: 0..<1, rows: all.rows),
      TileRange(columns: tiles.columns - 1..<tiles.columns, rows: all.rows),
    ]
    var least = 1.0
    for side in sides {
      var white = 0
      var count = 0
      for index in tiles.indexes(of: side) {
        white += tiles.tiles[index].brightClippedCount
        count += tiles.tiles[index].count
      }
      guard count > 0 else { return nil }
      least = min(least, Double(white) / Double(count))
    }
    sideShare = least
    let histogram = tiles.histogram()
    let printCount = histogram.counts.prefix(Self.printLuma / LumaHistogram.binWidth).reduce(0, +)
    let share = Double(printCount) / Double(max(1, histogram.total))
    ink = share < Self.leastPrint ? 255 : histogram.percentile(Self.inkShare * share) ?? 255
  }
}
