/// Four lines that may be a document's sides, in order around it, with the corners they make.
package struct OutlineHypothesis: Sendable {
  /// The lines, side `i` running from corner `i` to corner `i + 1`.
  package var lines: [EdgeLine]
  /// The corners in reduced pixels, clockwise as seen on screen; they may lie outside the frame.
  package var corners: [SIMD2<Float>]
  /// The summed evidence of the sides, in pixels of clean edge.
  package var score: Float
  /// Whether one side is not seen as a line, but runs between the ends of its neighbours.
  package var isCompleted = false

  /// The signed area in square reduced pixels, positive for clockwise corners.
  var area: Float { corners.polygonArea }

  /// The corners as an outline in reduced pixels.
  var quadrilateral: Quadrilateral {
    Quadrilateral(corners: corners.map { PixelPoint(x: Double($0.x), y: Double($0.y)) })
  }

  /// The mean of the corners.
  var centre: SIMD2<Float> { (corners[0] + corners[1] + corners[2] + corners[3]) / 4 }

  /// Whether every corner of `other` lies inside, or outside by no more than `slack` pixels.
  func contains(_ other: OutlineHypothesis, slack: Float) -> Bool {
    other.corners.allSatisfy { contains($0, slack: slack) }
  }

  /// Whether a point lies inside, or outside by no more than `slack` pixels.
  func contains(_ point: SIMD2<Float>, slack: Float = 0) -> Bool {
    corners.indices.allSatisfy { index in
      let step = corners[(index + 1) & 3] - corners[index]
      let rest = point - corners[index]
      let length = max(1e-3, (step * step).sum().squareRoot())
      return step.x * rest.y - step.y * rest.x >= -slack * length
    }
  }

  /// The sides that run along the frame's borders.
  var frameSides: [Int] { lines.indices.filter { lines[$0].isFrame } }

  /// Whether all four sides are seen and all corners lie inside the frame.
  func isWhole(width: Float, height: Float) -> Bool {
    lines.allSatisfy { !$0.isFrame }
      && corners.allSatisfy { $0.x >= -1 && $0.y >= -1 && $0.x <= width + 1 && $0.y <= height + 1 }
  }

  /// The outline drawn together towards its centre by `share`.
  func shrunk(by share: Float) -> OutlineHypothesis {
    var copy = self
    let centre = centre
    copy.corners = corners.map { centre + ($0 - centre) * (1 - share) }
    return copy
  }

  /// The largest distance between corners of the same place; small for near-equal outlines.
  func distance(to other: OutlineHypothesis) -> Float {
    var least = Float.greatestFiniteMagnitude
    for shift in 0..<4 {
      var largest: Float = 0
      for index in 0..<4 {
        let step = corners[index] - other.corners[(index + shift) & 3]
        largest = max(largest, (step * step).sum())
      }
      least = min(least, largest)
    }
    return least.squareRoot()
  }

  /// How far the sides are turned against those of the outline around them: 0 where they run along
  /// with them, as a printed frame does, to 1 from some nine degrees on, as a card that lies on a
  /// page.
  func turn(against other: OutlineHypothesis) -> Float {
    var largest: Float = 0
    for line in lines where !line.isFrame {
      var least: Float = 1
      for side in other.lines where !side.isFrame {
        least = min(least, abs(line.normalX * side.normalY - line.normalY * side.normalX))
      }
      if least < 1 { largest = max(largest, least) }
    }
    return min(1, max(0, (largest - 0.05) / 0.1))
  }

  /// Whether this outline of lines makes a region's needless: the two are the same, or they are
  /// alike and this one's sides show more edge. A region is led astray by fingers and by glare.
  func supersedes(_ region: OutlineHypothesis) -> Bool {
    let apart = distance(to: region)
    return apart < 4
      || (apart < 0.22 * max(0, region.area).squareRoot() && score > region.score)
  }
}
