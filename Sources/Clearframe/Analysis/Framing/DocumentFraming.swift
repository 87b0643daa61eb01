/// How the document's outline lies in the upright frame.
package struct DocumentFraming: Sendable, Hashable {
  /// The outline in upright pixels.
  package let outline: Quadrilateral
  /// The calibrated probability that the outline is the document's.
  package let confidence: Double
  /// The evidence of the four sides: side `i` runs from corner `i` to corner `i + 1`.
  package let sides: [BoundarySide]
  /// What speaks for a document that is cut off or whole, over all outlines.
  package let belief: OutlineBelief
  /// The size of the upright frame.
  package let frame: PixelSize
  /// What lies over the outline, in the order of its corners; nil where it was not looked for.
  package let cover: OutlineCover?

  /// How far a corner may lie outside, over the document's longer side, before it counts as cut
  /// off: outlines fitted to sharp edges are off by up to 0.3 % of a side.
  package static let reachTolerance = 0.004

  package init(
    _ boundary: DocumentBoundary, orientation: Orientation, storedSize: PixelSize,
    cover: OutlineCover? = nil
  ) {
    let upright = boundary.upright(orientation, stored: storedSize)
    outline = upright.outline
    confidence = upright.confidence
    sides = upright.sides
    belief = upright.belief
    frame = orientation.uprightSize(of: storedSize)
    let turned = boundary.outline.corners.map { orientation.upright($0, stored: storedSize) }
    let order = upright.outline.corners.map { corner in
      turned.indices.min { one, two in
        turned[one].distance(to: corner) < turned[two].distance(to: corner)
      } ?? 0
    }
    self.cover = cover?.reordered(order)
  }

  /// The lengths of the four sides in pixels: top, right, bottom, left.
  package var sideLengths: [Double] {
    let corners = outline.corners
    return (0..<4).map { corners[$0].distance(to: corners[($0 + 1) & 3]) }
  }

  /// The mean length of the two longer opposite sides, in pixels, at least 1.
  package var longSide: Double { max(1, pairMeans.max) }

  /// The mean length of the two shorter opposite sides, in pixels, at least 1.
  package var shortSide: Double { max(1, pairMeans.min) }

  private var pairMeans: (max: Double, min: Double) {
    let lengths = sideLengths
    let across = (lengths[0] + lengths[2]) / 2
    let down = (lengths[1] + lengths[3]) / 2
    return (max(across, down), min(across, down))
  }

  /// How far the document reaches beyond a side of the frame, over its longer side; negative
  /// where it stays inside.
  package func reach(beyond side: FrameSide) -> Double {
    let reaches = outline.corners.map { side.reach(of: $0, in: frame) }
    return (reaches.max() ?? 0) / longSide
  }

  /// The largest reach beyond any side of the frame.
  package var largestReach: Double {
    FrameSide.allCases.map { reach(beyond: $0) }.max() ?? 0
  }

  /// The sides of the frame that cut the document off: it reaches beyond them by more than the
  /// error of the outline, its own side there is not seen at all, or its paper goes on up to it.
  package var cuttingSides: [FrameSide] {
    FrameSide.allCases.filter { frameSide in
      if reach(beyond: frameSide) > Self.reachTolerance { return true }
      return sides.indices.contains(where: { index in
        sides[index].isUnseen && nearestFrameSide(ofSide: index) == frameSide
      })
    }
  }

  /// The side of the frame along which a side of the outline runs.
  private func nearestFrameSide(ofSide index: Int) -> FrameSide? {
    let corners = outline.corners
    let ends = [corners[index], corners[(index + 1) & 3]]
    return FrameSide.allCases.max { one, two in
      // The nearer both ends come to a side of the frame, the smaller the larger distance.
      distance(one, ends) > distance(two, ends)
    }
  }

  private func distance(_ side: FrameSide, _ points: [PixelPoint]) -> Double {
    points.map { abs(side.reach(of: $0, in: frame)) }.max() ?? 0
  }

  /// The share of the outline's length that the frame cuts off, 0 to 1.
  package var cutShare: Double {
    let lengths = sideLengths
    let total = lengths.reduce(0, +)
    guard total > 0, sides.count == 4 else { return 0 }
    let isCut = largestReach > Self.reachTolerance
    var lost = 0.0
    for index in 0..<4 {
      if sides[index].isUnseen {
        lost += lengths[index]
      } else if isCut {
        lost += (1 - min(max(sides[index].visibleShare, 0), 1)) * lengths[index]
      }
    }
    return lost / total
  }

  /// The square root of the share of the frame that the document takes up, 0 to 1: its size in
  /// each direction.
  package func frameShare(visibleArea: Double) -> Double {
    let area = Double(frame.area)
    return area > 0 ? (max(0, visibleArea) / area).squareRoot() : 0
  }

  /// The smallest distance of a corner from the frame's border over the frame's shorter side;
  /// negative where a corner lies outside.
  package var margin: Double {
    let reach = FrameSide.allCases.map { side in
      outline.corners.map { side.reach(of: $0, in: frame) }.max() ?? 0
    }.max()
    return -(reach ?? 0) / Double(max(1, frame.shortSide))
  }

  /// The side of the frame to which the document comes nearest.
  package var tightestSide: FrameSide {
    FrameSide.allCases.max { reach(beyond: $0) < reach(beyond: $1) } ?? .left
  }

  /// The largest departure of a corner's angle from 90 degrees, in degrees.
  package var cornerDeviation: Double {
    let corners = outline.corners
    var largest = 0.0
    for index in 0..<4 {
      let here = corners[index]
      let next = corners[(index + 1) & 3]
      let last = corners[(index + 3) & 3]
      let one = SIMD2(next.x - here.x, next.y - here.y)
      let two = SIMD2(last.x - here.x, last.y - here.y)
      let product = (one * two).sum()
      let sizes = ((one * one).sum() * (two * two).sum()).squareRoot()
      guard sizes > 0 else { continue }
      largest = max(largest, Angles.degrees(arcCosine: product / sizes).distance(to: 90).magnitude)
    }
    return largest
  }
}
