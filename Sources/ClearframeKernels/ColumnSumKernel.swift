/// Weighted sums down the columns of a plane.
package enum ColumnSumKernel {
  /// The most rows that `add(_:stride:columns:rows:weight:to:)` takes in one call.
  package static let maximumRows = 64
  /// The largest weight; `255 * maximumRows * maximumWeight` fits 16 bits.
  package static let maximumWeight = 4

  /// Adds `weight` times the sum of each column's `rows` samples to `sums`, or puts it there where
  /// `replacing` is set.
  package static func add(
    _ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int, weight: Int,
    replacing: Bool, to sums: UnsafeMutablePointer<UInt32>
  ) {
    precondition(rows <= maximumRows && weight <= maximumWeight)
    let factor = SIMD8<UInt16>(repeating: UInt16(weight))
    let kept = SIMD4<UInt32>(repeating: replacing ? 0 : UInt32.max)
    var column = 0
    while column &+ 16 <= columns {
      var low = SIMD8<UInt16>()
      var high = SIMD8<UInt16>()
      var source = UnsafeRawPointer(base + column)
      var row = 0
      while row < rows {
        low &+= SIMD8(truncatingIfNeeded: source.loadUnaligned(as: SIMD8<UInt8>.self))
        high &+= SIMD8(
          truncatingIfNeeded: source.loadUnaligned(fromByteOffset: 8, as: SIMD8<UInt8>.self))
        source += stride
        row &+= 1
      }
      low = low &* factor
      high = high &* factor
      add(low.lowHalf, sums + column, kept)
      add(low.highHalf, sums + (column &+ 4), kept)
      add(high.lowHalf, sums + (column &+ 8), kept)
      add(high.highHalf, sums + (column &+ 12), kept)
      column &+= 16
    }
    while column < columns {
      var sum: UInt32 = 0
      for row in 0..<rows {
        sum &+= UInt32(base[row &* stride &+ column])
      }
      sums[column] = (sums[column] & kept[0]) &+ sum &* UInt32(weight)
      column &+= 1
    }
  }

  @inline(__always)
  private static func add(
    _ lanes: SIMD4<UInt16>, _ sums: UnsafeMutablePointer<UInt32>, _ kept: SIMD4<UInt32>
  ) {
    let target = UnsafeMutableRawPointer(sums)
    let total =
      (target.loadUnaligned(as: SIMD4<UInt32>.self) & kept)
      &+ SIMD4<UInt32>(truncatingIfNeeded: lanes)
    target.storeBytes(of: total, as: SIMD4<UInt32>.self)
  }

  /// The plain form of `add(_:stride:columns:rows:weight:replacing:to:)`.
  package static func addReference(
    _ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int, weight: Int,
    replacing: Bool, to sums: UnsafeMutablePointer<UInt32>
  ) {
    for x in 0..<columns {
      var sum = 0
      for y in 0..<rows {
        sum += Int(base[y * stride + x])
      }
      sums[x] = (replacing ? 0 : sums[x]) + UInt32(sum * weight)
    }
  }
}
