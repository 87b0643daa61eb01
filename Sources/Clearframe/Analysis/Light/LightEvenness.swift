/// How evenly light falls on the document: the darkest part of it that is a shadow.
///
/// The document is divided into 12 x 8 cells (`LightCells`). A shadow has a border, while the light
/// of a lamp falls off over the whole page without hiding anything; so each cell is compared with the
/// brightest of its hue within two cells. A dark part that nowhere reaches the document's edge is
/// print: shadows fall in from outside. So is one beside which the desk gets as much light as
/// elsewhere. Blocks and the high percentile follow open capture checkers; the comparison in linear
/// light makes the figure a ratio of light.
package struct LightEvenness: Sendable, Hashable {
  /// The least light on a part over the light nearby, 0 to 1, of the parts that may be shadows; light
  /// nearby counts up to that on most of the document.
  package let ratio: Double
  /// The tiles of the darkest part.
  package let shadowedTiles: [Int]
  /// The light beside the document where the darkest part reaches its edge, over the light beside
  /// the rest of it. Nil where too little is seen of what lies beside, and where the part gets
  /// `surroundingsRatio` of the light nearby or more.
  package let surroundings: Double?

  /// How many cells away light is compared with: a sixth of the longer side.
  static let reach = 2
  /// The least number of cells for an answer.
  static let cellFloor = 8
  /// The least share of the usual light on a cell that counts: what is darker is print, such as a
  /// photo on a dark card; the darkest shadows of mock photos leave 0.14.
  static let printRatio = 0.15
  /// The least ratio for which nobody asks what lies beside the document.
  static let surroundingsRatio = 0.6
  /// The share of the cells that are darker than what counts as the light on the document.
  static let referenceShare = 0.75
  /// The least cells of a part: fewer are a heading, a seal or a fold. The part's ratio is that of its
  /// third darkest cell for the same reason.
  static let leastPart = 3
  /// The least light beside a dark part, over that beside the rest of the document, with which no
  /// shadow goes on there: 0.42 of the light over a third of the part's edge gives less.
  static let litSurroundings = 0.7
  /// The same on a document whose middle cell gets less than `darkMiddle` of the light of its
  /// brightest: its prints differ by as much as a shadow would, so the shadow must show as clearly
  /// beside it, and stripes or tiles of a desk do not do.
  static let litSurroundingsOfDark = 0.45
  static let darkMiddle = 0.3
  /// Where nothing is seen beside a part, what makes it a shadow: six cells, no farther from the hue
  /// of the brighter cells than this. Less may be a gray photo.
  static let plainPaper = (cells: 6, hue: 0.05)
  /// A part of more of the document's cells, beside which nothing is seen, is what it is made of.
  static let greatestShare = 0.7

  package init?(_ tiles: TileGrid, indexes: [Int], outline: Quadrilateral) {
    guard let homography = Homography(outline), indexes.count >= Self.cellFloor else { return nil }
    let cells = LightCells(tiles, indexes: indexes, outline: outline, homography: homography)
    let sorted = cells.light.compactMap { $0 }.sorted()
    guard sorted.count >= Self.cellFloor else { return nil }
    let usual = sorted[Int(Double(sorted.count - 1) * Self.referenceShare)]
    let isDark = sorted[sorted.count / 2] < Self.darkMiddle * (sorted.last ?? 0)

    var surroundings: ShadowSurroundings?
    var least: Part?
    for cell in Self.darkCells(of: cells, usual: usual) {
      if let least, cell.ratio >= least.ratio { break }
      let alike = cells.part(around: cell.index, below: cell.limit, alike: true)
      let whole = cells.part(around: cell.index, below: cell.limit, alike: false)
      let ends = whole.filter(cells.isOutermost)
      let ratios = alike.compactMap { cell in
        Self.darkCell(cell, of: cells, usual: usual)?.ratio
      }.sorted()
      guard !ends.isEmpty, ratios.count >= Self.leastPart else { continue }
      let ratio = ratios[Self.leastPart - 1]
      if let least, ratio >= least.ratio { continue }
      guard ratio < Self.surroundingsRatio else {
        least = Part(cells: alike, ratio: ratio, surroundings: nil)
        continue
      }
      let beside =
        surroundings
        ?? ShadowSurroundings(
          tiles, outline: outline, homography: homography, columns: cells.columns,
          rows: cells.rows)
      surroundings = beside
      // Dark print joined to a shadow hides where it ends, and so does print that divides it.
      let lights = [alike.filter(cells.isOutermost), ends].compactMap(beside.ratio)
      if let light = lights.min() {
        guard light < (isDark ? Self.litSurroundingsOfDark : Self.litSurroundings) else {
          continue
        }
      } else {
        guard Double(whole.count) <= Self.greatestShare * Double(sorted.count),
          ratios.count >= Self.plainPaper.cells,
          cells.differenceFromPaper(cell.index) < Self.plainPaper.hue
        else { continue }
      }
      least = Part(cells: alike, ratio: ratio, surroundings: lights.min())
    }
    ratio = min(1, least?.ratio ?? 1)
    self.surroundings = least?.surroundings
    shadowedTiles = least?.cells.flatMap { cells.tiles[$0] } ?? []
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

  /// Cells of one hue that get less light than those nearby.
  private struct Part {
    let cells: [Int]
    let ratio: Double
    let surroundings: Double?
  }

  /// The cells inside the outermost ones that get less light than others nearby, the darkest first: a
  /// page that curls at its edge, or an outline that is slightly off, is no shadow.
  private static func darkCells(of cells: LightCells, usual: Double) -> [DarkCell] {
    cells.light.indices.filter { !cells.isOutermost($0) }
      .compactMap { darkCell($0, of: cells, usual: usual) }
      .filter { $0.ratio < 1 }
      .sorted { $0.ratio < $1.ratio }
  }

  /// A cell beside the light nearby; nil where it is not seen or as dark as print.
  private static func darkCell(_ cell: Int, of cells: LightCells, usual: Double) -> DarkCell? {
    guard let light = cells.light[cell], light >= printRatio * usual else { return nil }
    let brightest = cells.brightest(near: cell, reach: reach) ?? light
    return DarkCell(index: cell, light: light, nearby: max(1e-4, min(brightest, usual)))
  }
}
