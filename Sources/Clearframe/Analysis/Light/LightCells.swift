/// The light and the hue of the parts of a document: 12 x 8 cells over its outline.
///
/// A cell's light is the median of its tiles' 90th luma percentiles, which is that of what is printed
/// on, in linear light (sRGB's decoding); its hue is their median chroma over luma, which light scales
/// alike. Two cells are alike where their hues are: a shadow keeps the hue, a printed band or a photo
/// seldom does. A document may have several hues, so cells are compared with those nearby only.
struct LightCells: Sendable {
  /// Cells along the document's longer and shorter side.
  static let counts = (long: 12, short: 8)
  /// The largest difference of hue between cells that are alike, and what is added to it for each
  /// unit of the stronger hue: chroma of strong colours is spread wider, and a shade's own tint
  /// turns it further.
  static let hueTolerance = (least: 0.06, share: 0.15)
  /// The cells that a cell's light is smoothed over: the ones nearest in light among itself and its
  /// neighbours. A line of three cells, such as a narrow shadow, remains, and a single dark one goes.
  static let smoothingCount = 3

  /// The number of cell columns.
  let columns: Int
  /// The number of cell rows.
  let rows: Int
  /// The tiles of each cell.
  let tiles: [[Int]]
  /// The light on each cell, 0 to 1, smoothed; nil where no tile's middle lies in it.
  private(set) var light: [Double?]
  private let hues: [SIMD2<Double>]
  private let edgeRows: (Int, Int)
  private let edgeColumns: (Int, Int)

  init(_ grid: TileGrid, indexes: [Int], outline: Quadrilateral, homography: Homography) {
    let corners = outline.corners
    let across = corners[0].distance(to: corners[1]) + corners[2].distance(to: corners[3])
    let down = corners[1].distance(to: corners[2]) + corners[3].distance(to: corners[0])
    let columns = across >= down ? Self.counts.long : Self.counts.short
    let rows = across >= down ? Self.counts.short : Self.counts.long
    self.columns = columns
    self.rows = rows
    var cells = [[Int]](repeating: [], count: columns * rows)
    for index in indexes {
      let place = homography.document(grid.middle(ofTile: index))
      guard (0..<1).contains(place.x), (0..<1).contains(place.y) else { continue }
      cells[Int(place.y * Double(rows)) * columns + Int(place.x * Double(columns))].append(index)
    }
    tiles = cells
    light = cells.map { cell in
      cell.isEmpty
        ? nil : LinearLight.share(ofLuma: Self.median(cell.map { Self.level(grid, $0) }))
    }
    hues = cells.map { cell in
      let hues = cell.map { index -> SIMD2<Double> in
        let tile = grid.tiles[index]
        return SIMD2(tile.chromaBlueMean ?? 0, tile.chromaRedMean ?? 0) / max(1, tile.lumaMean ?? 1)
      }
      return SIMD2(Self.median(hues.map { $0.x }), Self.median(hues.map { $0.y }))
    }
    // On small documents no tile lies wholly inside the grid's outermost cells.
    let seen = light.indices.filter { !cells[$0].isEmpty }
    edgeRows = (seen.map { $0 / columns }.min() ?? 0, seen.map { $0 / columns }.max() ?? 0)
    edgeColumns = (seen.map { $0 % columns }.min() ?? 0, seen.map { $0 % columns }.max() ?? 0)
    smooth()
  }

  /// How many cells are seen.
  var seenCount: Int { light.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

  /// Whether a cell is one of the outermost that are seen.
  func isOutermost(_ cell: Int) -> Bool {
    let (row, column) = (cell / columns, cell % columns)
    return row == edgeRows.0 || row == edgeRows.1 || column == edgeColumns.0
      || column == edgeColumns.1
  }

  /// Whether two cells have the same hue.
  func areAlike(_ one: Int, _ two: Int) -> Bool {
    let strongest = max(Self.length(hues[one]), Self.length(hues[two]))
    return Self.length(hues[one] - hues[two])
      < Self.hueTolerance.least + Self.hueTolerance.share * strongest
  }

  /// How far a cell's hue is from that of the brighter cells.
  func differenceFromPaper(_ cell: Int) -> Double {
    let seen = light.compactMap { $0 }
    guard !seen.isEmpty else { return 0 }
    let bright = seen.value(ofRank: seen.count * 3 / 5)
    let paper = light.indices.filter { light[$0].map { $0 >= bright } ?? false }.map { hues[$0] }
    return Self.length(
      hues[cell] - SIMD2(Self.median(paper.map { $0.x }), Self.median(paper.map { $0.y })))
  }

  /// Visits the cells within `reach` rows and columns of one, itself among them.
  @inline(__always)
  func visitNear(_ cell: Int, reach: Int, _ visit: (Int) -> Void) {
    let (row, column) = (cell / columns, cell % columns)
    for nearRow in max(0, row - reach)...min(rows - 1, row + reach) {
      for nearColumn in max(0, column - reach)...min(columns - 1, column + reach) {
        visit(nearRow * columns + nearColumn)
      }
    }
  }

  /// The most light on the cells of a cell's hue within `reach` rows and columns of it.
  func brightest(near cell: Int, reach: Int) -> Double? {
    var brightest: Double?
    visitNear(cell, reach: reach) { near in
      if let light = light[near], light > brightest ?? -1, areAlike(cell, near) {
        brightest = light
      }
    }
    return brightest
  }

  /// The cells connected with one that get less light than `limit`.
  ///
  /// - Parameter alike: Whether they have its hue as well.
  func part(around start: Int, below limit: Double, alike: Bool) -> [Int] {
    var isKnown = [Bool](repeating: false, count: light.count)
    isKnown[start] = true
    var part = [start]
    var next = 0
    while next < part.count {
      visitNear(part[next], reach: 1) { neighbour in
        guard !isKnown[neighbour], let light = light[neighbour], light < limit,
          !alike || areAlike(start, neighbour)
        else { return }
        isKnown[neighbour] = true
        part.append(neighbour)
      }
      next += 1
    }
    return part
  }

  private mutating func smooth() {
    let original = light
    for cell in light.indices {
      guard let own = original[cell] else { continue }
      var nearest: [Double] = []
      nearest.reserveCapacity(9)
      visitNear(cell, reach: 1) { neighbour in
        if let light = original[neighbour], areAlike(cell, neighbour) { nearest.append(light) }
      }
      nearest.sort { abs($0 - own) < abs($1 - own) }
      light[cell] = Self.median(Array(nearest.prefix(Self.smoothingCount)))
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

  static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.value(ofRank: values.count / 2)
  }

  private static func length(_ vector: SIMD2<Double>) -> Double {
    (vector * vector).sum().squareRoot()
  }
}
