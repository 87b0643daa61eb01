/// Small pictures around places on a document's outline, turned so that the document lies below (at
/// a corner, below and to the right), as `CoverNetwork` sees them.
struct OutlinePatches {
  /// The places on each side, the first of which is its corner.
  static let placesPerSide = 8
  /// How far the two patches of a place reach from it, over the document's shorter side: half of a
  /// finger on a card, and on a page.
  static let reaches: [Float] = [0.2, 0.07]
  /// The distances from the outline at which the usual colours are taken, over the document's shorter
  /// side, and at least in working pixels.
  static let inset: (share: Float, least: Float) = (0.045, 3.5)
  /// See `inset`.
  static let outset: (share: Float, least: Float) = (0.03, 4)
  /// Places along a side at which the usual colours are taken.
  static let sampleCount = 48
  /// What is at most as bright along the outline as the level that colours are divided by.
  static let levelShare = 0.95
  /// The least such level: less is noise.
  static let levelFloor: Float = 24
  /// What luma and chroma are multiplied by, to be of about the same size.
  static let scale = SIMD3<Float>(2, 4, 4)
  /// The least shorter side of a document that is looked at, in working pixels.
  static let leastSide: Float = 24

  /// The outline's corners in working pixels.
  let corners: [SIMD2<Float>]
  /// The colours just outside each side, as far as they lie in the frame.
  let outsides: [[SIMD3<Float>]]
  private let steps: [SIMD2<Float>]
  private let lengths: [Float]
  /// The mean of the two shorter sides, in working pixels.
  let short: Float
  /// How far outside the outline the usual colours are taken, in working pixels.
  private let outset: Float
  /// The colour of most of what lies around the document.
  private let desk: SIMD3<Float>
  /// The colour of most of the document along its outline.
  private let paper: SIMD3<Float>
  private let level: Float

  /// Looks along an outline in stored pixels; nil where it is too small, or too little of it lies in
  /// the frame, to tell anything.
  init?(_ outline: Quadrilateral, in image: borrowing WorkingImage) {
    let scale = Float(image.factor)
    let corners = outline.corners.map { SIMD2(Float($0.x), Float($0.y)) / scale }
    let lengths = (0..<4).map { OutlineCover.length(corners[($0 + 1) & 3] - corners[$0]) }
    let short = min(lengths[0] + lengths[2], lengths[1] + lengths[3]) / 2
    guard short > Self.leastSide, corners.allSatisfy({ abs($0.x) < 1e6 && abs($0.y) < 1e6 }),
      lengths.allSatisfy({ $0 > 8 })
    else { return nil }
    self.corners = corners
    self.lengths = lengths
    self.short = short
    let inset = max(Self.inset.least, Self.inset.share * short)
    outset = max(Self.outset.least, Self.outset.share * short)
    steps = (0..<4).map { (corners[($0 + 1) & 3] - corners[$0]) / lengths[$0] }
    var insides: [SIMD3<Float>] = []
    var outsides: [[SIMD3<Float>]] = []
    for side in 0..<4 {
      var outsidesOfSide: [SIMD3<Float>] = []
      let inward = OutlineCover.inward(steps[side])
      for index in 0..<Self.sampleCount {
        let place = (Float(index) + 0.5) / Float(Self.sampleCount) * lengths[side]
        let point = corners[side] + steps[side] * place
        if let colour = image.meanColor(at: point + inward * inset) { insides.append(colour) }
        if let colour = image.meanColor(at: point - inward * outset) {
          outsidesOfSide.append(colour)
        }
      }
      outsides.append(outsidesOfSide)
    }
    self.outsides = outsides
    guard insides.count >= 8 else { return nil }
    // A document that fills the frame has nothing around it.
    let around = outsides.reduce([], +)
    let surroundings = around.count < 8 ? insides : around
    paper = insides.medianOfLanes()
    desk = surroundings.medianOfLanes()
    let lumas = (insides + surroundings).map(\.x)
    level = max(
      Self.levelFloor, lumas.value(ofRank: Int(Double(lumas.count) * Self.levelShare) - 1))
  }

  /// Whether a place on a side lies in the frame, and what is beside the side there, too; of a
  /// corner, only the place itself.
  func isSeen(_ place: Int, ofSide side: Int, in image: borrowing WorkingImage) -> Bool {
    let point = point(place, ofSide: side)
    let beside = point - OutlineCover.inward(steps[side]) * outset
    return image.contains(point) && (place == 0 || image.contains(beside))
  }

  /// The point of a place on a side, in working pixels.
  func point(_ place: Int, ofSide side: Int) -> SIMD2<Float> {
    corners[side]
      + steps[side] * (lengths[side] * Float(place) / Float(Self.placesPerSide))
  }

  /// The two patches around a place on a side: for each of `CoverNetwork.side` squared places, row
  /// by row, and each of `reaches`, how much luma and chroma depart from the desk's and from the
  /// paper's, and whether the place lies on the document (1), beside it (0) or beyond the frame (-1).
  func patches(at place: Int, ofSide side: Int, in image: borrowing WorkingImage) -> [Float] {
    let count = CoverNetwork.side
    let along = steps[side]
    let across = place == 0 ? -steps[(side + 3) & 3] : OutlineCover.inward(along)
    let middle = point(place, ofSide: side)
    let factor = Self.scale / level
    var result = [Float](repeating: 0, count: count * count * CoverNetwork.planes)
    for (index, reach) in Self.reaches.enumerated() {
      let cell = 2 * reach * short / Float(count)
      let gap = (2 * Int(cell / 2) + 1) / 3
      let first = 0.5 * cell - reach * short
      var target = 7 * index
      for row in 0..<count {
        let start = middle + across * (Float(row) * cell + first)
        for column in 0..<count {
          defer { target += CoverNetwork.planes }
          let point = start + along * (Float(column) * cell + first)
          guard image.contains(point) else {
            result[target + 6] = -1
            continue
          }
          let colour = image.meanColor(at: point, gap: gap)
          let fromDesk = (colour - desk) * factor
          let fromPaper = (colour - paper) * factor
          for lane in 0..<3 {
            result[target + lane] = fromDesk[lane]
            result[target + 3 + lane] = fromPaper[lane]
          }
          result[target + 6] = contains(point) ? 1 : 0
        }
      }
    }
    return result
  }

  /// Whether a point, in working pixels, lies inside the outline.
  private func contains(_ point: SIMD2<Float>) -> Bool {
    for side in 0..<4 {
      let away = point - corners[side]
      if steps[side].x * away.y - steps[side].y * away.x <= 0 { return false }
    }
    return true
  }
}
