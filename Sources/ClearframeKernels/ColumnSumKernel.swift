/// Weighted sums down the columns of a plane.
package enum ColumnSumKernel {
  /// The most rows that `add(_:stride:columns:rows:weight:to:)` takes in one call.
  package static let maximumRows = 64
  /// The largest weight; `255 * maximumRows * maximumWeight` fits 16 bits.
  package static let maximumWeight = 4

  /// Adds `weight` times the sum of each column's `rows` samples to `sums`.
  package static func add(
    _ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int, weight: Int,
    to sums: UnsafeMutablePointer<UInt32>
  ) {
    addReference(base, stride: stride, columns: columns, rows: rows, weight: weight, to: sums)
  }

  /// The plain form of `add(_:stride:columns:rows:weight:to:)`.
  package static func addReference(
    _ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int, weight: Int,
    to sums: UnsafeMutablePointer<UInt32>
  ) {
    for x in 0..<columns {
      var sum = 0
      for y in 0..<rows {
        sum += Int(base[y * stride + x])
      }
      sums[x] += UInt32(sum * weight)
    }
  }
}
