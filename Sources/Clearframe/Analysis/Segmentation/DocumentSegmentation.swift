/// What a network sees in a reduced image: where the document is, and where its outline runs.
struct DocumentSegmentation: Sendable {
  /// The number of columns of the maps.
  let width: Int
  /// The number of rows of the maps.
  let height: Int
  /// The probability that a place is on the document, row by row.
  let inside: [Float]
  /// The probability that the document's outline runs through a place, row by row.
  let outline: [Float]

  /// Maps of `width * height` probabilities each, row by row; at least two columns and rows.
  init(width: Int, height: Int, inside: [Float], outline: [Float]) {
    precondition(width >= 2 && height >= 2)
    precondition(inside.count == width * height && outline.count == width * height)
    self.width = width
    self.height = height
    self.inside = inside
    self.outline = outline
  }

  /// Runs the network on a reduced image, in each of the ways that it is to be seen.
  init(of image: ReducedImage, _ mirrorings: [Mirroring] = [.none]) {
    let marks = MarkingNetwork.segmentation.marks(on: image, mirrorings)
    self.init(width: marks.width, height: marks.height, inside: marks.first, outline: marks.second)
  }

  /// The share of the picture that is the document's, 0 to 1.
  var insideShare: Float { inside.reduce(0, +) / Float(inside.count) }

  /// Whether a point, in places of the maps, lies in them.
  func contains(_ point: SIMD2<Float>) -> Bool {
    point.x >= 0 && point.y >= 0 && point.x <= Float(width) && point.y <= Float(height)
  }

  /// The value of one of the maps at a point, between the middles of four places by their
  /// distances.
  func value(of map: [Float], at point: SIMD2<Float>) -> Float {
    let x = min(max(point.x - 0.5, 0), Float(width - 1))
    let y = min(max(point.y - 0.5, 0), Float(height - 1))
    let column = min(Int(x), width - 2)
    let row = min(Int(y), height - 2)
    let across = x - Float(column)
    let down = y - Float(row)
    let place = row * width + column
    let above = map[place] * (1 - across) + map[place + 1] * across
    let below = map[place + width] * (1 - across) + map[place + width + 1] * across
    return above * (1 - down) + below * down
  }
}
