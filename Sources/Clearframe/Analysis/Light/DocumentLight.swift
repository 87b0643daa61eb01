/// The light on the document, from the full-resolution histograms of the tiles inside its outline.
package struct DocumentLight: Sendable, Hashable {
  /// Whether the whole picture was measured because no outline is trusted.
  package let isWholeFrame: Bool
  /// The level that 99 % of the document's pixels do not exceed in their brightest colour channel,
  /// burnt-out ones left aside: the paper of a page, the lettering of a dark cover, the blue of a
  /// blue card, whose luma alone would be low; 255 where most is burnt out, nil without pixels.
  package let highlight: Double?
  /// The luma that 1 % of the document's pixels do not exceed: its print; nil without pixels.
  package let ink: Double?
  /// The luma that half of the document's pixels do not exceed; nil without pixels.
  package let middle: Double?
  /// The share of the document's pixels that are burnt out, 0 to 1: two of their colour channels
  /// are at 252 or more, and the third not far below. One alone is common in saturated colours that
  /// are exposed well, and so are two on yellow paper. Reflections that were found are left out: they
  /// burn out paper that is exposed well; 0 where a veil of mirrored light leaves fewer than
  /// `tileFloor` tiles.
  package let burntShare: Double
  /// The share of the document's pixels of which one colour channel or more is at 252 or more, 0 to
  /// 1, those of strong colours left out, and reflections as above. Pale colours are white paper's
  /// nearly; exposed well, none of their channels reaches that.
  package let clippedShare: Double
  /// How evenly the light falls beside the reflections; nil where too little paper is seen to tell.
  package let evenness: LightEvenness?

  /// The luma from which a pixel says nothing of well-lit paper, a multiple of a histogram bin's
  /// width: white paper is exposed to 250 at most.
  package static let burntLuma = 248
  /// The level from which a colour channel counts as burnt out: the histogram's last bin, a little
  /// under 255, for JPEG's sake. White paper exposed to 250 stays mostly under it.
  static let saturation = 252.0
  /// How far below luma the darkest channel of coloured paper lies at least: where it is recorded,
  /// so are print and shade. Over-exposure by half a stop lifts yellow paper's blue above that.
  static let colorDepth = 30.0
  /// The least number of tiles in the document for measuring it alone.
  static let tileFloor = 6

  /// The least share of the document's tiles beside reflections on which exposure is judged. Where
  /// less is left, reflections and over-exposure are the same, unless print shows that the light is
  /// mirrored. Without such print a reflection covers at most three quarters, and its border is left
  /// out as well.
  static let leastRestShare = 0.15

  /// Measures the tiles of the document's area.
  ///
  /// - Parameter highlights: Where reflections were found.
  package init(_ tiles: TileGrid, in area: DocumentArea, highlights: HighlightMask? = nil) {
    var indexes =
      area.isWholeFrame
      ? tiles.indexes(of: tiles.allTiles) : Self.tiles(of: tiles, in: area)
    isWholeFrame = area.isWholeFrame || indexes.count < Self.tileFloor
    if indexes.count < Self.tileFloor { indexes = tiles.indexes(of: tiles.allTiles) }
    let beside = isWholeFrame ? nil : highlights
    let uncovered =
      beside.map { mask in indexes.filter { !mask.covers(tiles.middle(ofTile: $0)) } } ?? indexes
    let least = max(Self.tileFloor, Int(Self.leastRestShare * Double(indexes.count)))
    let rest = uncovered.count >= least ? uncovered : indexes
    let levels = ChannelLevels(tiles, indexes: indexes)
    let histogram = tiles.histogram(indexes: indexes)
    ink = histogram.percentile(0.01)
    middle = histogram.percentile(0.5)
    highlight = levels.highlight
    // Where print shows that the light is mirrored, what it burns out says nothing of exposure, and
    // a handful of tiles beside it as little.
    let exposed =
      beside?.isVeil != true ? rest : uncovered.count >= Self.tileFloor ? uncovered : []
    let judged =
      exposed.count < indexes.count ? ChannelLevels(tiles, indexes: exposed) : levels
    burntShare = judged.burntShare
    clippedShare = judged.clippedShare
    let counted = rest.filter { tiles.tiles[$0].count > 0 }
    evenness = LightEvenness(tiles, indexes: counted, outline: area.outline)
  }

  /// The 99th percentile without the burnt-out pixels, so that a reflection does not pass for
  /// well-lit paper.
  static func highlight(of histogram: LumaHistogram) -> Double? {
    guard histogram.total > 0 else { return nil }
    let end = burntLuma / LumaHistogram.binWidth
    let kept = histogram.counts.prefix(end).reduce(0, +)
    guard kept > 0 else { return 255 }
    return histogram.percentile(0.99 * Double(kept) / Double(histogram.total))
  }

  /// The tiles that lie wholly inside the document; where they are few, those whose middle does.
  static func tiles(of tiles: TileGrid, in area: DocumentArea) -> [Int] {
    let xs = area.polygon.map(\.x)
    let ys = area.polygon.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return [] }
    let range = tiles.tileRange(
      columns: Int(max(0, left))..<Int(max(0, left, right.rounded(.up))),
      rows: Int(max(0, top))..<Int(max(0, top, bottom.rounded(.up))))
    var inside: [Int] = []
    var middles: [Int] = []
    for row in range.rows {
      for column in range.columns {
        let pixels = tiles.pixelRange(column: column, row: row)
        let x0 = Double(pixels.columns.lowerBound)
        let x1 = Double(pixels.columns.upperBound)
        let y0 = Double(pixels.rows.lowerBound)
        let y1 = Double(pixels.rows.upperBound)
        guard area.contains(PixelPoint(x: (x0 + x1) / 2, y: (y0 + y1) / 2)) else { continue }
        middles.append(tiles.index(column: column, row: row))
        let corners = [
          PixelPoint(x: x0, y: y0), PixelPoint(x: x1, y: y0), PixelPoint(x: x0, y: y1),
          PixelPoint(x: x1, y: y1),
        ]
        if corners.allSatisfy(area.contains) {
          inside.append(tiles.index(column: column, row: row))
        }
      }
    }
    return inside.count >= tileFloor ? inside : middles
  }
}
