/// Counts of luma values in a block of pixels.
///
/// A table holds `laneCount` separate counts of each of the 256 values, as paper repeats one value
/// and an increment that waits for the one before it would halve the speed.
package enum LumaHistogramKernel {
  /// The number of separate counts of one value.
  package static let laneCount = 4
  /// The number of elements of a table; count of value `v` in lane `l` is at `256 l + v`.
  package static let tableCount = 256 * laneCount

  /// Adds the values of a block to a table, which must have room: at most 65,535 pixels a lane.
  package static func add(
    _ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int,
    to table: UnsafeMutablePointer<UInt16>
  ) {
    addReference(base, stride: stride, columns: columns, rows: rows, to: table)
  }

  /// The plain form of `add(_:stride:columns:rows:to:)`; it uses the first lane alone.
  package static func addReference(
    _ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int,
    to table: UnsafeMutablePointer<UInt16>
  ) {
    for y in 0..<rows {
      for x in 0..<columns {
        table[Int(base[y * stride + x])] += 1
      }
    }
  }
}
