/// Reads the working image's luma as if the picture had been stored upright.
///
/// Positions are in working pixels of the upright picture. Whatever lies outside the frame repeats
/// the nearest pixel of its edge.
package struct UprightSampler: Sendable {
  /// The number of working columns of the upright picture.
  package let width: Int
  /// The number of working rows of the upright picture.
  package let height: Int
  /// The stored pixels that a working pixel covers in each direction.
  package let factor: Int
  /// The size of the upright picture in pixels.
  package let uprightSize: PixelSize
  private let luma: [UInt8]
  /// Where the upright picture's first sample is stored, and the steps to its neighbours.
  private let start: Int
  private let columnStep: Int
  private let rowStep: Int
  /// What the first column and row cover too much: the last stored block may be a partial one.
  private let overhangX: Int
  private let overhangY: Int

  package init(_ working: borrowing WorkingImage, orientation: Orientation) {
    let storedWidth = working.width
    let storedHeight = working.height
    let lastColumn = storedWidth - 1
    let lastRow = (storedHeight - 1) * storedWidth
    luma = working.luma
    factor = working.factor
    uprightSize = orientation.uprightSize(of: working.storedSize)
    width = orientation.swapsAxes ? storedHeight : storedWidth
    height = orientation.swapsAxes ? storedWidth : storedHeight
    switch orientation {
    case .up: (start, columnStep, rowStep) = (0, 1, storedWidth)
    case .upMirrored: (start, columnStep, rowStep) = (lastColumn, -1, storedWidth)
    case .down: (start, columnStep, rowStep) = (lastRow + lastColumn, -1, -storedWidth)
    case .downMirrored: (start, columnStep, rowStep) = (lastRow, 1, -storedWidth)
    case .leftMirrored: (start, columnStep, rowStep) = (0, storedWidth, 1)
    case .right: (start, columnStep, rowStep) = (lastRow, -storedWidth, 1)
    case .rightMirrored: (start, columnStep, rowStep) = (lastRow + lastColumn, -storedWidth, -1)
    case .left: (start, columnStep, rowStep) = (lastColumn, storedWidth, -1)
    }
    overhangX = columnStep < 0 ? width * factor - uprightSize.width : 0
    overhangY = rowStep < 0 ? height * factor - uprightSize.height : 0
  }

  /// Samples a rectangle into a plane of the given size; each sample is the mean of the working
  /// pixels it covers, or the nearest one where it covers less than one.
  package func plane(
    x: Double, y: Double, width planeWidth: Int, height planeHeight: Int, scale: Double
  ) -> LumaPlane {
    let columns = Self.spans(from: x, count: planeWidth, scale: scale, limit: width)
    let rows = Self.spans(from: y, count: planeHeight, scale: scale, limit: height)
    var samples: [UInt8] = []
    samples.reserveCapacity(planeWidth * planeHeight)
    luma.withUnsafeBufferPointer { luma in
      for rowSpan in rows {
        for columnSpan in columns {
          var sum = 0
          for row in rowSpan {
            var index = start + row * rowStep + columnSpan.lowerBound * columnStep
            for _ in columnSpan {
              sum &+= Int(luma[index])
              index &+= columnStep
            }
          }
          let count = rowSpan.count * columnSpan.count
          samples.append(UInt8((sum + count / 2) / count))
        }
      }
    }
    return LumaPlane(width: planeWidth, height: planeHeight, samples: samples)
  }

  /// The horizontal position in pixels of the upright picture.
  package func originalX(_ x: Double) -> Double { x * Double(factor) - Double(overhangX) }

  /// The vertical position in pixels of the upright picture.
  package func originalY(_ y: Double) -> Double { y * Double(factor) - Double(overhangY) }

  /// The working pixels that each sample covers; never an empty range.
  private static func spans(
    from origin: Double, count: Int, scale: Double, limit: Int
  ) -> [Range<Int>] {
    (0..<count).map { index in
      let low = (origin + Double(index) * scale).rounded(.down)
      let high = (origin + Double(index + 1) * scale).rounded(.down)
      let first = Int(min(max(low, 0), Double(limit - 1)))
      let end = Int(min(max(high, 0), Double(limit)))
      return first..<max(first + 1, end)
    }
  }
}
