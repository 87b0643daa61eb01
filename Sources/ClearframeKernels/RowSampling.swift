/// Which rows of a tile the statistics sample: the first, and every third one after it.
///
/// Neighbouring rows of a photo tell nearly the same; a tile of 32 rows still gives 11, spread over
/// all rows of the 8-row blocks that JPEG codes.
package enum RowSampling {
  /// From one sampled row to the next.
  package static let step = 3

  /// The first sampled row at or after row `row` of a tile.
  package static func first(from row: Int) -> Int {
    (row + step - 1) / step * step
  }

  /// The number of sampled rows among `rows` of a tile.
  package static func count(in rows: Range<Int>) -> Int {
    (rows.upperBound + step - 1) / step - (rows.lowerBound + step - 1) / step
  }
}
