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
    let count = rowCount * factor
    let blocks = width / factor
    var block = 0
    if count <= maximumVectorCount && horizontalFactor <= 4 {
      let mean = VectorMean(count: count)
      while block &+ 4 <= blocks {
        let sum = blockSums(
          sums, block: block, factor: factor, horizontalFactor: horizontalFactor)
        UnsafeMutableRawPointer(means + block).storeBytes(of: mean(sum), as: SIMD4<UInt8>.self)
        block &+= 4
      }
    }
    while block &* factor < width {
      let first = block &* factor
      let end = min(width, first &+ factor)
      let count = rowCount &* (end &- first)
      let sum = blockSum(sums, first: first, end: end, horizontalFactor: horizontalFactor)
      means[block] = UInt8(truncatingIfNeeded: (sum &+ count / 2) / count)
      block &+= 1
    }
  }

  /// The most pixels of a block whose mean single precision rounds right; see `VectorMean`.
  private static let maximumVectorCount = 1024

  /// Division of block sums by one count in single precision, exact after rounding.
  ///
  /// `sum / count` lies on a half or at least `1 / (2 count)` from one. Adding a quarter to the
  /// sum takes halves upwards and leaves at least `1 / (4 count)`, 2.4e-4 for the largest count;
  /// the two roundings on the way err by at most 255 * 2^-23, 3.1e-5.
  private struct VectorMean {
    private let reciprocal: SIMD4<Float>

    @inline(__always)
    init(count: Int) {
      reciprocal = SIMD4(repeating: 1 / Float(count))
    }

    @inline(__always)
    func callAsFunction(_ sum: SIMD4<UInt32>) -> SIMD4<UInt8> {
      // Adding 2^23 puts a whole number below 2^23 into the low bits of a Float, and rounds what
      // is not whole; conversions of vectors are done lane by lane.
      let shift = SIMD4<Float>(repeating: 0x1p23)
      let bits = sum | SIMD4(repeating: 0x4B00_0000)
      let value = unsafeBitCast(bits, to: SIMD4<Float>.self) - shift
      let mean = (value + SIMD4(repeating: 0.25)) * reciprocal + shift
      return SIMD4<UInt8>(truncatingIfNeeded: unsafeBitCast(mean, to: SIMD4<UInt32>.self))
    }
  }

  /// The sums of four blocks that lie within the picture's width.
  @inline(__always)
  private static func blockSums(
    _ sums: UnsafePointer<UInt32>, block: Int, factor: Int, horizontalFactor: Int
  ) -> SIMD4<UInt32> {
    let scale = SIMD4(repeating: UInt32(truncatingIfNeeded: horizontalFactor))
    if factor == horizontalFactor {
      return UnsafeRawPointer(sums + block).loadUnaligned(as: SIMD4<UInt32>.self) &* scale
    }
    if factor == 2 &* horizontalFactor {
      let columns = UnsafeRawPointer(sums + 2 &* block).loadUnaligned(as: SIMD8<UInt32>.self)
      return (columns.evenHalf &+ columns.oddHalf) &* scale
    }
    if factor == 4 &* horizontalFactor {
      let columns = UnsafeRawPointer(sums + 4 &* block).loadUnaligned(as: SIMD16<UInt32>.self)
      let pairs = columns.evenHalf &+ columns.oddHalf
      return (pairs.evenHalf &+ pairs.oddHalf) &* scale
    }
    var result = SIMD4<UInt32>()
    for lane in 0..<4 {
      let first = (block &+ lane) &* factor
      let sum = blockSum(
        sums, first: first, end: first &+ factor, horizontalFactor: horizontalFactor)
      result[lane] = UInt32(truncatingIfNeeded: sum)
    }
    return result
  }

  /// The sum over picture columns `first` to `end - 1`.
  @inline(__always)
  private static func blockSum(
    _ sums: UnsafePointer<UInt32>, first: Int, end: Int, horizontalFactor: Int
  ) -> Int {
    if horizontalFactor == 1 {
      var sum = 0
      var column = first
      while column < end {
        sum &+= Int(sums[column])
        column &+= 1
      }
      return sum
    }
    // Every sample counts in full; then what hangs over at both ends is taken off.
    let firstSample = first / horizontalFactor
    let lastSample = (end &- 1) / horizontalFactor
    var sum = 0
    var sample = firstSample
    while sample <= lastSample {
      sum &+= Int(sums[sample])
      sample &+= 1
    }
    let before = first &- firstSample &* horizontalFactor
    let after = (lastSample &+ 1) &* horizontalFactor &- end
    return sum &* horizontalFactor &- before &* Int(sums[firstSample])
      &- after &* Int(sums[lastSample])
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
