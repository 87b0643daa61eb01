#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Shake that shows in how strong edges are rather than in how wide they are.
///
/// A shake moves thin strokes into faint bands, whose ends are as hard as the strokes were: widths
/// alone do not tell. But a stroke of width `t` that is smeared over a length `l` keeps `t / l` of
/// its contrast, and a step's flank becomes as much flatter, so that the gradient energy of edges
/// that face the shake falls with the square of that. What is left of it, against the edges that
/// face across the shake, tells how much wider the point spread is along than across:
/// `along = across / sqrt(ratio / usual)`.
struct SmearedDirection: Sendable, Hashable {
  /// The deviation along the shake, in samples of the field.
  let along: Double
  /// The deviation across the shake.
  let across: Double
  /// The direction of the shake in radians from the x axis towards the y axis, 0 to pi.
  let direction: Double

  /// The usual ratio between edges of one direction and those across it: real and generated
  /// documents, from handwriting to cards, have between 0.16 and 1 in their least pair.
  private static let usualRatio = 0.4
  /// A greater ratio occurs without shake.
  private static let greatestRatio = 0.15
  /// Edges that face the shake must be this much wider than those across: ruled lines and bars
  /// have few edges along them, but sharp ones.
  private static let leastWidening = 1.15
  /// Edges that face the shake must be this wide, in pixels of the view, or as faint one by one as
  /// smears are. A shake that anybody sees leaves them at 1.6 and more, but for the hard ends of thin
  /// strokes; lines of sharp print that run aslant, so that few edges face along them, have up to 1.5.
  private static let leastWidth = 1.55
  /// The ratio depends on what is printed as well, so widths are never corrected by more.
  private static let greatestCorrection = 1.8
  /// The deviation, in pixels of the view, that stands for the thickness of strokes: thin print of a
  /// page that fills the view has strokes 2 pixels thick, receipts and cards 4 to 5, and a bar of
  /// `t` pixels has a deviation of `t / sqrt 12`.
  private static let strokeDeviation = 1.0
  /// Strokes are taken for as thick as that only where edges facing the shake are less than this
  /// part as steep, in the mean, as those across: smears are faint, one by one. Fine lines of one
  /// direction, as behind the print of a card, leave few edges facing along them, but steep ones.
  private static let greatestFaintness = 0.57
  /// The edges that the direction of the shake needs; fewer are a fold's or a reflection's, of which
  /// 69 were met with. Shaken documents have 80 and more.
  private static let leastEdges = 75
  /// The share of all weight that the direction across needs.
  private static let leastShare = 0.05

  /// Looks for the strongest shake; nil where no direction has lost its edges.
  ///
  /// - Parameter sharpest: The deviation in samples that is taken for as sharp as can be; finer
  ///   ones cannot be told from it.
  /// - Parameter net: Turns a measured deviation into that of the picture.
  init?(_ field: EdgeWidthField, sharpest: Double, net: (Double) -> Double) {
    let count = EdgeWidthField.directionCount
    let histograms = (0..<count).map { field.histogram(direction: $0) }
    let total = histograms.reduce(0) { $0 + $1.weight }
    var found: (along: Double, across: Double, direction: Int)?
    for (direction, facing) in histograms.enumerated() {
      let other = histograms[(direction + count / 2) % count]
      guard facing.count * field.step >= Self.leastEdges,
        other.weight >= Self.leastShare * total, other.weight > 0,
        let wide = facing.quantile(0.5).map(net), let narrow = other.quantile(0.5).map(net)
      else { continue }
      let ratio = facing.weight / other.weight
      let across = max(sharpest, narrow)
      guard ratio <= Self.greatestRatio, ratio > 0, wide > Self.leastWidening * across
      else { continue }
      let faintness = (ratio * Double(other.count) / Double(facing.count)).squareRoot()
      let isFaint = faintness < Self.greatestFaintness
      guard isFaint || wide >= Self.leastWidth else { continue }
      let stroke = isFaint ? max(across, Self.strokeDeviation) : across
      let along = min(
        stroke / (ratio / Self.usualRatio).squareRoot(),
        Self.greatestCorrection * wide)
      if along > found?.along ?? 0 { found = (along, across, direction) }
    }
    guard let found else { return nil }
    along = found.along
    across = found.across
    direction = Double(found.direction) * Double.pi / Double(count)
  }
}
