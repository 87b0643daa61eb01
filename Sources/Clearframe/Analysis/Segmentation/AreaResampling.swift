/// Resampling of a plane to any size: each new sample is the mean of what it covers, partly covered
/// samples counting by their share.
enum AreaResampling {
  /// The plane at another size.
  static func resampled(
    _ plane: [Float], width: Int, height: Int, toWidth columns: Int, height rows: Int
  ) -> [Float] {
    let across = spans(from: width, to: columns)
    let down = spans(from: height, to: rows)
    var result = [Float](repeating: 0, count: columns * rows)
    var line = [Float](repeating: 0, count: width)
    for row in 0..<rows {
      for column in line.indices { line[column] = 0 }
      for (place, weight) in zip(down[row].first..., down[row].weights) {
        for column in 0..<width { line[column] += weight * plane[place * width + column] }
      }
      for column in 0..<columns {
        var sum: Float = 0
        for (place, weight) in zip(across[column].first..., across[column].weights) {
          sum += weight * line[place]
        }
        result[row * columns + column] = sum
      }
    }
    return result
  }

  /// The samples that each new one covers, and their shares of it.
  private static func spans(from count: Int, to newCount: Int) -> [(first: Int, weights: [Float])] {
    let scale = Float(count) / Float(newCount)
    return (0..<newCount).map { index in
      let low = Float(index) * scale
      let high = min(Float(count), low + scale)
      let first = min(Int(low), count - 1)
      let last = max(first, min(count, Int(high.rounded(.up))) - 1)
      var weights = (first...last).map { place in
        max(0, min(high, Float(place + 1)) - max(low, Float(place)))
      }
      let sum = weights.reduce(0, +)
      for place in weights.indices { weights[place] /= sum }
      return (first, weights)
    }
  }
}
