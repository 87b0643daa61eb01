/// What lies in an outline and around it, straightened to a small square, as `ViewNetwork` sees it.
///
/// The outline fills the middle three fifths, its longer sides running across. Samples are means over
/// about what a place covers of the reduced image.
struct OutlineView {
  /// The columns and rows of the view.
  static let side = 64
  /// The numbers at each place: luma, Cb and Cr over the view's bright level, and whether the place
  /// lies in the frame (1) or beyond it (0, as are the others there).
  static let planes = 4
  /// Where the outline begins and ends, over the view's side.
  static let extent: ClosedRange<Double> = 0.2...0.8
  /// The share of the view's places that are at most as bright as the level.
  static let levelShare = 0.95
  /// The least such level: less is noise.
  static let levelFloor: Float = 24
  /// The largest coordinate, in reduced pixels, of a corner that is looked at.
  static let cornerLimit: Float = 1e5

  /// `planes` numbers for each of `side` by `side` places, row by row.
  let values: [Float]

  /// A view by its values.
  init(values: [Float]) {
    precondition(values.count == Self.side * Self.side * Self.planes)
    self.values = values
  }

  /// Looks at an outline; nil where it is no convex quadrilateral of finite size.
  init?(of outline: OutlineHypothesis, in image: ReducedImage) {
    let corners = outline.corners
    guard corners.allSatisfy({ max(abs($0.x), abs($0.y)) <= Self.cornerLimit }) else { return nil }
    let lengths = (0..<4).map { index -> Float in
      (corners[(index + 1) & 3] - corners[index]).squaredLength.squareRoot()
    }
    let first = lengths[1] + lengths[3] > lengths[0] + lengths[2] ? 1 : 0
    let points = outline.quadrilateral.corners
    let turned = Quadrilateral(corners: (0..<4).map { points[(first + $0) & 3] })
    guard let homography = Homography(turned) else { return nil }
    let places = Float(Self.extent.upperBound - Self.extent.lowerBound) * Float(Self.side)
    let cell = lengths.reduce(0, +) / 4 / places
    values = Self.values(of: image, by: homography, gap: Int(cell / 3 + 0.5))
  }

  private static func values(
    of image: ReducedImage, by homography: Homography, gap: Int
  ) -> [Float] {
    let positions = (0..<side).map { index in
      ((Double(index) + 0.5) / Double(side) - extent.lowerBound)
        / (extent.upperBound - extent.lowerBound)
    }
    var values = [Float](repeating: 0, count: side * side * planes)
    var lumas = [Float](repeating: 0, count: side * side)
    for (row, v) in positions.enumerated() {
      for (column, u) in positions.enumerated() {
        guard homography.isInFront(u: u, v: v) else { continue }
        let point = homography.picture(u: u, v: v)
        guard point.x >= 0, point.y >= 0, point.x < Double(image.width),
          point.y < Double(image.height)
        else { continue }
        let colour = image.meanColor(column: Int(point.x), row: Int(point.y), gap: gap)
        let place = row * side + column
        lumas[place] = colour.x
        for lane in 0..<3 { values[place * planes + lane] = colour[lane] }
        values[place * planes + 3] = 1
      }
    }
    let level = max(levelFloor, lumas.value(ofRank: Int(levelShare * Double(lumas.count)) - 1))
    for place in lumas.indices where values[place * planes + 3] > 0 {
      let start = place * planes
      values[start] = values[start] / level * 2 - 1
      values[start + 1] *= 4 / level
      values[start + 2] *= 4 / level
    }
    return values
  }
}
