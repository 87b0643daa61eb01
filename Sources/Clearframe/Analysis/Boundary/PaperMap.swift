/// The picture as paper with marks on it, on a coarse grid: the level of the paper, its colour and
/// the darkest sample of each cell.
package struct PaperMap: Sendable {
  /// The grid's largest long side, in cells: a cell is about 1 % of the picture.
  static let gridLimit = 105
  /// How much darker than the paper around it a mark is, over the paper's level: pencil departs by
  /// a quarter and more, paper's own shading within a cell by a tenth.
  static let markDepth: Float = 0.2
  /// The least level that differences are measured against; below it they are noise.
  static let levelFloor: Float = 16

  /// How many reduced pixels a cell covers in each direction.
  package let step: Int
  /// The brightest luma of each cell.
  package let brightest: CoarsePlane
  /// The paper's luma: the same with print up to four cells wide closed.
  package let level: CoarsePlane
  /// The paper's Cb and Cr, each the mean over nine cells; empty for a gray picture.
  package let chroma: [CoarsePlane]
  /// Whether each cell shows a mark, row by row.
  package let isMarked: [Bool]

  /// Averages `image`; nil for a picture of few cells.
  package init?(_ image: ReducedImage) {
    let step = max(1, (max(image.width, image.height) + Self.gridLimit - 1) / Self.gridLimit)
    guard image.width / step >= 16, image.height / step >= 16 else { return nil }
    self.step = step
    let columns = image.width / step
    let rows = image.height / step
    // Whole rows are compared first, over neighbouring samples, in vectors.
    var highs = [Float](repeating: 0, count: columns * step)
    var lows = highs
    var brightestOfCells = [Float](repeating: 0, count: columns * rows)
    var darkest = brightestOfCells
    image.luma.withUnsafeBufferPointer { luma in
      for row in 0..<rows {
        let first = row * step * image.width
        for place in highs.indices {
          highs[place] = luma[first + place]
          lows[place] = luma[first + place]
        }
        for line in 1..<max(1, step) {
          let base = first + line * image.width
          for place in highs.indices {
            let value = luma[base + place]
            highs[place] = value > highs[place] ? value : highs[place]
            lows[place] = value < lows[place] ? value : lows[place]
          }
        }
        for column in 0..<columns {
          var high = highs[column * step]
          var low = lows[column * step]
          for place in column * step..<(column + 1) * step {
            high = max(high, highs[place])
            low = min(low, lows[place])
          }
          brightestOfCells[row * columns + column] = high
          darkest[row * columns + column] = low
        }
      }
    }
    let brightest = CoarsePlane(columns: columns, rows: rows, values: brightestOfCells)
    let level = brightest.closed(radius: 2)
    self.brightest = brightest
    self.level = level
    isMarked = level.values.indices.map { index in
      let paper = level.values[index]
      return paper - darkest[index] > Self.markDepth * max(paper, Self.levelFloor)
    }
    chroma = [image.chromaBlue, image.chromaRed].compactMap { plane in
      plane.isEmpty
        ? nil
        : CoarsePlane(plane, width: image.width, height: image.height, step: step).smoothed()
    }
  }

  /// The number of columns.
  package var columns: Int { level.columns }
  /// The number of rows.
  package var rows: Int { level.rows }

  /// The squared distance of a cell's chroma from another chroma, in levels.
  func chromaDistance(_ index: Int, _ other: SIMD2<Float>) -> Float {
    let rest = colour(index) - other
    return (rest * rest).sum()
  }

  /// A cell's Cb and Cr; 128 for a gray picture.
  func colour(_ index: Int) -> SIMD2<Float> {
    chroma.count == 2 ? SIMD2(chroma[0].values[index], chroma[1].values[index]) : SIMD2(128, 128)
  }

  /// The cell at a point of the reduced image; nil outside of the grid.
  func cell(at point: SIMD2<Float>) -> Int? {
    let x = (point.x / Float(step)).rounded(.down)
    let y = (point.y / Float(step)).rounded(.down)
    guard x >= 0, y >= 0, x < Float(columns), y < Float(rows) else { return nil }
    return Int(y) * columns + Int(x)
  }
}
