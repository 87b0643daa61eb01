extension PortraitBox {
  /// The widths over heights, or heights over widths, of a portrait as it appears; cards and
  /// booklets, which may lie on a sheet that runs out of the frame, have 0.63 and 0.70.
  private static let cutRatios: ClosedRange<Float> = 0.72...0.92
  /// The share of the seen part of the card that the box takes up.
  private static let cutShares: ClosedRange<Float> = 0.08...0.35
  /// How far the colour around the box may be from that inside the card's sides, in levels and in
  /// grains of the picture: both are the card's own.
  private static let cutColour: (levels: Float, grains: Float) = (8, 3)
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
    let cards = candidates.indices.dropFirst().filter { index in
      let other = candidates[index]
      let frames = other.outline.lines.count { $0.isFrame }
      return other.logit >= max(leastLogit, box.logit - lag) && (1...2).contains(frames)
        && cutShares.contains(area / max(1, other.outline.area))
        && other.outline.contains(box.outline, slack: 1)
        && box.outline.turn(against: other.outline) == 0
    }
    guard !cards.isEmpty else { return nil }
    let grain = OutlineMargin.grain(of: reduced)
    let around = OutlineMargin(of: box.outline, in: reduced, grain: grain)
    guard around.sideCount == 4, around.plainness <= cutPlainness else { return nil }
    let reach = cutColour.levels + cutColour.grains * grain
    return cards.first { index in
      let margin = OutlineMargin(of: candidates[index].outline, in: reduced, grain: grain)
      let change = margin.inside - around.outside
      return margin.sideCount >= 2 && (change * change).sum() <= reach * reach
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
