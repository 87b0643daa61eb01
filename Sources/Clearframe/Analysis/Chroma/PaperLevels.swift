/// How bright the paper around each sample of a raster is.
struct PaperLevels: Sendable {
  /// The side of the squares whose largest value is their paper, in samples.
  private static let side = 8
  /// How many squares around it tell a sample's paper: wider than a portrait, narrower than the
  /// fall of a lamp's light over a page.
  private static let reach = 6

  private let columns: Int
  private let levels: [UInt8]

  /// Takes the levels from `width * height` samples whose strokes are closed.
  ///
  /// - Parameter isSeen: Whether each sample counts; all do where it is nil.
  init(_ closed: [UInt8], width: Int, height: Int, isSeen: [Bool]? = nil) {
    columns = (width + Self.side - 1) / Self.side
    let rows = (height + Self.side - 1) / Self.side
    var paper = [UInt8](repeating: 0, count: columns * rows)
    for row in 0..<height {
      for column in 0..<width {
        let index = row * width + column
        if let isSeen, !isSeen[index] { continue }
        let cell = row / Self.side * columns + column / Self.side
        paper[cell] = max(paper[cell], closed[index])
      }
    }
    paper = Self.spread(paper, count: columns, lines: rows, step: 1, lineStep: columns)
    levels = Self.spread(paper, count: rows, lines: columns, step: columns, lineStep: 1)
  }

  /// The paper's level at a sample.
  subscript(column: Int, row: Int) -> UInt8 {
    levels[row / Self.side * columns + column / Self.side]
  }

  /// The largest value within `reach` of each along one axis.
  private static func spread(
    _ values: [UInt8], count: Int, lines: Int, step: Int, lineStep: Int
  ) -> [UInt8] {
    var result = values
    for line in 0..<lines {
      for place in 0..<count {
        var largest: UInt8 = 0
        for near in max(0, place - reach)...min(count - 1, place + reach) {
          largest = max(largest, values[line * lineStep + near * step])
        }
        result[line * lineStep + place * step] = largest
      }
    }
    return result
  }
}
