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
    guard horizontalFactor > 0 && horizontalFactor & (horizontalFactor - 1) == 0 else {
      writeReference(
        sums: sums, width: width, factor: factor, horizontalFactor: horizontalFactor,
        rowCount: rowCount, to: means)
      return
    }
    let blocks = width / factor
    var row = Row(
      sums: sums, means: means, end: blocks, shift: horizontalFactor.trailingZeroBitCount,
      division: Division(count: rowCount * factor))
    let columns = factor >> row.shift
    if columns << row.shift != factor {
      switch (horizontalFactor, factor) {
      case (2, 3): row.writePairs(factor: 3)
      case (2, 5): row.writePairs(factor: 5)
      case (2, 7): row.writePairs(factor: 7)
      case (2, _): row.writePairs(factor: factor)
      default: break
      }
    } else {
      if rowCount * factor <= maximumVectorCount {
        row.writeVectors(
          columns: columns, mean: VectorMean(count: rowCount * factor, scale: horizontalFactor))
      }
      switch columns {
      case 3: row.writeWhole(columns: 3)
      case 5: row.writeWhole(columns: 5)
      case 6: row.writeWhole(columns: 6)
      case 7: row.writeWhole(columns: 7)
      default: row.writeWhole(columns: columns)
      }
    }
    while row.block < blocks {
      row.writeShared(first: row.block * factor, end: (row.block + 1) * factor)
    }
    if blocks * factor < width {
      row.division = Division(count: rowCount * (width - blocks * factor))
      row.writeShared(first: blocks * factor, end: width)
    }
  }

  /// Rounded division of block sums by one count.
  ///
  /// With `m = floor(2^40 / count) + 1`, `v m / 2^40` exceeds `v / count` by at most `v / 2^40`,
  /// which stays below `1 / count` for `v < 256 count` and counts below 2^16.
  private struct Division {
    private let count: Int
    private let multiplier: Int

    @inline(__always)
    init(count: Int) {
      self.count = count
      multiplier = count > 0 && count < 1 << 16 ? (1 << 40) / count + 1 : 0
    }

    @inline(__always)
    func callAsFunction(_ sum: Int) -> UInt8 {
      let value = sum &+ count &>> 1
      return UInt8(
        truncatingIfNeeded: multiplier > 0 ? (value &* multiplier) &>> 40 : value / count)
    }
  }

  /// A row of means being written from the left.
  ///
  /// Loops over a block's columns are called with literal counts where those are common, so that
  /// they are unrolled: 8 instructions for a block of three columns rather than 80.
  private struct Row {
    let sums: UnsafePointer<UInt32>
    let means: UnsafeMutablePointer<UInt8>
    /// The number of whole blocks.
    let end: Int
    /// The logarithm of the picture columns that a sample covers.
    let shift: Int
    var division: Division
    /// The next block.
    var block = 0

    /// Writes four blocks at a time, each of one, two or four whole samples.
    @inline(__always)
    mutating func writeVectors(columns: Int, mean: VectorMean) {
      guard columns == 1 || columns == 2 || columns == 4 else { return }
      while block &+ 4 <= end {
        let source = UnsafeRawPointer(sums + block &* columns)
        let sum: SIMD4<UInt32>
        switch columns {
        case 1:
          sum = source.loadUnaligned(as: SIMD4<UInt32>.self)
        case 2:
          let lanes = source.loadUnaligned(as: SIMD8<UInt32>.self)
          sum = lanes.evenHalf &+ lanes.oddHalf
        default:
          let lanes = source.loadUnaligned(as: SIMD16<UInt32>.self)
          let pairs = lanes.evenHalf &+ lanes.oddHalf
          sum = pairs.evenHalf &+ pairs.oddHalf
        }
        UnsafeMutableRawPointer(means + block).storeBytes(of: mean(sum), as: SIMD4<UInt8>.self)
        block &+= 4
      }
    }

    /// Writes blocks of whole samples.
    @inline(__always)
    mutating func writeWhole(columns: Int) {
      var source = sums + block &* columns
      while block < end {
        var sum = 0
        for column in 0..<columns {
          sum &+= Int(source[column])
        }
        means[block] = division(sum &<< shift)
        source += columns
        block &+= 1
      }
    }

    /// Writes two blocks at a time that share their middle sample, of an odd number of picture
    /// columns each under samples that cover two.
    @inline(__always)
    mutating func writePairs(factor: Int) {
      let middle = factor / 2
      var source = sums + block / 2 &* factor
      while block &+ 2 <= end {
        var left = 0
        var right = 0
        for column in 0..<middle {
          left &+= Int(source[column])
          right &+= Int(source[middle &+ 1 &+ column])
        }
        let shared = Int(source[middle])
        means[block] = division(left &+ left &+ shared)
        means[block &+ 1] = division(right &+ right &+ shared)
        source += factor
        block &+= 2
      }
    }

    /// Writes one block of picture columns `first` to `end - 1`, cut where it may be.
    @inline(__always)
    mutating func writeShared(first: Int, end: Int) {
      let firstSample = first &>> shift
      let lastSample = (end &- 1) &>> shift
      var sum = 0
      for sample in firstSample...lastSample {
        sum &+= Int(sums[sample])
      }
      // Every sample counted in full; what hangs over at both ends is taken off.
      let before = first &- firstSample &<< shift
      let after = (lastSample &+ 1) &<< shift &- end
      let hanging = before &* Int(sums[firstSample]) &+ after &* Int(sums[lastSample])
      means[block] = division(sum &<< shift &- hanging)
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
    private let scale: SIMD4<Float>

    /// Prepares division of `scale` times a sum by `count`.
    @inline(__always)
    init(count: Int, scale: Int) {
      reciprocal = SIMD4(repeating: 1 / Float(count))
      self.scale = SIMD4(repeating: Float(scale))
    }

    @inline(__always)
    func callAsFunction(_ sum: SIMD4<UInt32>) -> SIMD4<UInt8> {
      // Adding 2^23 puts a whole number below 2^23 into the low bits of a Float, and rounds what
      // is not whole; conversions of vectors are done lane by lane.
      let shift = SIMD4<Float>(repeating: 0x1p23)
      let bits = sum | SIMD4(repeating: 0x4B00_0000)
      let value = unsafeBitCast(bits, to: SIMD4<Float>.self) - shift
      let mean = (value * scale + SIMD4(repeating: 0.25)) * reciprocal + shift
      return SIMD4<UInt8>(truncatingIfNeeded: unsafeBitCast(mean, to: SIMD4<UInt32>.self))
    }
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
