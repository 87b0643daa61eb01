/// Counts of luma values in a block of pixels.
///
/// A table holds `laneCount` separate counts of each of the 256 values: paper repeats one value,
/// and an increment of the count just written waits for that write.
package enum LumaHistogramKernel {
  /// The number of separate counts of one value.
  package static let laneCount = 4
  /// The number of elements of a table; the count of value `v` in lane `l` is at `256 l + v`.
  package static let tableCount = 256 * laneCount

  /// Adds the values of a block to a table, which must have room: at most 65,535 pixels in all.
  package static func add(
    _ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int,
    to table: UnsafeMutablePointer<UInt16>
  ) {
    let table1 = table + 256
    let table2 = table + 512
    let table3 = table + 768
    var row = 0
    while row < rows {
      let samples = base + row &* stride
      var column = 0
      while column &+ 4 <= columns {
        table[Int(samples[column])] &+= 1
        table1[Int(samples[column &+ 1])] &+= 1
        table2[Int(samples[column &+ 2])] &+= 1
        table3[Int(samples[column &+ 3])] &+= 1
        column &+= 4
      }
      while column < columns {
        table[Int(samples[column])] &+= 1
        column &+= 1
      }
      row &+= 1
    }
  }

  /// What a table says once its block is complete.
  ///
  /// Writes the counts of the 64 groups of four values to `bins`. The table must hold at most
  /// 32,767 pixels in all.
  package static func summary(
    of table: UnsafePointer<UInt16>, bins: UnsafeMutablePointer<UInt16>
  ) -> LumaSummary {
    let ones = SIMD8<Int16>(repeating: 1)
    var values = SIMD8<Int16>(0, 1, 2, 3, 4, 5, 6, 7)
    var total = SIMD4<Int32>()
    var sum = SIMD4<Int32>()
    // 255 * 255 does not fit 16 signed bits; its bytes do.
    var squareLow = SIMD4<Int32>()
    var squareHigh = SIMD4<Int32>()
    for value in stride(from: 0, to: 256, by: 8) {
      let counts =
        load(table, value) &+ load(table, 256 &+ value) &+ load(table, 512 &+ value)
        &+ load(table, 768 &+ value)
      let squares = values &* values
      total &+= pairwiseProducts(counts, ones)
      sum &+= pairwiseProducts(counts, values)
      squareLow &+= pairwiseProducts(counts, squares & SIMD8(repeating: 0xFF))
      let high = unsafeBitCast(squares, to: SIMD8<UInt16>.self) &>> SIMD8<UInt16>(repeating: 8)
      squareHigh &+= pairwiseProducts(counts, unsafeBitCast(high, to: SIMD8<Int16>.self))
      values &+= SIMD8(repeating: 8)
      bins[value / 4] = UInt16(
        truncatingIfNeeded: counts[0] &+ counts[1] &+ counts[2] &+ counts[3])
      bins[value / 4 &+ 1] = UInt16(
        truncatingIfNeeded: counts[4] &+ counts[5] &+ counts[6] &+ counts[7])
    }
    var summary = LumaSummary()
    summary.count = laneSum(total)
    summary.sum = laneSum(sum)
    summary.squareSum = laneSum(squareLow) + 256 * laneSum(squareHigh)
    for lane in 0..<laneCount {
      for value in 0...LumaSummary.darkMaximum {
        summary.darkCount += Int(table[256 * lane + value])
      }
      for value in LumaSummary.brightMinimum...255 {
        summary.brightCount += Int(table[256 * lane + value])
      }
    }
    return summary
  }

  @inline(__always)
  private static func load(_ table: UnsafePointer<UInt16>, _ offset: Int) -> SIMD8<Int16> {
    UnsafeRawPointer(table + offset).loadUnaligned(as: SIMD8<Int16>.self)
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

  /// The plain form of `summary(of:bins:)`.
  package static func summaryReference(
    of table: UnsafePointer<UInt16>, bins: UnsafeMutablePointer<UInt16>
  ) -> LumaSummary {
    var summary = LumaSummary()
    for bin in 0..<64 {
      bins[bin] = 0
    }
    for value in 0..<256 {
      var count = 0
      for lane in 0..<laneCount {
        count += Int(table[256 * lane + value])
      }
      bins[value / 4] += UInt16(count)
      summary.count += count
      summary.sum += value * count
      summary.squareSum += value * value * count
      if value <= LumaSummary.darkMaximum { summary.darkCount += count }
      if value >= LumaSummary.brightMinimum { summary.brightCount += count }
    }
    return summary
  }
}
