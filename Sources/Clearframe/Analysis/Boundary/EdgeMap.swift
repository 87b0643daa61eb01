import ClearframeKernels

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
  /// The horizontal part of the unit vector along the gradient at edge pixels; elsewhere that of
  /// the gradient itself.
  package private(set) var normalX: [Float]
  /// The vertical part, likewise.
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
    var field = GradientField(width: width, height: height)
    strength = [Float](repeating: 0, count: width * height)
    pixels = []
    field.add(image.luma, weight: 1)
    if image.hasChroma {
      field.add(image.chromaBlue, weight: Self.chromaWeight)
      field.add(image.chromaRed, weight: Self.chromaWeight)
    }
    let magnitude: [Float]
    (normalX, normalY, magnitude) = field.parts()
    guard width >= 5, height >= 5 else { return }
    let surround = Self.boxMean(magnitude, width, height, radius: Self.surroundRadius)
    thin(magnitude, surround, quiet: Self.quietMagnitude(magnitude))
  }

  /// Whether a point lies on a pixel.
  @inline(__always)
  func contains(_ point: SIMD2<Float>) -> Bool {
    point.x >= 0 && point.y >= 0 && point.x < Float(width) && point.y < Float(height)
  }

  /// The middle of the pixel at an index.
  @inline(__always)
  func centre(of index: Int) -> SIMD2<Float> {
    let row = index / width
    return SIMD2(Float(index &- row &* width) + 0.5, Float(row) + 0.5)
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

  private mutating func thin(_ magnitude: [Float], _ surround: [Float], quiet: Float) {
    let floor = min(max(3.3 * quiet, Self.gradientFloor.lowerBound), Self.gradientFloor.upperBound)
    let soft = min(max(3 * quiet, 0.2), 1)
    let ridge = Self.ridge(
      magnitude, normalX, normalY, width: width, height: height, floor: floor)
    let width = width
    let lastColumn = width - 1
    let lastRow = height - 1
    var kept: [Int32] = []
    kept.reserveCapacity(ridge.count)
    strength.withUnsafeMutableBufferPointer { strength in
      normalX.withUnsafeMutableBufferPointer { normalX in
        normalY.withUnsafeMutableBufferPointer { normalY in
          magnitude.withUnsafeBufferPointer { magnitude in
            surround.withUnsafeBufferPointer { surround in
              for pixel in ridge {
                let index = Int(pixel)
                let row = index / width
                let column = index &- row &* width
                let value = magnitude[index]
                let unitX = normalX[index] / value
                let unitY = normalY[index] / value
                let stepX = Int(flooring: unitX * Self.surroundDistance + 0.5)
                let stepY = Int(flooring: unitY * Self.surroundDistance + 0.5)
                let one =
                  min(max(row &+ stepY, 0), lastRow) &* width
                  &+ min(max(column &+ stepX, 0), lastColumn)
                let other =
                  min(max(row &- stepY, 0), lastRow) &* width
                  &+ min(max(column &- stepX, 0), lastColumn)
                let rest = value - min(surround[one], surround[other])
                guard rest > 0 else { continue }
                strength[index] = rest / (value + soft)
                normalX[index] = unitX
                normalY[index] = unitY
                kept.append(pixel)
              }
            }
          }
        }
      }
    }
    pixels = kept
  }

  /// The indices of the pixels at which the gradient is above `floor` and largest along its own
  /// direction.
  private static func ridge(
    _ magnitude: [Float], _ gradientX: [Float], _ gradientY: [Float], width: Int, height: Int,
    floor: Float
  ) -> [Int32] {
    var indices: [Int32] = []
    indices.reserveCapacity(width * height / 8)
    var marks = [Float](repeating: 0, count: width)
    magnitude.withUnsafeBufferPointer { magnitude in
      gradientX.withUnsafeBufferPointer { gradientX in
        gradientY.withUnsafeBufferPointer { gradientY in
          guard let magnitude = magnitude.baseAddress, let gradientX = gradientX.baseAddress,
            let gradientY = gradientY.baseAddress
          else { return }
          for row in 1..<(height - 1) {
            let first = row * width + 1
            EdgeThinningKernel.mark(
              magnitude + first, horizontal: gradientX + first, vertical: gradientY + first,
              stride: width, count: width - 2, floor: floor, to: &marks)
            for column in 0..<(width - 2) where marks[column] != 0 {
              indices.append(Int32(truncatingIfNeeded: first + column))
            }
          }
        }
      }
    }
    return indices
  }
}
