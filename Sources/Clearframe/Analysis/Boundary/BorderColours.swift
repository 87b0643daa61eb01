/// The few colours along the frame's borders, which are mostly the desk's.
enum BorderColours {
  /// How many colours are told apart.
  static let colourCount = 4
  /// The least share of the border that a colour holds; rarer ones may be a document's corner.
  static let shareFloor: Float = 0.08

  /// The distance of every cell from the nearest of the border's colours, in levels, for planes
  /// of luma and, if there are three, Cb and Cr.
  static func distance(_ planes: [CoarsePlane]) -> CoarsePlane {
    let first = planes[0]
    let columns = first.columns
    let rows = first.rows
    func colour(_ index: Int) -> SIMD4<Float> {
      guard planes.count == 3 else { return SIMD4(first.values[index], 0, 0, 0) }
      return SIMD4(
        first.values[index], EdgeMap.chromaWeight * planes[1].values[index],
        EdgeMap.chromaWeight * planes[2].values[index], 0)
    }
    var border: [SIMD4<Float>] = []
    for column in 0..<columns {
      border.append(colour(column))
      border.append(colour((rows - 1) * columns + column))
    }
    for row in 1..<(rows - 1) {
      border.append(colour(row * columns))
      border.append(colour(row * columns + columns - 1))
    }
    // k-means from evenly spaced ranks of luma; a few rounds settle it.
    let ranked = border.sorted { $0.x < $1.x }
    var means = (0..<colourCount).map {
      ranked[(2 * $0 + 1) * ranked.count / (2 * colourCount)]
    }
    var counts = [Float](repeating: 0, count: colourCount)
    for _ in 0..<5 {
      var sums = [SIMD4<Float>](repeating: .zero, count: colourCount)
      counts = [Float](repeating: 0, count: colourCount)
      for value in border {
        let nearest = nearest(value, means).index
        sums[nearest] += value
        counts[nearest] += 1
      }
      for index in 0..<colourCount where counts[index] > 0 {
        means[index] = sums[index] / counts[index]
      }
    }
    let total = Float(border.count)
    let kept = means.indices.filter { counts[$0] >= shareFloor * total }.map { means[$0] }
    var result = first
    for index in result.values.indices {
      result.values[index] = nearest(colour(index), kept).square.squareRoot()
    }
    return result
  }

  private static func nearest(
    _ value: SIMD4<Float>, _ means: [SIMD4<Float>]
  ) -> (index: Int, square: Float) {
    var best = (index: 0, square: Float.greatestFiniteMagnitude)
    for index in means.indices {
      let rest = value - means[index]
      let square = rest.x * rest.x + rest.y * rest.y + rest.z * rest.z
      if square < best.square { best = (index, square) }
    }
    return best
  }
}
