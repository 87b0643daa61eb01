package import FixtureKit

extension Bitmap {
  /// The picture at another size, each pixel the mean of the area it covers.
  package func resized(width newWidth: Int, height newHeight: Int) -> Bitmap {
    var across = [Float](repeating: 0, count: newWidth * height * channels)
    for (column, span) in Self.spans(from: width, to: newWidth).enumerated() {
      for row in 0..<height {
        for channel in 0..<channels {
          var sum: Float = 0
          for (offset, weight) in span.weights.enumerated() {
            sum += weight * Float(samples[(row * width + span.first + offset) * channels + channel])
          }
          across[(row * newWidth + column) * channels + channel] = sum
        }
      }
    }
    var result = [UInt8](repeating: 0, count: newWidth * newHeight * channels)
    let stride = newWidth * channels
    for (row, span) in Self.spans(from: height, to: newHeight).enumerated() {
      for index in 0..<stride {
        var sum: Float = 0
        for (offset, weight) in span.weights.enumerated() {
          sum += weight * across[(span.first + offset) * stride + index]
        }
        result[row * stride + index] = UInt8(clamp(sum + 0.5, 0, 255))
      }
    }
    return Bitmap(width: newWidth, height: newHeight, channels: channels, samples: result)
  }

  /// The picture scaled so that its long side has a number of pixels.
  package func resized(longSide: Int) -> Bitmap {
    let scale = Float(longSide) / Float(max(width, height))
    return resized(
      width: max(1, Int(Float(width) * scale + 0.5)),
      height: max(1, Int(Float(height) * scale + 0.5)))
  }

  /// For each new sample, the first old one that it takes part of, and the weights, which sum to 1.
  private static func spans(from: Int, to: Int) -> [(first: Int, weights: [Float])] {
    let step = Float(from) / Float(to)
    return (0..<to).map { index in
      // Enlarging takes a window of one old sample, so that neighbours blend.
      let centre = (Float(index) + 0.5) * step
      let half = max(step, 1) / 2
      let low = max(0, centre - half)
      let high = min(Float(from), centre + half)
      let first = min(from - 1, Int(low))
      let last = max(first + 1, min(from, Int(high.rounded(.up))))
      var weights = (first..<last).map { cell in
        max(0, min(high, Float(cell) + 1) - max(low, Float(cell)))
      }
      let total = max(1e-6, weights.reduce(0, +))
      for cell in weights.indices { weights[cell] /= total }
      return (first, weights)
    }
  }
}
