/// How evenly light falls on the document's paper.
///
/// The document is divided into 6 x 4 cells. A cell's level is the median of its tiles' 90th luma
/// percentiles, over tiles that have the paper's hue: a shadow keeps the hue, a printed band or a
/// photo seldom does. The levels are brought to linear light (sRGB's decoding), and a median over
/// each cell's neighbours takes out single dark cells. The 6 x 4 blocks and the high percentile
/// follow open capture checkers; the comparison in linear light makes the figure a ratio of light.
package struct LightEvenness: Sendable, Hashable {
  /// The light in the darkest part over the light on most of the document, 0 to 1.
  package let ratio: Double
  /// The tiles of the cells that get less than half-way between the darkest part and the rest.
  package let shadowedTiles: [Int]

  /// Cells along the document's longer and shorter side.
  static let cellCounts = (long: 6, short: 4)
  /// The least number of cells with paper for an answer.
  static let cellFloor = 8
  /// The largest difference of chroma, over luma, from the paper's.
  static let hueTolerance = 0.05
  /// The least share of the usual light on a cell that counts: what is darker is print, such as a
  /// photo on a dark card; the darkest shadows of mock photos leave 0.14.
  static let printRatio = 0.15
  /// The share of the cells that are darker than what counts as the light on the document.
  static let referenceShare = 0.75

  package init?(_ tiles: TileGrid, indexes: [Int], outline: Quadrilateral) {
    guard let homography = Homography(outline), indexes.count >= Self.cellFloor else { return nil }
    let corners = outline.corners
    let across = Self.distance(corners[0], corners[1]) + Self.distance(corners[2], corners[3])
    let down = Self.distance(corners[1], corners[2]) + Self.distance(corners[3], corners[0])
    let columns = across >= down ? Self.cellCounts.long : Self.cellCounts.short
    let rows = across >= down ? Self.cellCounts.short : Self.cellCounts.long

    let levels = indexes.map { Self.level(tiles, $0) }
    let isPaper = Self.paperTiles(tiles, indexes: indexes, levels: levels)
    var cells = [[Int]](repeating: [], count: columns * rows)
    for (position, index) in indexes.enumerated() where isPaper[position] {
      let pixels = tiles.pixelRange(column: index % tiles.columns, row: index / tiles.columns)
      let middle = PixelPoint(
        x: Double(pixels.columns.lowerBound + pixels.columns.upperBound) / 2,
        y: Double(pixels.rows.lowerBound + pixels.rows.upperBound) / 2)
      let place = homography.document(middle)
      guard (0..<1).contains(place.x), (0..<1).contains(place.y) else { continue }
      cells[Int(place.y * Double(rows)) * columns + Int(place.x * Double(columns))].append(position)
    }
    let light = cells.map { cell -> Double? in
      cell.isEmpty ? nil : LinearLight.share(ofLuma: Self.median(cell.map { levels[$0] }))
    }
    let smooth = Self.smoothed(light, columns: columns, rows: rows)
    let sorted = smooth.compactMap { $0 }.sorted()
    guard sorted.count >= Self.cellFloor else { return nil }
    let usual = sorted[Int(Double(sorted.count - 1) * Self.referenceShare)]
    guard let lowest = sorted.first(where: { $0 >= Self.printRatio * usual }) else { return nil }
    ratio = min(1, lowest / max(usual, 1e-4))
    let limit = (lowest + usual) / 2
    shadowedTiles = zip(cells, smooth).flatMap { cell, light -> [Int] in
      guard let light, light < limit, light >= lowest else { return [] }
      return cell.map { indexes[$0] }
    }
  }

  /// Which tiles have the hue of the brighter tiles: their chroma over luma, which light scales
  /// alike.
  private static func paperTiles(
    _ tiles: TileGrid, indexes: [Int], levels: [Double]
  ) -> [Bool] {
    let hues = indexes.map { index -> SIMD2<Double> in
      let tile = tiles.tiles[index]
      let luma = max(1, tile.lumaMean ?? 1)
      return SIMD2(tile.chromaBlueMean ?? 0, tile.chromaRedMean ?? 0) / luma
    }
    let bright = levels.value(ofRank: levels.count * 3 / 5)
    let brightHues = zip(hues, levels).filter { $0.1 >= bright }.map(\.0)
    let paper = SIMD2(median(brightHues.map { $0.x }), median(brightHues.map { $0.y }))
    return hues.map { hue in
      let difference = hue - paper
      return (difference * difference).sum().squareRoot() < hueTolerance
    }
  }

  /// The luma that 90 % of a tile's pixels do not exceed.
  static func level(_ tiles: TileGrid, _ index: Int) -> Double {
    let start = index * TileGrid.binCount
    let rank = 0.9 * Double(tiles.tiles[index].count)
    var below = 0
    for bin in 0..<TileGrid.binCount {
      let count = Int(tiles.histograms[start + bin])
      if count > 0, Double(below + count) >= rank {
        let part = (rank - Double(below)) / Double(count)
        return min(255, (Double(bin) + part) * Double(LumaHistogram.binWidth))
      }
      below += count
    }
    return 0
  }

  /// The median over each cell and its up to eight neighbours with paper.
  private static func smoothed(_ light: [Double?], columns: Int, rows: Int) -> [Double?] {
    (0..<columns * rows).map { cell in
      guard light[cell] != nil else { return nil }
      var near: [Double] = []
      for row in max(0, cell / columns - 1)...min(rows - 1, cell / columns + 1) {
        for column in max(0, cell % columns - 1)...min(columns - 1, cell % columns + 1) {
          if let value = light[row * columns + column] { near.append(value) }
        }
      }
      return median(near)
    }
  }

  private static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    return values.value(ofRank: values.count / 2)
  }

  private static func distance(_ one: PixelPoint, _ two: PixelPoint) -> Double {
    let x = two.x - one.x
    let y = two.y - one.y
    return (x * x + y * y).squareRoot()
  }
}
