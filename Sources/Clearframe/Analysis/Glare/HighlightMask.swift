/// Which parts of a document lie under reflections.
package struct HighlightMask: Sendable, Hashable {
  /// Whether mirrored light probably lies on much of the document's print; see `PrintVeil`.
  package let isVeil: Bool
  private let columns: Int
  private let rows: Int
  private let isCovered: [Bool]
  private let extent: SIMD2<Double>
  private let homography: Homography

  /// Takes `columns * rows` cells, row by row.
  ///
  /// - Parameters:
  ///   - extent: The document's size in cells, where a part of a cell more than these lies at its
  ///     right and bottom.
  ///   - isVeil: Whether mirrored light probably lies on much of the document's print.
  package init(
    columns: Int, rows: Int, isCovered: [Bool], extent: SIMD2<Double>? = nil,
    homography: Homography, isVeil: Bool = false
  ) {
    self.isVeil = isVeil
    self.columns = columns
    self.rows = rows
    self.isCovered = isCovered
    self.extent = extent ?? SIMD2(Double(columns), Double(rows))
    self.homography = homography
  }

  /// Whether a stored point lies on a covered cell or beside one: a reflection's border goes on a
  /// little beyond the level at which it was cut.
  package func covers(_ stored: PixelPoint) -> Bool {
    let place = homography.document(stored)
    guard (0..<1).contains(place.x), (0..<1).contains(place.y) else { return false }
    let column = min(columns - 1, Int(place.x * extent.x))
    let row = min(rows - 1, Int(place.y * extent.y))
    for nearRow in max(0, row - 1)...min(rows - 1, row + 1) {
      for nearColumn in max(0, column - 1)...min(columns - 1, column + 1)
      where isCovered[nearRow * columns + nearColumn] {
        return true
      }
    }
    return false
  }
}
