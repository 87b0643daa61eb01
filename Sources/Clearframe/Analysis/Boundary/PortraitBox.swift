/// Tells the box of the portrait on an identity card from a document that lies on another one.
///
/// A bright box on a card has clearer sides than the card itself on a pale or busy ground. It is
/// told by its place: upright, parallel to the card's sides and off its middle, inside an outline
/// of the shape of an ID-1 card (ISO/IEC 7810: 85.60 x 53.98 mm), and of a portrait's size there.
enum PortraitBox {
  /// The size of an ID-1 card in millimetres.
  private static let cardSize = (long: 85.6, short: 53.98)
  /// How far a card's measured ratio of sides may be off: outlines whose lines lie on a card's
  /// coloured bands are off by nearly as much, and an A4 page (1.414) is off by more.
  private static let shapeTolerance = 0.1
  /// The widths and heights of portraits on cards, in millimetres: 35 x 45 at most, on card backs
  /// and small licences a good half of it.
  private static let widths = 15.0...36
  private static let heights = 20.0...46
  /// The width over the height: 0.78 by most standards.
  private static let ratios = 0.62...0.95
  /// The least distance of the box's middle from the card's along the card, over its length.
  private static let leastOffset = 0.1
  /// How far the box's opposite corners may be from the same position across it, in millimetres.
  private static let skew = 2.5
  /// How far a card's log-odds may lie under its box's, and the least that they may be: less is
  /// chance among many lines.
  static let lag: Float = 3.5
  static let leastLogit: Float = -1.5

  /// The first of the outlines, most probable first, on which the most probable one is the box of a
  /// portrait; nil where there is none.
  ///
  /// - Parameter frame: The size of the reduced image that the outlines lie in.
  static func card(
    among candidates: [BoundaryDetector.Candidate], frame: PixelSize
  ) -> Int? {
    guard let box = candidates.first,
      box.outline.isWhole(width: Float(frame.width), height: Float(frame.height))
    else { return nil }
    return candidates.indices.dropFirst().first { index in
      let other = candidates[index]
      return other.logit >= max(leastLogit, box.logit - lag)
        && other.outline.isWhole(width: Float(frame.width), height: Float(frame.height))
        && isBox(box.outline, on: other.outline, frame: frame)
    }
  }

  /// Whether one outline lies on another as a portrait's box lies on a card.
  static func isBox(
    _ box: OutlineHypothesis, on card: OutlineHypothesis, frame: PixelSize
  ) -> Bool {
    let outline = card.quadrilateral
    guard card.contains(box, slack: 1), let shape = PerspectiveRectangle(outline, frame: frame),
      let homography = Homography(outline)
    else { return false }
    let isWide = shape.aspectRatio >= 1
    let ratio = isWide ? shape.aspectRatio : 1 / shape.aspectRatio
    let expected = cardSize.long / cardSize.short
    guard abs(ratio / expected - 1) <= shapeTolerance else { return false }
    // Millimetres along and across the card.
    let corners = box.corners.map { corner in
      let place = homography.document(PixelPoint(x: Double(corner.x), y: Double(corner.y)))
      return isWide
        ? SIMD2(place.x * cardSize.long, place.y * cardSize.short)
        : SIMD2(place.y * cardSize.long, place.x * cardSize.short)
    }
    let along = corners.map(\.x).sorted()
    let across = corners.map(\.y).sorted()
    guard max(along[1] - along[0], along[3] - along[2]) <= skew,
      max(across[1] - across[0], across[3] - across[2]) <= skew
    else { return false }
    let width = (along[2] + along[3] - along[0] - along[1]) / 2
    let height = (across[2] + across[3] - across[0] - across[1]) / 2
    let middle = (along[0] + along[1] + along[2] + along[3]) / 4
    return widths.contains(width) && heights.contains(height) && ratios.contains(width / height)
      && abs(middle / cardSize.long - 0.5) >= leastOffset
  }
}
