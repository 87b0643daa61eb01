#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A quarter of one side of a document's outline, and how blurred it is there.
struct OutlineSegment: Sendable, Hashable {
  /// The side, 0 to 3.
  let side: Int
  /// The middle of its edges, in working pixels.
  let x: Double
  let y: Double
  /// The median width of its edges, in pixels of the view.
  let width: Double
  /// Edges for each working pixel of its length.
  let coverage: Double

  private static let partsOfSide = 4
  /// The share of a side that is left out at both its ends: corners are round.
  private static let cornerShare = 0.03
  /// How far an edge may lie from the side, as a share of the longest side.
  private static let reach = 0.03
  /// The radians by which a direction may differ from the side's normal.
  private static let tolerance = 0.3
  private static let leastEdges = 6
  /// Sparser edges are those of folds and of things on the desk.
  private static let leastCoverage = 0.25
  /// The mean contrast in levels of a document's outline; of a fainter one as much comes from the
  /// ground below and from shadow. Blur leaves a step's contrast as it is.
  private static let leastContrast = 24.0
  /// Sides with fewer known segments tell nothing about growth along them.
  private static let leastSegmentsOfSide = 2

  init(side: Int, x: Double, y: Double, width: Double, coverage: Double) {
    self.side = side
    self.x = x
    self.y = y
    self.width = width
    self.coverage = coverage
  }

  /// The segments that have edges enough.
  ///
  /// - Parameters:
  ///   - edges: Those along the outline, of which every `step`th was looked at.
  ///   - corners: The outline's corners in working pixels.
  ///   - view: Turns samples into pixels of the view.
  static func segments(
    of edges: [RimEdge], step: Int, corners: [PixelPoint], view: (Double) -> Double
  ) -> [OutlineSegment] {
    let sides = Side.sides(corners)
    let longest = sides.map(\.length).max() ?? 0
    var parts = [Part](repeating: Part(), count: sides.count * partsOfSide)
    for edge in edges {
      let x = Double(edge.column) + 0.5
      let y = Double(edge.row) + 0.5
      let angle = Double(edge.direction) * Double.pi / Double(EdgeWidthField.directionCount)
      var nearest = reach * longest
      var place: Int?
      for (index, side) in sides.enumerated() {
        let distance = abs(side.distance(x: x, y: y))
        guard distance < nearest, side.turn(from: angle) < tolerance else { continue }
        let share = side.share(x: x, y: y)
        guard share > cornerShare, share < 1 - cornerShare else { continue }
        nearest = distance
        place = index * partsOfSide + Int(share * Double(partsOfSide))
      }
      if let place { parts[place].add(edge, x: x, y: y) }
    }
    let known = parts.enumerated().compactMap { index, part -> OutlineSegment? in
      let side = index / partsOfSide
      let count = Double(part.histogram.count)
      let coverage = count * Double(step * partsOfSide) / sides[side].length
      guard part.histogram.count >= leastEdges, coverage >= leastCoverage,
        part.contrast >= leastContrast * count, let median = part.histogram.quantile(0.5)
      else { return nil }
      return OutlineSegment(
        side: side, x: part.x / count, y: part.y / count, width: view(median),
        coverage: coverage)
    }
    return known.filter { segment in
      known.count { $0.side == segment.side } >= leastSegmentsOfSide
    }
  }

  /// What is summed up over the edges of a segment.
  private struct Part {
    var histogram = EdgeWidthHistogram()
    var x = 0.0
    var y = 0.0
    var contrast = 0.0

    mutating func add(_ edge: RimEdge, x: Double, y: Double) {
      histogram.add(deviation: edge.deviation, weight: edge.weight)
      self.x += x
      self.y += y
      contrast += Double(edge.contrast)
    }
  }

  /// A side of the outline as a line.
  private struct Side {
    let from: PixelPoint
    let alongX: Double
    let alongY: Double
    let length: Double
    /// The direction of its normal, 0 to pi.
    let normal: Double

    static func sides(_ corners: [PixelPoint]) -> [Side] {
      corners.enumerated().map { index, from in
        let to = corners[(index + 1) % corners.count]
        let length = max(1, hypot(to.x - from.x, to.y - from.y))
        let alongX = (to.x - from.x) / length
        let alongY = (to.y - from.y) / length
        let angle = atan2(alongX, -alongY)
        return Side(
          from: from, alongX: alongX, alongY: alongY, length: length,
          normal: angle < 0 ? angle + Double.pi : angle)
      }
    }

    func distance(x: Double, y: Double) -> Double {
      (y - from.y) * alongX - (x - from.x) * alongY
    }

    /// Where along the side a place lies, 0 to 1 between its ends.
    func share(x: Double, y: Double) -> Double {
      ((x - from.x) * alongX + (y - from.y) * alongY) / length
    }

    /// The radians between a direction and the normal, either way round.
    func turn(from angle: Double) -> Double {
      let turn = abs(angle - normal)
      return min(turn, abs(Double.pi - turn))
    }
  }
}
