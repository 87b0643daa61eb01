/// Derivative energies of a block of luma pixels.
package enum DerivativeKernel {
  /// Sums the derivative products of a block.
  ///
  /// `rows` points at `rowCount + 4` row starts: two rows above the block, the block's rows and
  /// two rows below it. Columns from `firstColumn - 2` to `firstColumn + columnCount + 1` are read.
  package static func sums(
    rows: UnsafePointer<UnsafePointer<UInt8>>, rowCount: Int, firstColumn: Int, columnCount: Int
  ) -> DerivativeSums {
    sumsReference(
      rows: rows, rowCount: rowCount, firstColumn: firstColumn, columnCount: columnCount)
  }
}
