/// What lies over the document's outline, such as a finger that holds it.
///
/// Over a covered place the colours just inside and just outside the outline are the same, and
/// both are colours that the document and the desk do not have along the rest of the outline.
/// It must have another hue than the paper, which a shadow, a reflection and gray print have not,
/// or, over a corner, be darker than the paper and leave nothing of the step between paper and
/// desk, which a shadow keeps in proportion. On a gray picture only the second can be told.
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
