/// The parts of a picture without any noise at all, which a sensor does not make and a drawn
/// interface is full of.
///
/// A tile is flat where luma and chroma are exactly constant over it. Compression keeps drawn areas
/// exactly constant; it may also make smooth parts of a photo constant tile by tile, but then in
/// many values, as light is never quite even. Clipped tiles are counted apart: a burnt-out or black
/// part of a photo is constant as well.
package struct FlatAreas: Sendable, Hashable {
  /// The largest share of the tiles that are flat in one and the same colour, not counting black
  /// and white.
  package let largestColorShare: Double
  /// The share of the tiles that are flat in black.
  package let blackShare: Double
  /// The share of the tiles that are flat in white.
  package let whiteShare: Double
  /// The share of the tile rows or columns that are flat from side to side, at both ends of the
  /// picture; 0 where one end has none. White does not count: a burnt-out wall behind a person
  /// reaches both ends, too.
  package let barShare: Double

  /// Luma up to which flat counts as black, and from which as white: sensors clip a little before
  /// the ends, and tone curves round them off.
  private static let clippedLuma = (low: 8, high: 248)

  /// Whether a luma may be black or white because the sensor or a scan clips there.
  static func isClipped(_ luma: Int) -> Bool {
    luma <= clippedLuma.low || luma >= clippedLuma.high
  }

  private struct Color: Hashable {
    var luma: Int
    var blue: Int
    var red: Int
  }

  package init(_ grid: TileGrid) {
    var counts: [Color: Int] = [:]
    var black = 0
    var white = 0
    var isFlat = [Bool](repeating: false, count: grid.tiles.count)
    for (index, tile) in grid.tiles.enumerated() {
      guard tile.count > 0, tile.lumaVariance == 0, (tile.chromaBlueVariance ?? 0) == 0,
        (tile.chromaRedVariance ?? 0) == 0
      else { continue }
      let luma = tile.lumaSum / tile.count
      isFlat[index] = luma < Self.clippedLuma.high
      if luma <= Self.clippedLuma.low {
        black += 1
      } else if luma >= Self.clippedLuma.high {
        white += 1
      } else {
        let color = Color(
          luma: luma, blue: tile.chromaCount > 0 ? tile.chromaBlueSum / tile.chromaCount : 0,
          red: tile.chromaCount > 0 ? tile.chromaRedSum / tile.chromaCount : 0)
        counts[color, default: 0] += 1
      }
    }
    let total = Double(max(1, grid.tiles.count))
    largestColorShare = Double(counts.values.max() ?? 0) / total
    blackShare = Double(black) / total
    whiteShare = Double(white) / total
    barShare = Self.bars(isFlat, in: grid)
  }

  /// The share of rows or columns that are marked from side to side, at both ends.
  private static func bars(_ marks: [Bool], in grid: TileGrid) -> Double {
    let rows = (0..<grid.rows).map { row in
      (0..<grid.columns).allSatisfy { marks[grid.index(column: $0, row: row)] }
    }
    let columns = (0..<grid.columns).map { column in
      (0..<grid.rows).allSatisfy { marks[grid.index(column: column, row: $0)] }
    }
    return max(ends(of: rows), ends(of: columns))
  }

  /// The share of lines that belong to an unbroken run at either end, where both ends have one.
  private static func ends(of lines: [Bool]) -> Double {
    let first = lines.prefix { $0 }.count
    let last = lines.reversed().prefix { $0 }.count
    guard first > 0, last > 0, first < lines.count else { return 0 }
    return Double(first + last) / Double(lines.count)
  }
}
