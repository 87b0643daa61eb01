/// Means of blocks, from sums down their columns.
package enum BlockMeanKernel {
  /// Writes one row of block means, rounded to nearest with halves upwards.
  ///
  /// `sums[c]` is the sum over `rowCount` picture rows of a plane whose samples each cover
  /// `horizontalFactor` of the `width` picture columns. Block `b` covers picture columns
  /// `b * factor` up to `(b + 1) * factor`, cut off at `width`; a sample that two blocks share
  /// counts in each by the columns it covers there.
  package static func write(
    sums: UnsafePointer<UInt32>, width: Int, factor: Int, horizontalFactor: Int, rowCount: Int,
    to means: UnsafeMutablePointer<UInt8>
  ) {
    writeReference(
      sums: sums, width: width, factor: factor, horizontalFactor: horizontalFactor,
      rowCount: rowCount, to: means)
  }

  /// The plain form of `write(sums:width:factor:horizontalFactor:rowCount:to:)`.
  package static func writeReference(
    sums: UnsafePointer<UInt32>, width: Int, factor: Int, horizontalFactor: Int, rowCount: Int,
    to means: UnsafeMutablePointer<UInt8>
  ) {
    var first = 0
    var block = 0
    while first < width {
      let end = min(width, first + factor)
      var sum = 0
      for column in first..<end {
        sum += Int(sums[column / horizontalFactor])
      }
      let count = rowCount * (end - first)
      means[block] = UInt8((sum + count / 2) / count)
      first = end
      block += 1
    }
  }
}
