/// Derivative energies of a block of luma pixels.
///
/// Every second row is sampled. The energies of neighbouring rows tell nearly the same, as they
/// share most of their pixels, and summing all of them took a fifth of all instructions of a
/// judgement. Only the largest gradient, which one row may hold alone, is looked for in every row.
package enum DerivativeKernel {
  /// The most columns and the most rows of a block; sums of 128 by 64 squared second differences
  /// (at most 510 squared) over four lanes fit 32 bits.
  package static let maximumSide = 128

  private typealias Samples = SIMD16<UInt8>
  private typealias Lanes = SIMD8<Int16>
  private typealias Sums = SIMD4<Int32>

  /// Sums the derivative products of a block of at most `maximumSide` columns and rows.
  ///
  /// `rows` points at `rowCount + 4` row starts: two rows above the block, the block's rows and
  /// two rows below it. Columns from `firstColumn - 2` to `firstColumn + columnCount + 1` are read.
  /// The rows `firstSampledRow`, 0 or 1, and every second one after it are summed.
  package static func sums(
    rows: UnsafePointer<UnsafePointer<UInt8>>, rowCount: Int, firstSampledRow: Int,
    firstColumn: Int, columnCount: Int
  ) -> DerivativeSums {
    precondition(columnCount <= maximumSide && rowCount <= maximumSide)
    guard columnCount >= 16 else {
      return sumsReference(
        rows: rows, rowCount: rowCount, firstSampledRow: firstSampledRow,
        firstColumn: firstColumn, columnCount: columnCount)
    }
    let tail = columnCount & 15
    let fullColumns = columnCount &- tail
    // The last group of a width that is no multiple of 16 reaches back; what has been counted
    // becomes 0 in every row and adds nothing.
    let all = Samples(repeating: 0xFF)
    let indexes = Samples(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    let tailMask = Samples().replacing(
      with: all, where: indexes .>= Samples(repeating: UInt8(16 &- tail)))
    var lanes = LaneSums()
    var row = 0
    while row < rowCount {
      let window = Window(rows + row, firstColumn: firstColumn)
      var column = 0
      if (row ^ firstSampledRow) & 1 == 0 {
        var noise = Lanes()
        while column < fullColumns {
          lanes.add(window, column, mask: all, noise: &noise)
          column &+= 16
        }
        if tail > 0 { lanes.add(window, columnCount &- 16, mask: tailMask, noise: &noise) }
        // 8 groups, of two times 8 lanes with at most 8 * 255 each, fit 16 bits.
        lanes.noise &+= pairwiseProducts(noise, Lanes(repeating: 1))
      } else {
        while column < fullColumns {
          lanes.addMaximum(window, column)
          column &+= 16
        }
        if tail > 0 { lanes.addMaximum(window, columnCount &- 16) }
      }
      row &+= 1
    }
    return lanes.total
  }

  /// The rows around one row of a block; each starts at the block's first column.
  private struct Window {
    let above2: UnsafePointer<UInt8>
    let above: UnsafePointer<UInt8>
    let centre: UnsafePointer<UInt8>
    let below: UnsafePointer<UInt8>
    let below2: UnsafePointer<UInt8>

    @inline(__always)
    init(_ rows: UnsafePointer<UnsafePointer<UInt8>>, firstColumn: Int) {
      above2 = rows[0] + firstColumn
      above = rows[1] + firstColumn
      centre = rows[2] + firstColumn
      below = rows[3] + firstColumn
      below2 = rows[4] + firstColumn
    }
  }

  /// `DerivativeSums` spread over vector lanes.
  private struct LaneSums {
    var gradientXX = Sums()
    var gradientYY = Sums()
    var gradientXY = Sums()
    var wideGradientXX = Sums()
    var wideGradientYY = Sums()
    var laplacianXX = Sums()
    var laplacianYY = Sums()
    var laplacianXY = Sums()
    var noise = Sums()
    var maximum = Samples()

    /// Adds sixteen columns from `column`; those whose mask is 0 add nothing.
    @inline(__always)
    mutating func add(_ window: Window, _ column: Int, mask: Samples, noise: inout Lanes) {
      let left = load(window.centre, column &- 1) & mask
      let right = load(window.centre, column &+ 1) & mask
      let above = load(window.above, column) & mask
      let below = load(window.below, column) & mask
      maximum = greater(maximum, greater(distance(left, right), distance(above, below)))
      // Squares do not need the sign.
      wideGradientXX &+= squares(
        distance(
          load(window.centre, column &- 2) & mask, load(window.centre, column &+ 2) & mask))
      wideGradientYY &+= squares(
        distance(load(window.above2, column) & mask, load(window.below2, column) & mask))
      let centre = load(window.centre, column) & mask
      let aboveLeft = load(window.above, column &- 1) & mask
      let aboveRight = load(window.above, column &+ 1) & mask
      let belowLeft = load(window.below, column &- 1) & mask
      let belowRight = load(window.below, column &+ 1) & mask
      addHalf(
        left: lowSamples(left), right: lowSamples(right), above: lowSamples(above),
        below: lowSamples(below), centre: lowSamples(centre),
        corners: lowSamples(aboveLeft) &+ lowSamples(aboveRight) &+ lowSamples(belowLeft)
          &+ lowSamples(belowRight), noise: &noise)
      addHalf(
        left: highSamples(left), right: highSamples(right), above: highSamples(above),
        below: highSamples(below), centre: highSamples(centre),
        corners: highSamples(aboveLeft) &+ highSamples(aboveRight) &+ highSamples(belowLeft)
          &+ highSamples(belowRight), noise: &noise)
    }

    /// Adds eight columns but for the wide gradients and the maximum.
    @inline(__always)
    private mutating func addHalf(
      left: Lanes, right: Lanes, above: Lanes, below: Lanes, centre: Lanes, corners: Lanes,
      noise: inout Lanes
    ) {
      let gx = right &- left
      let gy = below &- above
      gradientXX &+= pairwiseProducts(gx, gx)
      gradientYY &+= pairwiseProducts(gy, gy)
      gradientXY &+= pairwiseProducts(gx, gy)
      let twice = centre &+ centre
      let lx = left &+ right &- twice
      let ly = above &+ below &- twice
      laplacianXX &+= pairwiseProducts(lx, lx)
      laplacianYY &+= pairwiseProducts(ly, ly)
      laplacianXY &+= pairwiseProducts(lx, ly)
      // The weights 1 -2 1, -2 4 -2, 1 -2 1: corners less twice the sides, and the centre.
      let rest = lx &+ ly &+ twice
      let mixed = corners &- (rest &+ rest)
      noise &+= greater(mixed, Lanes() &- mixed)
    }

    /// Looks for the largest gradient in sixteen columns from `column`.
    @inline(__always)
    mutating func addMaximum(_ window: Window, _ column: Int) {
      maximum = greater(
        maximum,
        greater(
          distance(load(window.centre, column &- 1), load(window.centre, column &+ 1)),
          distance(load(window.above, column), load(window.below, column))))
    }

    var total: DerivativeSums {
      var sums = DerivativeSums()
      sums.gradientXX = laneSum(gradientXX)
      sums.gradientYY = laneSum(gradientYY)
      sums.gradientXY = laneSum(gradientXY)
      sums.wideGradientXX = laneSum(wideGradientXX)
      sums.wideGradientYY = laneSum(wideGradientYY)
      sums.laplacianXX = laneSum(laplacianXX)
      sums.laplacianYY = laneSum(laplacianYY)
      sums.laplacianXY = laneSum(laplacianXY)
      sums.noiseSum = laneSum(noise)
      for lane in 0..<16 {
        sums.gradientMaximum = max(sums.gradientMaximum, Int(maximum[lane]))
      }
      return sums
    }
  }

  @inline(__always)
  private static func load(_ base: UnsafePointer<UInt8>, _ offset: Int) -> Samples {
    UnsafeRawPointer(base + offset).loadUnaligned(as: Samples.self)
  }

  @inline(__always)
  private static func squares(_ samples: Samples) -> Sums {
    let low = lowSamples(samples)
    let high = highSamples(samples)
    return pairwiseProducts(low, low) &+ pairwiseProducts(high, high)
  }
}
