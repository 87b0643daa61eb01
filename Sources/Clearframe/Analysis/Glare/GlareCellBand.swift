/// What a row of cells of a rectified document adds up to, column of samples by column.
///
/// Whole rows of bytes are compared at a time, which processors do sixteen at once; only then are
/// the columns of each cell taken together.
struct GlareCellBand {
  /// The sums and extremes of the samples of one cell.
  struct Cell: Equatable {
    /// The sum of the paper's luma.
    var sum = 0
    /// The number of burnt-out samples.
    var clippedCount = 0
    var darkest: UInt8 = 255
    var brightest: UInt8 = 0
    /// The largest difference of paper over two samples.
    var paperStep: UInt8 = 0
    /// The same of luma.
    var printStep: UInt8 = 0
    /// Whether all samples lie inside the frame.
    var isSeen = true
  }

  private var sums: [UInt16]
  private var clippedCounts: [UInt8]
  private var darkest: [UInt8]
  private var brightest: [UInt8]
  private var paperSteps: [UInt8]
  private var printSteps: [UInt8]
  private var isSeen: [Bool]

  /// Takes the `GlareCells.side` rows of samples from `top` on.
  ///
  /// - Parameter closed: The document's luma with strokes closed.
  init(_ document: RectifiedDocument, closed: [UInt8], top: Int) {
    let width = document.width
    let height = document.height
    sums = [UInt16](repeating: 0, count: width)
    clippedCounts = [UInt8](repeating: 0, count: width)
    darkest = [UInt8](repeating: 255, count: width)
    brightest = [UInt8](repeating: 0, count: width)
    paperSteps = [UInt8](repeating: 0, count: width)
    printSteps = [UInt8](repeating: 0, count: width)
    isSeen = [Bool](repeating: true, count: width)
    guard width > 1 else { return }
    for y in top..<top + GlareCells.side {
      let row = y * width..<(y + 1) * width
      let above = max(0, y - 1) * width
      let below = min(height - 1, y + 1) * width
      document.luma.withUnsafeBufferPointer { luma in
        guard let luma = luma.baseAddress else { return }
        let line = luma + row.lowerBound
        for x in 0..<width {
          let value = line[x]
          clippedCounts[x] &+= value >= GlareCells.clippedLuma ? 1 : 0
          darkest[x] = value < darkest[x] ? value : darkest[x]
          brightest[x] = value > brightest[x] ? value : brightest[x]
        }
        Self.raise(
          &printSteps, line: line, above: luma + above, below: luma + below, width: width)
      }
      closed.withUnsafeBufferPointer { closed in
        guard let closed = closed.baseAddress else { return }
        let line = closed + row.lowerBound
        for x in 0..<width { sums[x] &+= UInt16(line[x]) }
        Self.raise(
          &paperSteps, line: line, above: closed + above, below: closed + below, width: width)
      }
      for (x, index) in row.enumerated() where !document.isSeen[index] { isSeen[x] = false }
    }
  }

  /// The cell over the samples from `GlareCells.side * column` on.
  func cell(_ column: Int) -> Cell {
    var cell = Cell()
    for x in column * GlareCells.side..<(column + 1) * GlareCells.side {
      cell.sum += Int(sums[x])
      cell.clippedCount += Int(clippedCounts[x])
      cell.darkest = min(cell.darkest, darkest[x])
      cell.brightest = max(cell.brightest, brightest[x])
      cell.paperStep = max(cell.paperStep, paperSteps[x])
      cell.printStep = max(cell.printStep, printSteps[x])
      cell.isSeen = cell.isSeen && isSeen[x]
    }
    return cell
  }

  /// Raises the steps to those of one line: between the samples before and after, above and below.
  private static func raise(
    _ steps: inout [UInt8], line: UnsafePointer<UInt8>, above: UnsafePointer<UInt8>,
    below: UnsafePointer<UInt8>, width: Int
  ) {
    steps.withUnsafeMutableBufferPointer { steps in
      guard let steps = steps.baseAddress else { return }
      for x in 0..<width {
        let down = difference(above[x], below[x])
        steps[x] = down > steps[x] ? down : steps[x]
      }
      let before = line - 1
      let after = line + 1
      for x in 1..<width - 1 {
        let across = difference(before[x], after[x])
        steps[x] = across > steps[x] ? across : steps[x]
      }
      // The outermost samples repeat beyond the raster.
      steps[0] = max(steps[0], difference(line[0], line[1]))
      steps[width - 1] = max(steps[width - 1], difference(line[width - 2], line[width - 1]))
    }
  }

  @inline(__always)
  private static func difference(_ one: UInt8, _ two: UInt8) -> UInt8 {
    (one > two ? one : two) &- (one < two ? one : two)
  }
}
