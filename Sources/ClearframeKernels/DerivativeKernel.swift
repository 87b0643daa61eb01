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

    let start = firstColumn - 2
    for index in 0..<4 {
      widen(rows[index] + start, from: 0, to: columnCount + 4, into: samples(index))
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
      // The columns beside the full groups of eight; the groups are widened on the way.
      let bytes = rows[row &+ 2] + start
      let below2 = samples(row &+ 2)
      if columnCount >= 4 {
        store(widened(bytes, 0), below2, 0)
      }
      widen(bytes, from: fullColumns &+ 2, to: columnCount &+ 4, into: below2)
      let window = Window(
        below2Bytes: bytes + 2, above2: samples(row &- 2) + 2, above: samples(row &- 1) + 2,
        centre: samples(row) + 2, below: samples(row &+ 1) + 2, below2: below2 + 2,
        laplacianAbove: laplacian(row &- 1), laplacian: laplacian(row),
        laplacianBelow: laplacian(row &+ 1))
      var noise = Lanes()
      var column = 0
      while column < fullColumns {
        let below2 = widened(window.below2Bytes, column)
        store(below2, window.below2, column)
        lanes.add(window, column, below2: below2, mask: Lanes(repeating: -1), noise: &noise)
        column &+= 8
      }
      if tail > 0 {
        lanes.add(
          window, column, below2: load(window.below2, column), mask: tailMask, noise: &noise)
      }
      // 16 steps of at most 8 * 255 fit 16 bits.
      lanes.noise &+= pairwiseProducts(noise, Lanes(repeating: 1))
      row &+= 1
    }
    return lanes.total
  }

  /// The widened rows around one row of a block; each starts at the block's first column.
  private struct Window {
    let below2Bytes: UnsafePointer<UInt8>
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

    /// Adds eight columns from `column`, and leaves `lx` of the row below for the next row;
    /// columns whose mask is 0 add nothing.
    @inline(__always)
    mutating func add(
      _ window: Window, _ column: Int, below2: Lanes, mask: Lanes, noise: inout Lanes
    ) {
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
      let wy = (below2 &- load(window.above2, column)) & mask
      wideGradientXX &+= pairwiseProducts(wx, wx)
      wideGradientYY &+= pairwiseProducts(wy, wy)

      let lx = load(window.laplacian, column) & mask
      let ly = (above &+ below &- (centre &+ centre)) & mask
      laplacianXX &+= pairwiseProducts(lx, lx)
      laplacianYY &+= pairwiseProducts(ly, ly)
      laplacianXY &+= pairwiseProducts(lx, ly)

      let lxBelow =
        load(window.below, column &- 1) &+ load(window.below, column &+ 1) &- (below &+ below)
      store(lxBelow, window.laplacianBelow, column)
      let outer = load(window.laplacianAbove, column) &+ lxBelow
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

  /// Eight samples in 16 bits.
  @inline(__always)
  private static func widened(_ source: UnsafePointer<UInt8>, _ offset: Int) -> Lanes {
    Lanes(
      truncatingIfNeeded:
        UnsafeRawPointer(source + offset).loadUnaligned(as: SIMD8<UInt8>.self))
  }

  /// Copies the samples `first` to `end - 1` to 16 bits, and none from `end` on.
  @inline(__always)
  private static func widen(
    _ source: UnsafePointer<UInt8>, from first: Int, to end: Int,
    into target: UnsafeMutablePointer<Int16>
  ) {
    guard end >= 8 else {
      for index in 0..<end {
        target[index] = Int16(truncatingIfNeeded: source[index])
      }
      return
    }
    var index = first
    while index &+ 8 <= end {
      store(widened(source, index), target, index)
      index &+= 8
    }
    // The last group may take some samples again.
    store(widened(source, end &- 8), target, end &- 8)
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
