/// Derivative energies of a block of luma pixels.
package enum DerivativeKernel {
  /// The most columns and the most rows of a block; sums of 128 by 128 squared second differences
  /// (at most 510 squared) over four lanes just fit 32 bits.
  package static let maximumSide = 128

  // A block is widened to 16 bits row by row, as every sample is used thirteen times. Eight
  // widened rows (five are alive) and four rows of `lx` (three are alive) take 3.4 KB, so that
  // they stay in the first-level cache; slots are powers of two so that a row finds its own.
  private static let rowCapacity = maximumSide + 16
  private static let sampleSlots = 8
  private static let laplacianSlots = 4
  /// The number of scratch elements that `sums` needs.
  package static let scratchCount = (sampleSlots + laplacianSlots) * rowCapacity

  private typealias Lanes = SIMD8<Int16>

  /// Sums the derivative products of a block of at most `maximumSide` columns and rows.
  ///
  /// `rows` points at `rowCount + 4` row starts: two rows above the block, the block's rows and
  /// two rows below it. Columns from `firstColumn - 2` to `firstColumn + columnCount + 1` are read.
  /// `scratch` holds `scratchCount` elements of any value.
  package static func sums(
    rows: UnsafePointer<UnsafePointer<UInt8>>, rowCount: Int, firstColumn: Int, columnCount: Int,
    scratch: UnsafeMutablePointer<Int16>
  ) -> DerivativeSums {
    precondition(columnCount <= maximumSide && rowCount <= maximumSide)
    let laplacians = scratch + sampleSlots * rowCapacity
    // Row `index` of `rows` is widened here; its second column is the block's column -2 + 2.
    func samples(_ index: Int) -> UnsafeMutablePointer<Int16> {
      scratch + (index & (sampleSlots &- 1)) &* rowCapacity
    }
    func laplacian(_ index: Int) -> UnsafeMutablePointer<Int16> {
      laplacians + (index & (laplacianSlots &- 1)) &* rowCapacity
    }

    for index in 0..<4 {
      widen(rows[index] + (firstColumn - 2), count: columnCount + 4, to: samples(index))
    }
    takeLaplacian(of: samples(1), count: columnCount, to: laplacian(1))
    takeLaplacian(of: samples(2), count: columnCount, to: laplacian(2))

    let tail = columnCount & 7
    let fullColumns = columnCount &- tail
    let indexes = Lanes(0, 1, 2, 3, 4, 5, 6, 7)
    let tailMask = Lanes().replacing(
      with: Lanes(repeating: -1), where: indexes .< Lanes(repeating: Int16(tail)))
    var lanes = LaneSums()
    var row = 2
    while row < rowCount &+ 2 {
      widen(rows[row &+ 2] + (firstColumn &- 2), count: columnCount &+ 4, to: samples(row &+ 2))
      takeLaplacian(of: samples(row &+ 1), count: columnCount, to: laplacian(row &+ 1))
      let window = Window(
        above2: samples(row &- 2) + 2, above: samples(row &- 1) + 2, centre: samples(row) + 2,
        below: samples(row &+ 1) + 2, below2: samples(row &+ 2) + 2,
        laplacianAbove: laplacian(row &- 1), laplacian: laplacian(row),
        laplacianBelow: laplacian(row &+ 1))
      var noise = Lanes()
      var column = 0
      while column < fullColumns {
        lanes.add(window, column, mask: Lanes(repeating: -1), noise: &noise)
        column &+= 8
      }
      if tail > 0 {
        lanes.add(window, column, mask: tailMask, noise: &noise)
      }
      // 16 steps of at most 8 * 255 fit 16 bits.
      lanes.noise &+= pairwiseProducts(noise, Lanes(repeating: 1))
      row &+= 1
    }
    return lanes.total
  }

  /// The widened rows around one row of a block; each starts at the block's first column.
  private struct Window {
    let above2: UnsafeMutablePointer<Int16>
    let above: UnsafeMutablePointer<Int16>
    let centre: UnsafeMutablePointer<Int16>
    let below: UnsafeMutablePointer<Int16>
    let below2: UnsafeMutablePointer<Int16>
    let laplacianAbove: UnsafeMutablePointer<Int16>
    let laplacian: UnsafeMutablePointer<Int16>
    let laplacianBelow: UnsafeMutablePointer<Int16>
  }

  /// `DerivativeSums` spread over vector lanes.
  private struct LaneSums {
    var gradientXX = SIMD4<Int32>()
    var gradientYY = SIMD4<Int32>()
    var gradientXY = SIMD4<Int32>()
    var wideGradientXX = SIMD4<Int32>()
    var wideGradientYY = SIMD4<Int32>()
    var laplacianXX = SIMD4<Int32>()
    var laplacianYY = SIMD4<Int32>()
    var laplacianXY = SIMD4<Int32>()
    var noise = SIMD4<Int32>()
    var largest = Lanes()
    var smallest = Lanes()

    /// Adds eight columns from `column`; columns whose mask is 0 add nothing.
    @inline(__always)
    mutating func add(_ window: Window, _ column: Int, mask: Lanes, noise: inout Lanes) {
      let centre = load(window.centre, column)
      let above = load(window.above, column)
      let below = load(window.below, column)
      let gx = (load(window.centre, column &+ 1) &- load(window.centre, column &- 1)) & mask
      let gy = (below &- above) & mask
      gradientXX &+= pairwiseProducts(gx, gx)
      gradientYY &+= pairwiseProducts(gy, gy)
      gradientXY &+= pairwiseProducts(gx, gy)
      largest = greater(greater(largest, gx), gy)
      smallest = lesser(lesser(smallest, gx), gy)

      let wx = (load(window.centre, column &+ 2) &- load(window.centre, column &- 2)) & mask
      let wy = (load(window.below2, column) &- load(window.above2, column)) & mask
      wideGradientXX &+= pairwiseProducts(wx, wx)
      wideGradientYY &+= pairwiseProducts(wy, wy)

      let lx = load(window.laplacian, column) & mask
      let ly = (above &+ below &- (centre &+ centre)) & mask
      laplacianXX &+= pairwiseProducts(lx, lx)
      laplacianYY &+= pairwiseProducts(ly, ly)
      laplacianXY &+= pairwiseProducts(lx, ly)

      let outer = load(window.laplacianAbove, column) &+ load(window.laplacianBelow, column)
      let mixed = (outer & mask) &- (lx &+ lx)
      noise &+= greater(mixed, Lanes() &- mixed)
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
      for lane in 0..<8 {
        sums.gradientMaximum = max(
          sums.gradientMaximum, Int(largest[lane]), -Int(smallest[lane]))
      }
      return sums
    }
  }

  @inline(__always)
  private static func load(_ base: UnsafeMutablePointer<Int16>, _ offset: Int) -> Lanes {
    UnsafeRawPointer(base + offset).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  private static func store(_ lanes: Lanes, _ base: UnsafeMutablePointer<Int16>, _ offset: Int) {
    UnsafeMutableRawPointer(base + offset).storeBytes(of: lanes, as: Lanes.self)
  }

  // `pointwiseMax` and `pointwiseMin` are calls out of line; these become one instruction.
  @inline(__always)
  private static func greater(_ left: Lanes, _ right: Lanes) -> Lanes {
    left.replacing(with: right, where: right .> left)
  }

  @inline(__always)
  private static func lesser(_ left: Lanes, _ right: Lanes) -> Lanes {
    left.replacing(with: right, where: right .< left)
  }

  /// Copies `count` samples to 16 bits.
  @inline(__always)
  private static func widen(
    _ source: UnsafePointer<UInt8>, count: Int, to target: UnsafeMutablePointer<Int16>
  ) {
    var index = 0
    while index &+ 8 <= count {
      let bytes = UnsafeRawPointer(source + index).loadUnaligned(as: SIMD8<UInt8>.self)
      store(Lanes(truncatingIfNeeded: bytes), target, index)
      index &+= 8
    }
    while index < count {
      target[index] = Int16(truncatingIfNeeded: source[index])
      index &+= 1
    }
  }

  /// Writes `lx` of the block's columns, and of up to seven more that are masked out later.
  @inline(__always)
  private static func takeLaplacian(
    of samples: UnsafeMutablePointer<Int16>, count: Int, to target: UnsafeMutablePointer<Int16>
  ) {
    var column = 0
    while column < count {
      let centre = load(samples, column &+ 2)
      let sides = load(samples, column &+ 1) &+ load(samples, column &+ 3)
      store(sides &- (centre &+ centre), target, column)
      column &+= 8
    }
  }
}
