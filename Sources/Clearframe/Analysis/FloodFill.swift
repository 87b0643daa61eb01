/// Grows the pieces of a grid whose cells hang together along their sides.
///
/// One fill serves for all of a grid's pieces, so that their memory is shared.
package struct FloodFill: Sendable {
  private let width: Int
  private let height: Int
  /// Members whose neighbours have not been asked yet.
  private var waiting: [Int] = []

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Visits a start and everything that hangs together with it, in no particular order.
  ///
  /// - Parameters:
  ///   - start: The index of a cell, row by row; the caller has taken it.
  ///   - take: Whether a neighbour joins. It is asked once for each member that a cell touches, so
  ///     it must say no to what it has taken before.
  ///   - visit: Is called once for each member.
  @inline(__always)
  package mutating func fill(
    from start: Int, taking take: (Int) -> Bool,
    visit: (_ index: Int, _ column: Int, _ row: Int) -> Void
  ) {
    waiting.append(start)
    while let index = waiting.popLast() {
      let row = index / width
      let column = index - row * width
      visit(index, column, row)
      if column > 0, take(index - 1) { waiting.append(index - 1) }
      if column < width - 1, take(index + 1) { waiting.append(index + 1) }
      if row > 0, take(index - width) { waiting.append(index - width) }
      if row < height - 1, take(index + width) { waiting.append(index + width) }
    }
  }
}
