import ClearframeKernels

/// The colours of a document's squares, averaged over their neighbours as far as noise asks for it.
struct CellColors: Sendable {
  /// The luma of each square, row by row.
  private(set) var luma: [Float]
  /// Its `Cb - 128`.
  private(set) var blue: [Float]
  /// Its `Cr - 128`.
  private(set) var red: [Float]

  /// The noise of a square's chroma, in levels at a luma of 128, from which 3 by 3 are averaged;
  /// from twice as much, 5 by 5. Without it, half a percent of a dark copy lies further from gray
  /// than pale print does.
  private static let noisy: Float = 0.7
  /// The largest difference of neighbours that counts in full: more is print.
  private static let largestStep: Float = 4
  /// The mean distance of two values with a normal deviation of 1, `2 / sqrt(pi)`.
  private static let meanDistance: Float = 1.128

  /// The colours of squares under a light.
  ///
  /// - Parameters:
  ///   - open: the squares on the document that show their colours, row by row.
  ///   - gain: what levels at the paper's luma count for at 128.
  ///   - part: how much of the paper's chroma gray of a luma has.
  init(
    _ grid: DocumentCells, open: [Int], under white: WhitePoint, gain: Float,
    part: (_ luma: Float) -> Float
  ) {
    luma = Self.means(grid.cells, besides: 0) { $0.luma }
    blue = Self.means(grid.cells, besides: 128) { $0.blue }
    red = Self.means(grid.cells, besides: 128) { $0.red }
    let noise =
      gain
      * Self.noise(
        of: blue, red, at: luma, open: open, columns: grid.columns, under: white, part: part)
    guard noise > Self.noisy else { return }
    let reach = noise > 2 * Self.noisy ? 2 : 1
    let weights = Self.boxSums(grid.isOpen.map { $0 ? 1 : 0 }, grid, reach: reach)
    luma = Self.mean(luma, weights, grid, reach: reach)
    blue = Self.mean(blue, weights, grid, reach: reach)
    red = Self.mean(red, weights, grid, reach: reach)
  }

  /// One of the squares' means, less a level.
  private static func means(
    _ cells: [ColorCellKernel.Cell], besides level: Float, _ sum: (ColorCellKernel.Cell) -> UInt16
  ) -> [Float] {
    let scale = ColorCellKernel.scale
    return [Float](unsafeUninitializedCapacity: cells.count) { means, count in
      for index in cells.indices {
        means.initializeElement(at: index, to: Float(sum(cells[index])) * scale - level)
      }
      count = cells.count
    }
  }

  /// The deviation of the chroma's noise, from neighbours in a row; a mean, because coded chroma
  /// comes in steps. The light's chroma is taken off: print in tinted light changes with its luma,
  /// which is no noise.
  private static func noise(
    of blue: [Float], _ red: [Float], at luma: [Float], open: [Int], columns: Int,
    under white: WhitePoint, part: (_ luma: Float) -> Float
  ) -> Float {
    var sums = SIMD2<Float>(repeating: 0)
    var count: Float = 0
    var last = SIMD2<Float>(repeating: 0)
    // What follows the last square in its row.
    var neighbour: Int?
    var rowEnd = 0
    for index in open {
      let part = part(luma[index])
      let here = SIMD2(blue[index] - part * white.blue, red[index] - part * white.red)
      if index == neighbour {
        sums.x += min(largestStep, abs(here.x - last.x))
        sums.y += min(largestStep, abs(here.y - last.y))
        count += 1
      }
      last = here
      if index >= rowEnd { rowEnd = (index / columns + 1) * columns }
      neighbour = index + 1 < rowEnd ? index + 1 : nil
    }
    return count > 0 ? max(sums.x, sums.y) / count / meanDistance : 0
  }

  /// The mean of the open squares around each; what has none keeps its value.
  private static func mean(
    _ plane: [Float], _ weights: [Float], _ grid: DocumentCells, reach: Int
  ) -> [Float] {
    var open = plane
    for index in open.indices where !grid.isOpen[index] { open[index] = 0 }
    var sums = boxSums(open, grid, reach: reach)
    for index in sums.indices {
      sums[index] = weights[index] > 0 ? sums[index] / weights[index] : plane[index]
    }
    return sums
  }

  /// The sums over the squares up to `reach` away.
  private static func boxSums(_ plane: [Float], _ grid: DocumentCells, reach: Int) -> [Float] {
    let columns = grid.columns
    let rows = grid.rows
    var across = [Float](repeating: 0, count: plane.count)
    var sums = across
    for row in 0..<rows {
      for column in 0..<columns {
        var sum: Float = 0
        for near in max(0, column - reach)...min(columns - 1, column + reach) {
          sum += plane[row * columns + near]
        }
        across[row * columns + column] = sum
      }
    }
    for row in 0..<rows {
      for near in max(0, row - reach)...min(rows - 1, row + reach) {
        for column in 0..<columns {
          sums[row * columns + column] += across[near * columns + column]
        }
      }
    }
    return sums
  }
}
