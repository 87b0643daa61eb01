extension OutlineCover {
  /// The least departure of a covered place inside the outline from the document's usual colours,
  /// in levels of luma and double chroma, beside `stepWeight` times the step to the place outside:
  /// of some 1,200 outlines with open corners, real and mock, none reached it with the rest.
  static let insideFloor: Float = 28
  /// What the step between the places inside and outside counts against the inside's departure.
  static let stepWeight: Float = 1.5
  /// The least departure of the place outside from the desk's usual colours, beside a quarter of
  /// the step: skin is like wood, and fingertips on it depart by 18 and more, while the desk that
  /// shows in a corner that was fitted too far out departs by 13 at most.
  static let outsideFloor: Float = 14
  /// The least departure of a covering thing from the paper's hue in the same light, in levels of
  /// double chroma: fingers on mock documents depart by 25 and more.
  static let foreignColour: Float = 16
  /// The least departure of a thing without hue from the document's usual colours.
  static let darkFloor: Float = 40
  /// The least departure of the desk under a thing without hue.
  static let darkOutsideFloor: Float = 12
  /// The largest luma of a thing without hue over the paper's: telephones have a quarter at
  /// most; print and frames on gray pictures 0.65 and more.
  static let darkLight: Float = 0.6
  /// How much of the usual step, in the place's light, may be left over a thing without hue. A
  /// shadow keeps the step in proportion, telephones and sheets leave 0.05 at most.
  static let darkStep: Float = 0.12
  /// The step that noise alone leaves over a black thing, in levels, and how much of the usual step
  /// it may be at most.
  static let darkNoise: (levels: Float, step: Float) = (4, 0.3)
  /// The luma over the usual one below which no shadow is taken for the reason.
  static let shadowFloor: Float = 0.3
  /// How many of the some twenty colours along a corner's two sides may be of a second finger.
  static let otherCover = 3
  /// Samples along a side.
  static let sampleCount = 48
  /// Distances from both sides at which a corner is looked at, over the document's shorter side:
  /// inside the rounding of a card's corners (3.18 of 54 mm) and as small as a fingertip on a page.
  static let cornerInsets: [Float] = [0.024, 0.03, 0.045, 0.06]
  /// The inset below which a little of the desk may show at a round corner, so that the place
  /// outside must depart as clearly as the one inside.
  static let roundInset: Float = 0.03

  /// Looks along an outline in stored pixels.
  package init(_ outline: Quadrilateral, in image: borrowing WorkingImage) {
    let scale = Float(image.factor)
    let corners = outline.corners.map { SIMD2(Float($0.x), Float($0.y)) / scale }
    let lengths = (0..<4).map { Self.length(corners[($0 + 1) & 3] - corners[$0]) }
    let short = min(lengths[0] + lengths[2], lengths[1] + lengths[3]) / 2
    guard short > 24, corners.allSatisfy({ abs($0.x) < 1e6 && abs($0.y) < 1e6 }),
      lengths.allSatisfy({ $0 > 8 })
    else {
      self = .none
      return
    }
    let steps = (0..<4).map { (corners[($0 + 1) & 3] - corners[$0]) / lengths[$0] }
    let outset = max(4, 0.03 * short)
    let inset = max(3.5, 0.045 * short)
    var insides: [[SIMD3<Float>?]] = []
    var outsides: [[SIMD3<Float>?]] = []
    for side in 0..<4 {
      let inward = Self.inward(steps[side])
      var inside: [SIMD3<Float>?] = []
      var outside: [SIMD3<Float>?] = []
      for index in 0..<Self.sampleCount {
        let place = (Float(index) + 0.5) / Float(Self.sampleCount) * lengths[side]
        let point = corners[side] + steps[side] * place
        inside.append(image.meanColor(at: point + inward * inset))
        outside.append(image.meanColor(at: point - inward * outset))
      }
      insides.append(inside)
      outsides.append(outside)
    }

    var isCovered: [Bool] = []
    for corner in 0..<4 {
      let last = (corner + 3) & 3
      // Along the corner's two sides, from their middles: a finger over the corner stays away.
      let usualInside = Self.middle(insides[corner]) + Self.middle(insides[last])
      let usualOutside = Self.middle(outsides[corner]) + Self.middle(outsides[last])
      let one = steps[corner]
      let two = -steps[last]
      let usual = Surroundings(insides: usualInside, outsides: usualOutside)
      var isFound = false
      for share in Self.cornerInsets {
        let depth = max(3.5, share * short)
        guard let inside = image.meanColor(at: corners[corner] + (one + two) * depth) else {
          continue
        }
        let places = [
          -one * outset - two * outset, one * depth - two * outset, two * depth - one * outset,
          one * (2 * depth) - two * outset, two * (2 * depth) - one * outset,
        ]
        for place in places {
          guard let outside = image.meanColor(at: corners[corner] + place) else { continue }
          let isRound = share < Self.roundInset
          if Self.isCovered(
            inside: inside, outside: outside, in: usual, insideRank: Self.otherCover,
            outsideRank: 1, isStrict: isRound)
            || !isRound && Self.isUnderDarkThing(inside: inside, outside: outside, in: usual)
          {
            isFound = true
          }
        }
      }
      isCovered.append(isFound)
    }

    // Along all four sides, so that a hand over half a side does not become the usual.
    let usual = Surroundings(
      insides: insides.flatMap { $0 }.compactMap { $0 },
      outsides: outsides.flatMap { $0 }.compactMap { $0 })
    let departure = PerspectiveRectangle(outline, frame: image.storedSize)?.departureDegrees ?? 0
    var shares: [Double] = []
    for side in 0..<4 {
      var covered = 0
      var seen = 0
      for index in 0..<Self.sampleCount {
        guard let inside = insides[side][index], let outside = outsides[side][index] else {
          continue
        }
        seen += 1
        // As many samples as a whole side has may be of the covering thing itself.
        if Self.isCovered(
          inside: inside, outside: outside, in: usual, insideRank: Self.sampleCount,
          outsideRank: Self.sampleCount)
        {
          covered += 1
        }
      }
      let isOverlapped = Self.isOverlapped(
        from: corners[side], to: corners[(side + 1) & 3], short: short,
        outsides: outsides[side].compactMap { $0 }, departure: departure, in: image)
      shares.append(isOverlapped ? 1 : seen > 0 ? Double(covered) / Double(seen) : 0)
    }
    self.init(isCornerCovered: isCovered, sideShares: shares)
  }

  /// The usual colours on both sides of an outline.
  struct Surroundings {
    let insides: [SIMD3<Float>]
    let outsides: [SIMD3<Float>]
    /// The colour of most of the document along its outline.
    let paper: SIMD3<Float>
    /// The colour of most of what lies around it.
    let desk: SIMD3<Float>

    init(insides: [SIMD3<Float>], outsides: [SIMD3<Float>]) {
      self.insides = insides
      self.outsides = outsides
      paper = insides.medianOfLanes()
      desk = outsides.medianOfLanes()
    }
  }

  /// Whether a pair of colours inside and outside is of one thing over the outline, of another hue
  /// than the paper's: both depart from the usual colours, the inside (where `isStrict`, both) by
  /// much more than the step between the two. The most similar colours, up to the ranks, may be of
  /// the covering thing.
  static func isCovered(
    inside: SIMD3<Float>, outside: SIMD3<Float>, in usual: Surroundings, insideRank: Int,
    outsideRank: Int, isStrict: Bool = false
  ) -> Bool {
    guard usual.insides.count > insideRank + 2, usual.outsides.count > outsideRank + 2 else {
      return false
    }
    let light = inside.x / max(1, usual.paper.x)
    // Shadows, reflections and gray print keep the paper's hue; skin does not.
    let change = inside - usual.paper * light
    let isForeign = distance(SIMD3(0, change.y, change.z), SIMD3()) >= foreignColour
    if !isForeign || isShadow(inside: inside, outside: outside, in: usual) { return false }
    let step = distance(inside, outside)
    let needed = insideFloor + stepWeight * step
    return departs(inside, from: usual.insides, by: needed, rank: insideRank)
      && departs(
        outside, from: usual.outsides, by: isStrict ? needed : outsideFloor + step / 4,
        rank: outsideRank)
  }

  /// Whether a pair of colours is of one thing over a corner that is darker than the paper and of
  /// no other hue, such as a telephone: it departs from both sides' colours, and the step across
  /// the outline, which a shadow keeps in proportion to its light, is gone.
  static func isUnderDarkThing(
    inside: SIMD3<Float>, outside: SIMD3<Float>, in usual: Surroundings
  ) -> Bool {
    guard usual.insides.count > otherCover + 2, usual.outsides.count > 3 else { return false }
    let light = inside.x / max(1, usual.paper.x)
    let step = distance(inside, outside)
    let shadowStep = light * distance(usual.paper, usual.desk)
    guard light < darkLight,
      step < max(darkStep * shadowStep, min(darkNoise.levels, darkNoise.step * shadowStep)),
      !isShadow(inside: inside, outside: outside, in: usual)
    else { return false }
    return departs(
      inside, from: usual.insides, by: darkFloor + stepWeight * step, rank: otherCover)
      && departs(outside, from: usual.outsides, by: darkOutsideFloor + stepWeight * step, rank: 1)
  }

  /// Whether both colours are the usual ones in less light.
  private static func isShadow(
    inside: SIMD3<Float>, outside: SIMD3<Float>, in usual: Surroundings
  ) -> Bool {
    let light = inside.x / max(1, usual.paper.x)
    return light < 1 && light > shadowFloor && distance(outside, usual.desk * light) < 12
      && distance(inside, usual.paper * light) < 10
  }

  /// Whether at most `rank` of the colours are as near as `limit`.
  private static func departs(
    _ colour: SIMD3<Float>, from colours: [SIMD3<Float>], by limit: Float, rank: Int
  ) -> Bool {
    var near = 0
    for other in colours where distance(colour, other) <= limit {
      near += 1
      if near > rank { return false }
    }
    return true
  }

  /// Colours from the middle of a side, about eight of them.
  private static func middle(_ values: [SIMD3<Float>?]) -> [SIMD3<Float>] {
    let first = values.count * 3 / 10
    let end = values.count * 7 / 10
    return stride(from: first, to: end, by: 2).compactMap { values[$0] }
  }

  /// The length of a difference of colours; chroma counts double, as in `SideStrips`' units it
  /// spans half the range of luma.
  static func distance(_ one: SIMD3<Float>, _ two: SIMD3<Float>) -> Float {
    let difference = (one - two) * SIMD3(1, 2, 2)
    return (difference * difference).sum().squareRoot()
  }

  static func length(_ vector: SIMD2<Float>) -> Float {
    (vector * vector).sum().squareRoot()
  }

  /// The direction into the document from a side of a clockwise outline.
  static func inward(_ step: SIMD2<Float>) -> SIMD2<Float> { SIMD2(-step.y, step.x) }
}
