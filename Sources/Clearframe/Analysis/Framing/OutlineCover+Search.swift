extension OutlineCover {
  /// The least score of a covered place, in levels of luma and double chroma: covered corners of
  /// mock photos score 36 and more, open ones under 17.
  static let scoreFloor: Float = 28
  /// The least departure of a covering thing from the paper's hue in the same light, in levels of
  /// double chroma: fingers on mock documents depart by 25 and more.
  static let foreignColour: Float = 16
  /// Samples along a side.
  static let sampleCount = 48
  /// Distances from both sides at which a corner is looked at, over the document's shorter side:
  /// inside the rounding of a card's corners (3.18 of 54 mm) and as small as a fingertip on a page.
  static let cornerInsets: [Float] = [0.03, 0.045, 0.06]

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
        inside.append(Self.colour(image, point + inward * inset))
        outside.append(Self.colour(image, point - inward * outset))
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
        guard let inside = Self.colour(image, corners[corner] + (one + two) * depth) else {
          continue
        }
        let places = [
          -one * outset - two * outset, one * depth - two * outset, two * depth - one * outset,
          one * (2 * depth) - two * outset, two * (2 * depth) - one * outset,
        ]
        for place in places {
          guard let outside = Self.colour(image, corners[corner] + place) else { continue }
          if Self.isCovered(inside: inside, outside: outside, in: usual, rank: 1) {
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
    var shares: [Double] = []
    for side in 0..<4 {
      var covered = 0
      var seen = 0
      for index in 0..<Self.sampleCount {
        guard let inside = insides[side][index], let outside = outsides[side][index] else {
          continue
        }
        seen += 1
        // Two thirds of a side's samples may be of the covering thing itself.
        if Self.isCovered(
          inside: inside, outside: outside, in: usual, rank: Self.sampleCount * 2 / 3)
        {
          covered += 1
        }
      }
      shares.append(seen > 0 ? Double(covered) / Double(seen) : 0)
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
      paper = median(insides)
      desk = median(outsides)
    }
  }

  /// Whether a pair of colours inside and outside is of one thing over the outline: the nearer
  /// one's departure from the usual colours, less one and a half times the step between the two,
  /// is above `scoreFloor`. The `rank` most similar colours may be of the covering thing itself.
  static func isCovered(
    inside: SIMD3<Float>, outside: SIMD3<Float>, in usual: Surroundings, rank: Int
  ) -> Bool {
    guard usual.insides.count > rank + 2, usual.outsides.count > rank + 2 else { return false }
    let needed = scoreFloor + 1.5 * distance(inside, outside)
    let light = inside.x / max(1, usual.paper.x)
    let isShadow =
      light < 1 && distance(outside, usual.desk * light) < 12
      && distance(inside, usual.paper * light) < 10
    // Shadows, reflections and gray print keep the paper's hue; skin does not.
    let change = inside - usual.paper * light
    let isForeign = distance(SIMD3(0, change.y, change.z), SIMD3()) >= foreignColour
    if isShadow || !isForeign { return false }
    return departs(inside, from: usual.insides, by: needed, rank: rank)
      && departs(outside, from: usual.outsides, by: needed, rank: rank)
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

  private static func median(_ values: [SIMD3<Float>]) -> SIMD3<Float> {
    guard !values.isEmpty else { return SIMD3() }
    let middle = values.count / 2
    return SIMD3(
      values.map { $0.x }.value(ofRank: middle), values.map { $0.y }.value(ofRank: middle),
      values.map { $0.z }.value(ofRank: middle))
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

  /// The mean colour of nine working pixels, chroma around 0; nil at the border and beyond it.
  private static func colour(
    _ image: borrowing WorkingImage, _ point: SIMD2<Float>
  ) -> SIMD3<Float>? {
    guard point.x >= 1, point.y >= 1, point.x < Float(image.width - 1),
      point.y < Float(image.height - 1)
    else { return nil }
    let x = Int(point.x)
    let y = Int(point.y)
    var luma = 0
    var blue = 0
    var red = 0
    for row in y - 1...y + 1 {
      for column in x - 1...x + 1 {
        let index = row * image.width + column
        luma += Int(image.luma[index])
        if image.hasChroma {
          blue += Int(image.chromaBlue[index]) - 128
          red += Int(image.chromaRed[index]) - 128
        }
      }
    }
    return SIMD3(Float(luma), Float(blue), Float(red)) / 9
  }

  private static func length(_ vector: SIMD2<Float>) -> Float {
    (vector * vector).sum().squareRoot()
  }

  /// The direction into the document from a side of a clockwise outline.
  private static func inward(_ step: SIMD2<Float>) -> SIMD2<Float> { SIMD2(-step.y, step.x) }
}
