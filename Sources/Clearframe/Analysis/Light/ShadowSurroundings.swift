/// The light on what lies beside a document, where a dark part of it reaches the edge.
///
/// A shadow falls on the desk as well as on the document; a dark band, a photo or dark material ends
/// at the edge. Nothing need be known of the desk but that it is of one kind: tiles beside the dark
/// part are compared with those beside the rest, up to four tiles away from the outline.
enum ShadowSurroundings {
  /// How far from the outline tiles are taken, in sides of a tile; nearer ones hold its edge.
  private static let distances = 0.8...4.0
  /// How far beyond the outline at most, as a share of the document's side.
  private static let greatestShare = 0.25
  /// Tiles up to this many cells from the dark part lie beside it.
  private static let nearCells = 1.6
  /// Tiles from this many cells on lie beside the rest.
  private static let farCells = 2.5
  /// The tiles beside the dark part and beside the rest without which nothing is said.
  private static let leastTiles = (near: 3, far: 6)

  /// The median light beside the cells `ends` over that beside the others; nil where too few tiles
  /// lie beside either.
  static func ratio(
    _ tiles: TileGrid, outline: Quadrilateral, homography: Homography, ends: [Int], columns: Int,
    rows: Int
  ) -> Double? {
    var near: [Double] = []
    var far: [Double] = []
    for index in tiles.tiles.indices where tiles.tiles[index].count > 0 {
      let pixels = tiles.pixelRange(column: index % tiles.columns, row: index / tiles.columns)
      let middle = PixelPoint(
        x: Double(pixels.columns.lowerBound + pixels.columns.upperBound) / 2,
        y: Double(pixels.rows.lowerBound + pixels.rows.upperBound) / 2)
      let distance = distance(of: middle, beyond: outline) / Double(tiles.side)
      guard distances.contains(distance) else { continue }
      let place = homography.document(middle)
      let reach = -greatestShare..<1 + greatestShare
      guard reach.contains(place.x), reach.contains(place.y) else { continue }
      let x = place.x * Double(columns) - 0.5
      let y = place.y * Double(rows) - 0.5
      let nearest = ends.lazy.map { end in
        max(abs(x - Double(end % columns)), abs(y - Double(end / columns)))
      }.min()
      guard let nearest else { return nil }
      let light = LinearLight.share(ofLuma: LightEvenness.level(tiles, index))
      if nearest <= nearCells { near.append(light) }
      if nearest > farCells { far.append(light) }
    }
    guard near.count >= leastTiles.near, far.count >= leastTiles.far else { return nil }
    return LightEvenness.median(near) / max(1e-4, LightEvenness.median(far))
  }

  /// How far a point lies outside of a convex outline's sides, in pixels; negative inside.
  private static func distance(of point: PixelPoint, beyond outline: Quadrilateral) -> Double {
    let corners = outline.corners
    var greatest = -Double.infinity
    for (index, from) in corners.enumerated() {
      let to = corners[(index + 1) % corners.count]
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let length = max(1e-9, (dx * dx + dy * dy).squareRoot())
      // The inside of a clockwise outline lies to the right of its sides.
      greatest = max(greatest, (dy * (point.x - from.x) - dx * (point.y - from.y)) / length)
    }
    return greatest
  }
}
