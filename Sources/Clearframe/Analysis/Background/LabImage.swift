/// The picture upright in CIELAB, about 250 pixels on its long side.
///
/// A pixel is the mean of `step` by `step` working pixels, so noise and compression are averaged
/// away while a wall's grain, folds and shadows stay.
package struct LabImage: Sendable {
  /// Upright columns.
  package let width: Int
  /// Upright rows.
  package let height: Int
  /// How many stored pixels a pixel covers in each direction.
  package let stride: Int
  /// `width * height` lightness values, row by row.
  package var lightness: [Float]
  /// The a* values.
  package var a: [Float]
  /// The b* values.
  package var b: [Float]
  /// Mean luma, 0 to 255: what is clipped shows here and not in lightness.
  package var luma: [Float]

  /// The colour at an index.
  @inline(__always)
  package subscript(index: Int) -> LabColor {
    LabColor(lightness: lightness[index], a: a[index], b: b[index])
  }

  /// Reduces the working image and turns it upright.
  ///
  /// - Parameter rows: The working rows that hold decoded pixels; the others are left out.
  package init(_ working: borrowing WorkingImage, rows workingRows: Int, orientation: Orientation) {
    let step = max(1, (max(working.width, working.height) + 299) / 300)
    let storedWidth = working.width / step
    let storedHeight = min(working.height, workingRows) / step
    let swaps = orientation.swapsAxes
    width = swaps ? storedHeight : storedWidth
    height = swaps ? storedWidth : storedHeight
    stride = step * working.factor
    let count = storedWidth * storedHeight
    lightness = [Float](repeating: 0, count: count)
    a = lightness
    b = lightness
    luma = lightness
    guard count > 0 else { return }
    let converter = LabConverter.shared
    let scale = 1 / Float(step * step)
    let hasChroma = working.hasChroma
    let workingWidth = working.width
    var lumaSums = [UInt32](repeating: 0, count: storedWidth)
    var blueSums = lumaSums
    var redSums = lumaSums
    let lumaSamples = working.luma.span
    let blueSamples = working.chromaBlue.span
    let redSamples = working.chromaRed.span
    for row in 0..<storedHeight {
      Self.sum(lumaSamples, row: row, step: step, width: workingWidth, into: &lumaSums)
      if hasChroma {
        Self.sum(blueSamples, row: row, step: step, width: workingWidth, into: &blueSums)
        Self.sum(redSamples, row: row, step: step, width: workingWidth, into: &redSums)
      }
      for column in 0..<storedWidth {
        let y = Float(lumaSums[column]) * scale
        let color = converter.color(
          luma: y, blue: hasChroma ? Float(blueSums[column]) * scale - 128 : 0,
          red: hasChroma ? Float(redSums[column]) * scale - 128 : 0)
        let index = Self.uprightIndex(
          column: column, row: row, storedWidth: storedWidth, storedHeight: storedHeight,
          orientation: orientation)
        lightness[index] = color.lightness
        a[index] = color.a
        b[index] = color.b
        luma[index] = y
      }
    }
  }

  /// Makes an image from its planes; for tests.
  package init(width: Int, height: Int, stride: Int, colors: [LabColor], luma: [Float]) {
    self.width = width
    self.height = height
    self.stride = stride
    lightness = colors.map(\.lightness)
    a = colors.map(\.a)
    b = colors.map(\.b)
    self.luma = luma
  }

  private static func sum(
    _ samples: Span<UInt8>, row: Int, step: Int, width: Int, into sums: inout [UInt32]
  ) {
    for column in sums.indices { sums[column] = 0 }
    for y in row * step..<(row + 1) * step {
      var index = y * width
      for column in sums.indices {
        var sum: UInt32 = 0
        for _ in 0..<step {
          sum &+= UInt32(samples[index])
          index &+= 1
        }
        sums[column] &+= sum
      }
    }
  }

  @inline(__always)
  private static func uprightIndex(
    column: Int, row: Int, storedWidth: Int, storedHeight: Int, orientation: Orientation
  ) -> Int {
    let mirroredColumn = storedWidth - 1 - column
    let mirroredRow = storedHeight - 1 - row
    switch orientation {
    case .up: return row * storedWidth + column
    case .upMirrored: return row * storedWidth + mirroredColumn
    case .down: return mirroredRow * storedWidth + mirroredColumn
    case .downMirrored: return mirroredRow * storedWidth + column
    case .leftMirrored: return column * storedHeight + row
    case .right: return column * storedHeight + mirroredRow
    case .rightMirrored: return mirroredColumn * storedHeight + mirroredRow
    case .left: return mirroredColumn * storedHeight + row
    }
  }
}
