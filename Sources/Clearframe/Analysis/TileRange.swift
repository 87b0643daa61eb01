/// A rectangle of tiles.
package struct TileRange: Sendable, Hashable {
  /// The tile columns.
  package let columns: Range<Int>
  /// The tile rows.
  package let rows: Range<Int>

  package init(columns: Range<Int>, rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
  }

  /// Whether no tile is in the rectangle.
  package var isEmpty: Bool { columns.isEmpty || rows.isEmpty }

  /// The number of tiles.
  package var count: Int { columns.count * rows.count }
}
