import ClearframeKernels

/// One plane of the working image while it is being filled from the top.
struct WorkingImagePlane: ~Copyable {
  /// The columns of the stored picture.
  private let storedWidth: Int
  /// The stored pixels that a working pixel covers in each direction.
  private let factor: Int
  /// The working columns.
  private let width: Int
  /// Sums down the stored columns of the working row being filled.
  private let sums: ScratchBuffer<UInt32>
  /// Whether the sums are what the last working row left.
  private var isRowEmpty = true
  /// Whether the working row being filled has been written already.
  private var isRowWritten = false
  /// The working samples; rows not written yet keep the value they began with.
  private(set) var samples: [UInt8]

  /// Makes a plane of `value` throughout, or an empty one for a picture that lacks the plane.
  init(storedSize: PixelSize, factor: Int, repeating value: UInt8, isEmpty: Bool = false) {
    storedWidth = storedSize.width
    self.factor = factor
    width = (storedSize.width + factor - 1) / factor
    sums = ScratchBuffer(count: isEmpty ? 0 : storedSize.width)
    let height = (storedSize.height + factor - 1) / factor
    samples = Array(repeating: value, count: isEmpty ? 0 : width * height)
  }

  /// Adds rows of the stored plane, each counted `weight` times.
  mutating func add(_ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int, weight: Int)
  {
    var row = 0
    while row < rows {
      let count = min(rows - row, ColumnSumKernel.maximumRows)
      ColumnSumKernel.add(
        base.advanced(by: row * stride), stride: stride, columns: min(columns, sums.count),
        rows: count, weight: weight, replacing: isRowEmpty, to: sums.base)
      isRowEmpty = false
      row += count
    }
  }

  /// Writes a working row straight from all rows of the stored plane that it covers, where that can
  /// be done; otherwise adds them.
  mutating func addWhole(
    _ row: Int, _ base: UnsafePointer<UInt8>, stride: Int, columns: Int, rows: Int,
    horizontalFactor: Int, weight: Int
  ) {
    let side = factor / horizontalFactor
    guard isRowEmpty, !isRowWritten, rows * weight == factor, side * horizontalFactor == factor,
      storedWidth % factor == 0, columns == width * side,
      BlockMeanKernel.isWholeBlock(columns: side, rows: rows)
    else {
      add(base, stride: stride, columns: columns, rows: rows, weight: weight)
      return
    }
    let offset = row * width
    let blocks = width
    samples.withUnsafeMutableBufferPointer { samples in
      guard let target = samples.baseAddress else { return }
      BlockMeanKernel.writeWhole(
        base, stride: stride, side: side, blocks: blocks, to: target.advanced(by: offset))
    }
    isRowWritten = true
  }

  /// Writes a working row from the `rowCount` stored rows added since the last one.
  mutating func writeRow(_ row: Int, rowCount: Int, horizontalFactor: Int) {
    if isRowWritten {
      isRowWritten = false
      return
    }
    let offset = row * width
    samples.withUnsafeMutableBufferPointer { samples in
      guard let base = samples.baseAddress else { return }
      BlockMeanKernel.write(
        sums: sums.base, width: storedWidth, factor: factor, horizontalFactor: horizontalFactor,
        rowCount: rowCount, to: base.advanced(by: offset))
    }
    isRowEmpty = true
  }
}
