/// The light on what lies beside a document, where a dark part of it reaches the edge.
///
/// A shadow falls on the desk as well as on the document; a dark band, a photo or dark material ends
/// at the edge. Nothing need be known of the desk but that it is of one kind: tiles beside the dark
/// part are compared with those beside the rest, up to four tiles away from the outline.
struct ShadowSurroundings {
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
  /// The tiles that are compared, as a share of those that are darker: a shadow that covers a third
  /// of a dark part's edge, or leaves it aslant, still goes on there.
  private static let rank = 0.25

  /// The least light, 0 to 1, beside the rest: on a black desk a shadow does not show.
  private static let leastLight = 0.01

  private let columns: Int
  /// The tiles beside the document: where they lie, in cells of the document, and their light.
  private let beside: [(x: Double, y: Double, light: Double)]

  /// Collects the tiles beside an outline that `columns` by `rows` cells divide.
  init(
    _ tiles: TileGrid, outline: Quadrilateral, homography: Homography, columns: Int, rows: Int
  ) {
    self.columns = columns
    var beside: [(x: Double, y: Double, light: Double)] = []
    let reach = -Self.greatestShare..<1 + Self.greatestShare
    for index in tiles.tiles.indices where tiles.tiles[index].count > 0 {
      let middle = tiles.middle(ofTile: index)
      let distance = Self.distance(of: middle, beyond: outline) / Double(tiles.side)
      guard Self.distances.contains(distance) else { continue }
      let place = homography.document(middle)
      guard reach.contains(place.x), reach.contains(place.y) else { continue }
      beside.append(
        (
          place.x * Double(columns) - 0.5, place.y * Double(rows) - 0.5,
          LinearLight.share(ofLuma: LightCells.level(tiles, index))
        ))
    }
    self.beside = beside
  }

  /// The light beside some outermost cells over that beside the others; nil where too few tiles lie
  /// beside either, and where they are black.
  func ratio(beside ends: [Int]) -> Double? {
    var near: [Double] = []
    var far: [Double] = []
    for tile in beside {
      let nearest = ends.lazy.map { end in
        max(abs(tile.x - Double(end % columns)), abs(tile.y - Double(end / columns)))
      }.min()
      guard let nearest else { return nil }
      if nearest <= Self.nearCells { near.append(tile.light) }
      if nearest > Self.farCells { far.append(tile.light) }
    }
    guard near.count >= Self.leastTiles.near, far.count >= Self.leastTiles.far else { return nil }
    let rest = Self.ranked(far)
    return rest < Self.leastLight ? nil : Self.ranked(near) / rest
  }

  private static func ranked(_ values: [Double]) -> Double {
    values.value(ofRank: Int(rank * Double(values.count - 1)))
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
