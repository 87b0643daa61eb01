/// How blur grows towards one side of the document: a plane through the widths of its blocks.
///
/// A lens out of level with the document blurs one side of it, and that is a trend; a photo or a
/// seal with soft print is one soft block among sharp ones, and is not. Blocks count by their edges
/// and not by their contrast, which blur takes away; blocks off the plane count less and less
/// (Huber, Robust Estimation of a Location Parameter, Ann. Math. Statist. 35, 1964).
///
/// Within the depth of field blur does not show, so that the widths stay at their least over a part
/// of the document and grow beyond it. A block that is as sharp as can be says only that the plane
/// lies no higher there (a censored regression: Tobin, Estimation of Relationships for Limited
/// Dependent Variables, Econometrica 26, 1958).
enum BlurTrend {
  /// What is known of one block.
  struct Block: Sendable, Hashable {
    /// The median width of its edges, in pixels of the view.
    let width: Double
    /// How many edge pixels it has.
    let count: Int
    /// The root mean square of its edges' slopes, in levels over two pixels.
    let slope: Double
  }

  /// The blocks that a trend needs: a plane has three numbers, and half of the blocks show how far
  /// the others are off it.
  private static let leastBlocks = 6
  /// Fainter edges are the rims of reflections and folds.
  private static let leastSlope = 8.0
  /// Nor do blocks whose slopes are below this share of the strongest block's say how sharp print
  /// is; on the document itself blur alone takes that much. Holograms and other soft print reach 0.17.
  private static let leastSlopeShare = 0.18
  /// The same where the whole frame is measured: the grain of a desk is soft by itself.
  private static let leastSlopeShareOfFrame = 0.25
  /// Wider edges are not told apart; nor should one block bend the plane.
  private static let greatestWidth = 6.0
  /// Blocks with this many edge pixels count in full.
  private static let fullCount = 200.0
  /// Deviations from the plane, in medians of them, up to which a block counts in full.
  static let tolerance = 1.5
  /// The weight that a block as sharp as print gets keeps where the plane lies below it, so that a
  /// plane is found.
  static let censoredWeight = 0.02
  /// The least median that is reckoned with, in pixels of the view.
  static let leastMedian = 0.15
  /// How far the softest block may lie above the next one: blur that grows over a document leaves
  /// other blocks with more than half of it, while a portrait or a shadow is soft alone. Of sound
  /// documents whose softest block is beyond 1.9, half have the next under 1.6.
  private static let greatestLead = 1.18
  private static let rounds = 4

  /// The plane's width at each block, but no more than the block's own; nil for blocks that are
  /// left out, and for all where too few are known. Blocks come row by row.
  ///
  /// - Parameter isWholeFrame: Whether the blocks cover more than the document. Then sharp blocks may
  ///   be the desk's, and count as they are.
  static func widths(_ blocks: [Block?], columns: Int, isWholeFrame: Bool) -> [Double?] {
    let none = [Double?](repeating: nil, count: blocks.count)
    let share = isWholeFrame ? leastSlopeShareOfFrame : leastSlopeShare
    let least = max(leastSlope, share * (blocks.compactMap { $0?.slope }.max() ?? 0))
    var known: [(index: Int, width: Double, weight: Double)] = []
    for (index, block) in blocks.enumerated() {
      guard let block, block.slope >= least else { continue }
      known.append(
        (index, min(block.width, greatestWidth), min(1, Double(block.count) / fullCount)))
    }
    guard known.count >= leastBlocks else { return none }
    var factors = [Double](repeating: 1, count: known.count)
    var values: [Double] = []
    for _ in 0..<rounds {
      let points = zip(known, factors).map { block, factor in
        WeightedPlane.Point(
          x: Double(block.index % columns), y: Double(block.index / columns), value: block.width,
          weight: block.weight * factor)
      }
      guard let plane = WeightedPlane.solve(points) else { return none }
      values = points.map { plane.value(x: $0.x, y: $0.y) }
      let isBeyond = zip(known, values).map {
        !isWholeFrame && $0.width <= Sharpness.sharpWidth && $1 < $0.width
      }
      let misfits = zip(known, values).map { abs($0.width - $1) }
      let counted = zip(misfits, isBeyond).filter { !$0.1 }.map(\.0).sorted()
      let middle = counted.isEmpty ? 0 : counted[counted.count / 2]
      let scale = tolerance * max(leastMedian, middle)
      factors = zip(misfits, isBeyond).map { misfit, isBeyond in
        isBeyond ? censoredWeight : min(1, scale / max(misfit, 1e-6))
      }
    }
    var trend = none
    for (block, value) in zip(known, values) {
      trend[block.index] = min(max(0, value), block.width)
    }
    return trend
  }

  /// The trends of blocks, none wider than the next widest bears out.
  ///
  /// - Parameter others: What the outline tells of each block, which bears out the trend as well.
  static func borneOut(_ trends: [Double?], others: [Double?]) -> [Double?] {
    let all = zip(trends, others).compactMap { [$0, $1].compactMap(\.self).max() }.sorted()
    guard let next = all.dropLast().last else { return trends.map { _ in nil } }
    return trends.map { $0.map { min($0, greatestLead * next) } }
  }
}
