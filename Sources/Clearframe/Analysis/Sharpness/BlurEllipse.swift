#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The extent of the point spread in every direction.
///
/// Across edges that face the direction `p`, a point spread with the covariance matrix `M` blurs
/// with the variance `u(p)' M u(p) = a + b cos 2p + c sin 2p`. The three numbers are fitted to the
/// widths of the edges of each direction, so that no single direction decides alone.
package struct BlurEllipse: Sendable, Hashable {
  /// The greatest deviation, in samples.
  package let major: Double
  /// The least deviation, in samples.
  package let minor: Double
  /// The direction of the greatest deviation in radians from the x axis towards the y axis, 0 to
  /// pi; nil where the edges face too few directions to tell.
  package let direction: Double?

  /// Below this share of the strongest direction's weight a direction is left out.
  private static let leastWeightShare = 0.01
  /// The edges that a direction needs.
  private static let leastEdges = 20

  /// Fits the ellipse to a field's edges; nil where no direction has enough of them.
  ///
  /// - Parameter quantile: The share of each direction's edges, by weight, that is sharper than
  ///   the width taken for it: a half where all edges are print, less where some are soft.
  package init?(_ field: EdgeWidthField, quantile: Double = 0.5) {
    var known: [(angle: Double, variance: Double, weight: Double)] = []
    for direction in 0..<EdgeWidthField.directionCount {
      let histogram = field.histogram(direction: direction)
      guard histogram.count * field.step >= Self.leastEdges,
        let deviation = histogram.quantile(quantile)
      else { continue }
      known.append(
        (
          Double(direction) * Double.pi / Double(EdgeWidthField.directionCount),
          deviation * deviation, histogram.weight
        ))
    }
    let strongest = known.map(\.weight).max() ?? 0
    known.removeAll { $0.weight < Self.leastWeightShare * strongest }
    guard let least = known.map(\.variance).min(), let greatest = known.map(\.variance).max()
    else { return nil }
    guard known.count >= 3, let fit = Self.fit(known) else {
      major = greatest.squareRoot()
      minor = least.squareRoot()
      direction = nil
      return
    }
    let swing = hypot(fit.cosine, fit.sine)
    major = min(greatest, max(0, fit.mean + swing)).squareRoot()
    minor = max(least, fit.mean - swing).squareRoot()
    let angle = atan2(fit.sine, fit.cosine) / 2
    direction = angle < 0 ? angle + Double.pi : angle
  }

  /// Weighted least squares for variance = mean + cosine cos 2p + sine sin 2p.
  private static func fit(
    _ known: [(angle: Double, variance: Double, weight: Double)]
  ) -> (mean: Double, cosine: Double, sine: Double)? {
    // Print has far more edges along and across its lines than aslant; roots, and a cap at twice
    // the middle one, keep those from deciding alone.
    let roots = known.map { $0.weight.squareRoot() }
    let cap = 2 * roots.sorted()[roots.count / 2]
    let solution = WeightedPlane.solve(
      zip(known, roots).map { item, root in
        WeightedPlane.Point(
          x: cos(2 * item.angle), y: sin(2 * item.angle), value: item.variance,
          weight: min(root, cap))
      })
    return solution.map { ($0.constant, $0.x, $0.y) }
  }
}
