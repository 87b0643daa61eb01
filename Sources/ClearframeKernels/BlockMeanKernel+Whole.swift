extension BlockMeanKernel {
  /// Whether `writeWhole` takes blocks of `columns` by `rows` samples.
  ///
  /// Cameras of 11 to 20 megapixels get working pixels of 4 by 4 luma samples, which under their
  /// usual subsampling are 2 by 2 chroma samples.
  package static func isWholeBlock(columns: Int, rows: Int) -> Bool {
    columns == rows && (columns == 2 || columns == 4)
  }

  /// Writes one row of block means straight from the samples, rounded to nearest with halves
  /// upwards.
  ///
  /// Blocks have `side` by `side` samples, 2 or 4. `base` is the first sample of `side` rows of
  /// `side * blocks` columns.
  package static func writeWhole(
    _ base: UnsafePointer<UInt8>, stride: Int, side: Int, blocks: Int,
    to means: UnsafeMutablePointer<UInt8>
  ) {
    var block = 0
    if side == 4 {
      while block &+ 4 <= blocks {
        let source = UnsafeRawPointer(base + 4 &* block)
        let pairs =
          pairSums(source) &+ pairSums(source + stride) &+ pairSums(source + 2 &* stride)
          &+ pairSums(source + 3 &* stride)
        let sums = pairwiseProducts(
          unsafeBitCast(pairs, to: SIMD8<Int16>.self), SIMD8<Int16>(repeating: 1))
        let rounded =
          (unsafeBitCast(sums, to: SIMD4<UInt32>.self) &+ SIMD4(repeating: 8))
          &>> SIMD4<UInt32>(repeating: 4)
        UnsafeMutableRawPointer(means + block).storeBytes(
          of: SIMD4<UInt8>(truncatingIfNeeded: rounded), as: SIMD4<UInt8>.self)
        block &+= 4
      }
    } else if side == 2 {
      while block &+ 8 <= blocks {
        let source = UnsafeRawPointer(base + 2 &* block)
        let sums = pairSums(source) &+ pairSums(source + stride)
        let rounded = (sums &+ SIMD8(repeating: 2)) &>> SIMD8<UInt16>(repeating: 2)
        UnsafeMutableRawPointer(means + block).storeBytes(
          of: SIMD8<UInt8>(truncatingIfNeeded: rounded), as: SIMD8<UInt8>.self)
        block &+= 8
      }
    }
    while block < blocks {
      means[block] = mean(base + side &* block, stride: stride, side: side)
      block &+= 1
    }
  }

  /// The sums of eight pairs of neighbouring samples.
  @inline(__always)
  private static func pairSums(_ source: UnsafeRawPointer) -> SIMD8<UInt16> {
    let pairs = source.loadUnaligned(as: SIMD8<UInt16>.self)
    return (pairs & SIMD8(repeating: 0xFF)) &+ (pairs &>> SIMD8<UInt16>(repeating: 8))
  }

  private static func mean(_ base: UnsafePointer<UInt8>, stride: Int, side: Int) -> UInt8 {
    var sum = 0
    for row in 0..<side {
      for column in 0..<side { sum &+= Int(base[row &* stride &+ column]) }
    }
    return UInt8(truncatingIfNeeded: (sum &+ side &* side / 2) / (side &* side))
  }

  /// The plain form of `writeWhole(_:stride:side:blocks:to:)`.
  package static func writeWholeReference(
    _ base: UnsafePointer<UInt8>, stride: Int, side: Int, blocks: Int,
    to means: UnsafeMutablePointer<UInt8>
  ) {
    for block in 0..<blocks {
      means[block] = mean(base + side * block, stride: stride, side: side)
    }
  }
}
