extension DocumentSegmentation {
  /// The probabilities above which places are put together to regions: even odds and both sides of
  /// them.
  static let regionLevels: [Float] = [0.25, 0.5, 0.75]
  /// The least share of the map that a region covers.
  static let regionFloor = 0.015
  /// The largest share: more is a page that fills the frame.
  static let regionLimit = 0.96
  /// The least share of its quadrilateral that a region fills; less than of regions of one colour,
  /// since the map's borders are ragged.
  static let fillFloor: Float = 0.75
  /// How far the openings of the map reach: lines between tiles and letters on newsprint that are
  /// taken for the document beside it hang on it by a place or two.
  static let openingReaches = [0, 2]
  /// How far corners of outlines that are the same one are apart, in reduced pixels.
  static let sameDistance: Float = 5

  /// Outlines around the places that are the document's, their sides moved to the edges near them.
  func outlines(edges: EdgeMap, image: ReducedImage) -> [OutlineHypothesis] {
    let plane = CoarsePlane(columns: width, rows: height, values: inside)
    let scale = SIMD2(Float(image.width) / Float(width), Float(image.height) / Float(height))
    let cells = Double(width * height)
    let areas = Int(Self.regionFloor * cells)...Int(Self.regionLimit * cells)
    var found: [OutlineHypothesis] = []
    var runs = MaskRuns()
    for plane in Self.openingReaches.map({ plane.opened(radius: $0) }) {
      for level in Self.regionLevels {
        runs.label(plane, above: level)
        for root in runs.roots(areas: areas) {
          guard let shape = runs.shape(of: root), let quad = HullQuad(shape.hull),
            Float(shape.filledArea) >= Self.fillFloor * quad.area
          else { continue }
          let region = PictureRegion(
            corners: quad.corners.map { $0 * scale }, fill: Float(shape.filledArea) / quad.area,
            votes: 1)
          guard let outline = region.outline(edges: edges, image: image),
            !found.contains(where: { $0.distance(to: outline) < Self.sameDistance })
          else { continue }
          found.append(outline)
        }
      }
    }
    return found
  }
}
