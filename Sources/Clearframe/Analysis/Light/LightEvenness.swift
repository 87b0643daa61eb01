/// How evenly light falls on the document's paper.
///
/// The document is divided into 12 x 8 cells. A cell's level is the median of its tiles' 90th luma
/// percentiles, over tiles that have the paper's hue: a shadow keeps the hue, a printed band or a
/// photo seldom does. The levels are brought to linear light (sRGB's decoding), and a median over
/// each cell's neighbours takes out single dark cells. A shadow has a border, while the light of a
/// lamp falls off over the whole page without hiding anything; so each cell is compared with the
/// brightest within two cells. A dark part that nowhere reaches the document's edge is print: shadows
/// fall in from outside. Blocks and the high percentile follow open capture checkers; the
/// comparison in linear light makes the figure a ratio of light.
package struct LightEvenness: Sendable, Hashable {
  /// The least light on a part over the light nearby, 0 to 1; light nearby counts up to that on most
  /// of the document.
  package let ratio: Double
  /// The tiles of the cells that get less than half-way between the darkest part and the rest.
  package let shadowedTiles: [Int]
  /// The light beside the document where the darkest part reaches its edge, over the light beside
  /// the rest of it: a shadow goes on there, print does not. Nil where too little is seen of what
  /// lies beside, and where no part gets less than `surroundingsRatio` of the light nearby.
  package let surroundings: Double?

  /// Cells along the document's longer and shorter side.
  static let cellCounts = (long: 12, short: 8)
  /// How many cells away light is compared with: a sixth of the longer side.
  static let reach = 2
  /// The least number of cells with paper for an answer.
  static let cellFloor = 8
  /// The largest difference of chroma, over luma, from the paper's.
  static let hueTolerance = 0.05
  /// The least share of the usual light on a cell that counts: what is darker is print, such as a
  /// photo on a dark card; the darkest shadows of mock photos leave 0.14.
  static let printRatio = 0.15
  /// The least ratio for which nobody asks what lies beside the document.
  static let surroundingsRatio = 0.6
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
    let dark = smooth.enumerated().compactMap { cell, level -> DarkCell? in
      guard let level, level >= Self.printRatio * usual else { return nil }
      let brightest =
        Self.near(cell, reach: Self.reach, columns: columns, rows: rows)
        .compactMap { smooth[$0] }.max() ?? level
      return DarkCell(index: cell, light: level, nearby: max(1e-4, min(brightest, usual)))
    }.sorted { $0.ratio < $1.ratio }
    // The cell with the least light for its surroundings that lies in a shadow.
    var least: DarkCell?
    var ends: [Int] = []
    for cell in dark {
      ends = Self.edgeCells(
        from: cell.index, below: cell.limit, light: light, columns: columns, rows: rows)
      if !ends.isEmpty {
        least = cell
        break
      }
    }
    ratio = min(1, least?.ratio ?? 1)
    surroundings =
      ratio < Self.surroundingsRatio
      ? ShadowSurroundings.ratio(
        tiles, outline: outline, homography: homography, ends: ends, columns: columns, rows: rows)
      : nil
    let limit = least?.limit ?? 0
    shadowedTiles = zip(cells, smooth).flatMap { cell, light -> [Int] in
      guard let light, light < limit, light >= Self.printRatio * usual else { return [] }
      return cell.map { indexes[$0] }
    }
  }

  /// A cell and the light near it.
  private struct DarkCell {
    let index: Int
    let light: Double
    let nearby: Double
    /// How much of the light nearby falls on it.
    var ratio: Double { light / nearby }
    /// Half-way between the two.
    var limit: Double { (light + nearby) / 2 }
  }

  /// Where the cells around one that get less than `limit` reach the outermost ones in which paper
  /// is seen; empty where they do not: what throws a shadow is outside of the document, while a dark
  /// photo is printed within a margin.
  private static func edgeCells(
    from start: Int, below limit: Double, light: [Double?], columns: Int, rows: Int
  ) -> [Int] {
    func isDark(_ cell: Int) -> Bool { light[cell].map { $0 < limit } ?? false }
    guard isDark(start) else { return [] }
    // On small documents no tile lies wholly inside the grid's outermost cells.
    let seen = light.indices.filter { light[$0] != nil }
    let seenRows = seen.map { $0 / columns }
    let seenColumns = seen.map { $0 % columns }
    let edgeRows = (seenRows.min(), seenRows.max())
    let edgeColumns = (seenColumns.min(), seenColumns.max())
    var isKnown = [Bool](repeating: false, count: light.count)
    isKnown[start] = true
    var region = [start]
    var ends: [Int] = []
    while let cell = region.popLast() {
      let (row, column) = (cell / columns, cell % columns)
      if row == edgeRows.0 || row == edgeRows.1 || column == edgeColumns.0
        || column == edgeColumns.1
      {
        ends.append(cell)
      }
      for neighbour in near(cell, reach: 1, columns: columns, rows: rows)
      where !isKnown[neighbour] && isDark(neighbour) {
        isKnown[neighbour] = true
        region.append(neighbour)
      }
    }
    return ends
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
      let near = near(cell, reach: 1, columns: columns, rows: rows).compactMap { light[$0] }
      return median(near)
    }
  }

  /// The cells within `reach` rows and columns of one, itself among them.
  private static func near(_ cell: Int, reach: Int, columns: Int, rows: Int) -> [Int] {
    let (row, column) = (cell / columns, cell % columns)
    return (max(0, row - reach)...min(rows - 1, row + reach)).flatMap { row in
      (max(0, column - reach)...min(columns - 1, column + reach)).map { row * columns + $0 }
    }
  }

  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    return values.value(ofRank: values.count / 2)
  }

  private static func distance(_ one: PixelPoint, _ two: PixelPoint) -> Double {
    let x = two.x - one.x
    let y = two.y - one.y
    return (x * x + y * y).squareRoot()
  }
}
