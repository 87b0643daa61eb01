extension PortraitBox {
  /// The widths over heights, or heights over widths, of a portrait as it appears; cards and
  /// booklets, which may lie on a sheet that runs out of the frame, have 0.63 and 0.70. Seen at an
  /// angle, portraits come near a square.
  private static let cutRatios: ClosedRange<Float> = 0.72...0.97
  /// The share of the seen part of the card that the box takes up.
  private static let cutShares: ClosedRange<Float> = 0.08...0.35
  /// How far the colour around the box may be from that inside one of the card's sides, in levels
  /// and in grains of the picture: both are the card's own.
  private static let cutColour: (levels: Float, grains: Float) = (8, 3)
  /// The largest sine of the angle between a side of the card and those of the box, as seen from
  /// straight above: on generated photos cards' own sides have 0.012, chance lines 0.1 and more.
  private static let cutTurn = 0.05
  /// How much plainer the box may be along its sides than what is around it: a card on a printed
  /// page is plainer, a portrait on a card is not.
  private static let cutPlainness: Float = 0.2

  /// The first of the outlines, most probable first, that the frame cuts off and on which the most
  /// probable one is the box of a portrait; nil where there is none.
  ///
  /// The card's size is not known where a side is out of sight, so that the box's own shape, its
  /// direction and the colour around it must tell.
  static func cutCard(
    among candidates: [BoundaryDetector.Candidate], in reduced: ReducedImage
  ) -> Int? {
    guard let box = candidates.first, cutRatios.contains(ratio(of: box.outline)) else { return nil }
    let width = Float(reduced.width)
    let height = Float(reduced.height)
    guard box.outline.isWhole(width: width, height: height) else { return nil }
    let area = box.outline.area
    let cards = candidates.indices.dropFirst().compactMap {
      index -> (index: Int, isAligned: [Bool])? in
      let other = candidates[index]
      let frames = other.outline.frameSides.count
      guard other.logit >= max(leastLogit, box.logit - lag), (1...2).contains(frames),
        cutShares.contains(area / max(1, other.outline.area)),
        other.outline.contains(box.outline, slack: 1)
      else { return nil }
      let isAligned = alignedSides(of: other.outline, to: box.outline)
      return isAligned.count { $0 } >= 2 ? (index, isAligned) : nil
    }
    guard !cards.isEmpty else { return nil }
    let grain = OutlineMargin.grain(of: reduced)
    let around = OutlineMargin(of: box.outline, in: reduced, grain: grain)
    guard around.sideCount == 4, around.plainness <= cutPlainness else { return nil }
    let reach = cutColour.levels + cutColour.grains * grain
    let card = cards.first { index, isAligned in
      let margin = OutlineMargin(of: candidates[index].outline, in: reduced, grain: grain)
      return margin.sideCount >= 2
        && margin.sides.indices.contains { side in
          guard isAligned[side], let colour = margin.sides[side] else { return false }
          let change = colour - around.outside
          return (change * change).sum() <= reach * reach
        }
    }
    return card?.index
  }

  /// Which sides of a card are seen and run along the sides of a box on it, as seen from straight
  /// above the box: in the picture they do not, as what is farther away is smaller.
  static func alignedSides(of card: OutlineHypothesis, to box: OutlineHypothesis) -> [Bool] {
    guard let homography = Homography(box.quadrilateral) else {
      return [false, false, false, false]
    }
    let places = card.corners.map { corner in
      homography.document(PixelPoint(x: Double(corner.x), y: Double(corner.y)))
    }
    return (0..<4).map { side in
      guard !card.lines[side].isFrame else { return false }
      let across = abs(places[(side + 1) & 3].x - places[side].x)
      let down = abs(places[(side + 1) & 3].y - places[side].y)
      let length = (across * across + down * down).squareRoot()
      return min(across, down) <= cutTurn * length
    }
  }

  /// The shorter over the longer of an outline's mean sides.
  private static func ratio(of outline: OutlineHypothesis) -> Float {
    let sides = (0..<4).map { index -> Float in
      let step = outline.corners[(index + 1) & 3] - outline.corners[index]
      return (step * step).sum().squareRoot()
    }
    let across = sides[0] + sides[2]
    let down = sides[1] + sides[3]
    return min(across, down) / max(1, max(across, down))
  }
}
