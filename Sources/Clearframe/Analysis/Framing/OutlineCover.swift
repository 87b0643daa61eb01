/// What lies over the document's outline, such as a finger that holds it.
///
/// `CoverNetwork` looks at places along the outline. Where the outline found is the edge of the thing
/// itself, all along a side, that edge goes on beyond the corners (`isOverlapped`).
package struct OutlineCover: Sendable, Hashable {
  /// Whether each corner is covered, in the outline's order.
  package let isCornerCovered: [Bool]
  /// The covered share of each side, 0 to 1; side `i` runs from corner `i` to corner `i + 1`.
  package let sideShares: [Double]

  /// Nothing is covered.
  package static let none = OutlineCover(
    isCornerCovered: [false, false, false, false], sideShares: [0, 0, 0, 0])

  package init(isCornerCovered: [Bool], sideShares: [Double]) {
    self.isCornerCovered = isCornerCovered
    self.sideShares = sideShares
  }

  /// The same for an outline whose corners are listed from another one on, or in the other
  /// direction: `order[i]` is the old index of the new corner `i`.
  package func reordered(_ order: [Int]) -> OutlineCover {
    guard order.count == 4, isCornerCovered.count == 4, sideShares.count == 4 else { return self }
    return OutlineCover(
      isCornerCovered: order.map { isCornerCovered[$0 & 3] },
      sideShares: (0..<4).map { index in
        let one = order[index] & 3
        let two = order[(index + 1) & 3] & 3
        return sideShares[(one + 1) & 3 == two ? one : two]
      })
  }
}
