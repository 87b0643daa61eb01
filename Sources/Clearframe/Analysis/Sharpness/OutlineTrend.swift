/// How blur grows along the sides of a document's outline.
///
/// The outline is a single step, so that its width tells the blur where print tells least: strokes
/// thinner than the blur look sharper than they are, few of them reach the rim, and the sharp ones
/// outweigh the others. But an outline may be soft by itself, where a page curls or a shadow lies
/// along it, all along one side or two. What lost focus does, and these do not, is to grow *along*
/// the sides that lead there. So one slope is fitted to all sides, each with a level of its own
/// (the within estimator of panel data: Mundlak, On the Pooling of Time Series and Cross Section
/// Data, Econometrica 46, 1978). Segments off the slope count less and less, and those that are
/// sharp say only that it lies no higher there, both as in `BlurTrend`. The slope must hold with
/// each side left out in turn, and its misfit is taken off.
enum OutlineTrend {
  /// The print of one block.
  struct Print: Sendable, Hashable {
    /// The median width of its edges, in pixels of the view.
    let width: Double
    /// Where its edges lie, in working pixels.
    let places: PlaceMoments
  }

  /// How much less than the outline print may be blurred: fine print is taken for at most 1.5 times
  /// as sharp as it is, and the sharper half of a block outweighs the other. Sharp print reaches 1.1,
  /// and must stay sharp beside shadows that grow along two sides.
  private static let greatestPrintRatio = 1.65
  /// How far the print of a block reaches, in standard deviations of where its edges lie: nine in
  /// ten of evenly spread ones lie before that.
  private static let printReach = 1.3
  /// The medians of the misfits that are taken off.
  private static let misfits = 2.0
  /// Wider edges are not told apart.
  private static let greatestWidth = 8.0
  private static let rounds = 6
  /// The determinant, against the squared trace, below which segments do not span a plane.
  private static let leastSpan = 1e-3

  /// The blur at the print of each block that the growth along the outline tells; nil where a block
  /// has no print, and for all where the outline does not tell.
  ///
  /// - Parameter clear: The width up to which an outline is sharp beyond doubt.
  static func widths(_ segments: [OutlineSegment], prints: [Print?], clear: Double) -> [Double?] {
    let none = [Double?](repeating: nil, count: prints.count)
    let sides = Set(segments.map(\.side)).sorted()
    var least = [Double](repeating: .infinity, count: prints.count)
    for left in [nil] + sides.map({ Optional($0) }) {
      let kept = segments.filter { $0.side != left }
      guard let slope = Slope(kept, clear: clear) else { return none }
      let start = kept.map { slope.rise(x: $0.x, y: $0.y) }.min() ?? 0
      for (index, print) in prints.enumerated() {
        guard let print else { continue }
        let rise = print.places.reach(slopeX: slope.x, slopeY: slope.y, deviations: printReach)
        let width =
          min(slope.level + rise, clear + rise - start) - misfits * slope.misfit
        least[index] = min(least[index], width, greatestPrintRatio * print.width)
      }
    }
    return zip(prints, least).map { print, width in print == nil ? nil : max(0, width) }
  }

  /// The common slope of some sides.
  private struct Slope {
    private(set) var x = 0.0
    private(set) var y = 0.0
    /// The second lowest of the sides' levels: shadows only raise them, and one side may follow a
    /// sharp thing beside the document.
    private(set) var level = 0.0
    /// The median misfit of the segments that count.
    private(set) var misfit = 0.0

    func rise(x: Double, y: Double) -> Double { self.x * x + self.y * y }

    /// Fits the slope; nil with fewer than two sides, where they do not span a plane, and where
    /// all are sharp.
    init?(_ segments: [OutlineSegment], clear: Double) {
      let sides = Set(segments.map(\.side)).sorted()
      guard sides.count >= 2, segments.contains(where: { $0.width > clear }) else { return nil }
      let widths = segments.map { min(max($0.width, clear), greatestWidth) }
      var factors = [Double](repeating: 1, count: segments.count)
      var levels: [Int: Double] = [:]
      for _ in 0..<rounds {
        let weights = zip(segments, factors).map { min(1, $0.coverage) * $1 }
        var means: [Int: (x: Double, y: Double, width: Double)] = [:]
        for side in sides {
          var sum = (x: 0.0, y: 0.0, width: 0.0, weight: 1e-9)
          for (index, segment) in segments.enumerated() where segment.side == side {
            sum.x += weights[index] * segment.x
            sum.y += weights[index] * segment.y
            sum.width += weights[index] * widths[index]
            sum.weight += weights[index]
          }
          means[side] = (sum.x / sum.weight, sum.y / sum.weight, sum.width / sum.weight)
        }
        let deviations = segments.indices.map { index -> (x: Double, y: Double, width: Double) in
          let segment = segments[index]
          guard let mean = means[segment.side] else { return (0, 0, 0) }
          return (segment.x - mean.x, segment.y - mean.y, widths[index] - mean.width)
        }
        func sum(_ term: ((x: Double, y: Double, width: Double)) -> Double) -> Double {
          zip(weights, deviations).reduce(0) { $0 + $1.0 * term($1.1) }
        }
        let xx = sum { $0.x * $0.x }
        let yy = sum { $0.y * $0.y }
        let xy = sum { $0.x * $0.y }
        let xw = sum { $0.x * $0.width }
        let yw = sum { $0.y * $0.width }
        guard
          let slope = WeightedPlane.slope(
            xx: xx, yy: yy, xy: xy, xv: xw, yv: yw, leastSpan: leastSpan)
        else { return nil }
        (x, y) = slope
        levels = means.mapValues { $0.width - rise(x: $0.x, y: $0.y) }
        let residuals = deviations.map { $0.width - rise(x: $0.x, y: $0.y) }
        let isBeyond = zip(widths, residuals).map { $0 <= clear && $1 > 0 }
        let counted = zip(residuals, isBeyond).filter { !$0.1 }.map { abs($0.0) }.sorted()
        misfit = counted.isEmpty ? 0 : counted[counted.count / 2]
        let scale = BlurTrend.tolerance * max(BlurTrend.leastMedian, misfit)
        factors = zip(residuals, isBeyond).map { residual, isBeyond in
          isBeyond ? BlurTrend.censoredWeight : min(1, scale / max(abs(residual), 1e-6))
        }
      }
      let soft = Set(zip(segments, widths).filter { $0.1 > clear }.map(\.0.side))
      let known = levels.filter { soft.contains($0.key) }.map(\.value).sorted()
      level = known[min(1, known.count - 1)]
    }
  }
}
