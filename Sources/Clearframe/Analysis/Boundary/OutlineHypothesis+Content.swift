extension OutlineHypothesis {
  /// The shape of an outline that lies inside an image; nil for one that does not, or that is not
  /// convex.
  func wholeShape(in image: ReducedImage) -> PerspectiveRectangle? {
    guard isWhole(width: Float(image.width), height: Float(image.height)) else { return nil }
    return PerspectiveRectangle(
      quadrilateral, frame: PixelSize(width: image.width, height: image.height))
  }

  /// The indexes of pixels spread evenly over a part of an outline, row by row of what it encloses;
  /// nil for an outline that is not convex.
  ///
  /// - Parameters:
  ///   - part: What is sampled in both directions, as a share of the sides.
  ///   - count: The pixels in each direction.
  func samples(of part: ClosedRange<Double>, count: Int, in image: ReducedImage) -> [Int]? {
    guard let homography = Homography(quadrilateral) else { return nil }
    let step = (part.upperBound - part.lowerBound) / Double(count)
    var indexes: [Int] = []
    indexes.reserveCapacity(count * count)
    for row in 0..<count {
      for column in 0..<count {
        let point = homography.picture(
          u: part.lowerBound + (Double(column) + 0.5) * step,
          v: part.lowerBound + (Double(row) + 0.5) * step)
        let x = min(max(Int(point.x), 0), image.width - 1)
        let y = min(max(Int(point.y), 0), image.height - 1)
        indexes.append(y * image.width + x)
      }
    }
    return indexes
  }
}
