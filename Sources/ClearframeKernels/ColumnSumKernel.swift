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
    precondition(rows <= maximumRows && weight <= maximumWeight)
    let factor = SIMD8<UInt16>(repeating: UInt16(weight))
    var column = 0
    while column &+ 8 <= columns {
      var lanes = SIMD8<UInt16>()
      var source = UnsafeRawPointer(base + column)
      var row = 0
      while row < rows {
        lanes &+= SIMD8<UInt16>(
          truncatingIfNeeded: source.loadUnaligned(as: SIMD8<UInt8>.self))
        source += stride
        row &+= 1
      }
      let target = UnsafeMutableRawPointer(sums + column)
      let total =
        target.loadUnaligned(as: SIMD8<UInt32>.self)
        &+ SIMD8<UInt32>(truncatingIfNeeded: lanes &* factor)
      target.storeBytes(of: total, as: SIMD8<UInt32>.self)
      column &+= 8
    }
    while column < columns {
      var sum: UInt32 = 0
      for row in 0..<rows {
        sum &+= UInt32(base[row &* stride &+ column])
      }
      sums[column] &+= sum &* UInt32(weight)
      column &+= 1
    }
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
