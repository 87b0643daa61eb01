/// Thin edges of a reduced image, with their direction and a strength relative to their surround.
///
/// The gradient is Scharr's, taken in the channel that answers most. Edges are thinned across
/// their direction. Their strength counts against the mean gradient around them (surround
/// suppression, after Grigorescu, Petkov and Westenberg, Contour detection based on nonclassical
/// receptive field inhibition, IEEE TIP 12(7), 2003), so that a lone faint edge weighs as much as
/// a strong one, and an edge in the midst of texture or print weighs little.
package struct EdgeMap: Sendable {
  /// The number of columns.
  package let width: Int
  /// The number of rows.
  package let height: Int
  /// Strength of thinned edges, 0 (none) to 1.
  package private(set) var strength: [Float]
  /// The horizontal part of the unit vector along the gradient.
  package private(set) var normalX: [Float]
  /// The vertical part of the unit vector along the gradient.
  package private(set) var normalY: [Float]
  /// Indices of the edge pixels, in row order.
  package private(set) var pixels: [Int32]

  /// The weight of chroma differences: chroma spans less than luma and carries less noise.
  static let chromaWeight: Float = 1.4
  /// Bounds of the least gradient of an edge, in levels per pixel. Between them it is 3.3 times
  /// the lower-fifth magnitude, which for noise (a Rayleigh distribution) is 2.2 standard
  /// deviations.
  static let gradientFloor: ClosedRange<Float> = 0.2...0.6
  /// Half the side of the boxes over which the surround is averaged.
  static let surroundRadius = 4
  /// How far from an edge, to both sides, the centres of the two boxes lie. The quieter box
  /// counts: beside a document's edge one side is plain, in texture and print neither is.
  static let surroundDistance: Float = 6

  /// Finds the edges of `image`.
  package init(_ image: ReducedImage) {
    width = image.width
    height = image.height
    let count = width * height
    strength = [Float](repeating: 0, count: count)
    normalX = [Float](repeating: 0, count: count)
    normalY = [Float](repeating: 0, count: count)
    pixels = []
    guard width >= 5, height >= 5 else { return }

    var field = GradientField(width: width, height: height)
    field.add(image.luma, weight: 1)
    if image.hasChroma {
      field.add(image.chromaBlue, weight: Self.chromaWeight)
      field.add(image.chromaRed, weight: Self.chromaWeight)
    }
    let magnitude = field.magnitude
    let surround = Self.boxMean(magnitude, width, height, radius: Self.surroundRadius)
    thin(
      magnitude, surround, field.horizontal, field.vertical, quiet: Self.quietMagnitude(magnitude))
  }

  /// The magnitude below which a fifth of the picture lies.
  private static func quietMagnitude(_ magnitude: [Float]) -> Float {
    var histogram = [Int](repeating: 0, count: 64)
    var total = 0
    for index in stride(from: 0, to: magnitude.count, by: 5) {
      // Bins of 1/40 level per pixel, up to 1.6; the bounds make the rest immaterial.
      histogram[min(63, Int(magnitude[index] * 40))] += 1
      total += 1
    }
    var sum = 0
    for bin in 0..<64 {
      sum += histogram[bin]
      if sum * 5 >= total { return (Float(bin) + 0.5) / 40 }
    }
    return 1.6
  }

  private static func boxMean(
    _ values: [Float], _ width: Int, _ height: Int, radius: Int
  ) -> [Float] {
    var columns = [Float](repeating: 0, count: width)
    var result = [Float](repeating: 0, count: width * height)
    for row in 0..<min(radius, height) {
      for column in 0..<width { columns[column] += values[row * width + column] }
    }
    var lines = min(radius, height)
    for row in 0..<height {
      if row + radius < height {
        let base = (row + radius) * width
        for column in 0..<width { columns[column] += values[base + column] }
        lines += 1
      }
      if row - radius - 1 >= 0 {
        let base = (row - radius - 1) * width
        for column in 0..<width { columns[column] -= values[base + column] }
        lines -= 1
      }
      var sum: Float = 0
      var terms = 0
      for column in 0..<min(radius, width) {
        sum += columns[column]
        terms += 1
      }
      for column in 0..<width {
        if column + radius < width {
          sum += columns[column + radius]
          terms += 1
        }
        if column - radius - 1 >= 0 {
          sum -= columns[column - radius - 1]
          terms -= 1
        }
        result[row * width + column] = sum / Float(terms * lines)
      }
    }
    return result
  }

  private mutating func thin(
    _ magnitude: [Float], _ surround: [Float], _ gradientX: [Float], _ gradientY: [Float],
    quiet: Float
  ) {
    let floor = min(max(3.3 * quiet, Self.gradientFloor.lowerBound), Self.gradientFloor.upperBound)
    let soft = min(max(3 * quiet, 0.2), 1)
    pixels.reserveCapacity(width * height / 8)
    magnitude.withUnsafeBufferPointer { magnitude in
      for row in 1..<(height - 1) {
        let first = row &* width
        for column in 1..<(width - 1) where magnitude[first &+ column] > floor {
          let index = first &+ column
          let value = magnitude[index]
          let x = gradientX[index]
          let y = gradientY[index]
          let alongX = abs(x)
          let alongY = abs(y)
          // 0.414 is the tangent of 22.5 degrees: the nearest of the four neighbour directions.
          let step: Int
          if alongY < 0.414 * alongX {
            step = 1
          } else if alongX < 0.414 * alongY {
            step = width
          } else {
            step = (x > 0) == (y > 0) ? width + 1 : width - 1
          }
          guard value >= magnitude[index &- step], value > magnitude[index &+ step] else {
            continue
          }
          let unitX = x / value
          let unitY = y / value
          let stepX = Int(flooring: unitX * Self.surroundDistance + 0.5)
          let stepY = Int(flooring: unitY * Self.surroundDistance + 0.5)
          let one =
            min(max(row + stepY, 0), height - 1) * width + min(max(column + stepX, 0), width - 1)
          let other =
            min(max(row - stepY, 0), height - 1) * width + min(max(column - stepX, 0), width - 1)
          let rest = value - 1.0 * min(surround[one], surround[other])
          guard rest > 0 else { continue }
          strength[index] = rest / (value + soft)
          normalX[index] = unitX
          normalY[index] = unitY
          pixels.append(Int32(truncatingIfNeeded: index))
        }
      }
    }
  }
}
