import ClearframeKernels

/// A further reduced copy of the working image, in which outline hypotheses are made.
///
/// About 400 pixels on the long side: fine texture, print and noise average away, and the edges of
/// a document stay. Samples keep their fractions, since the contrast of pale paper on a pale desk
/// may be no more than two or three levels.
package struct ReducedImage: Sendable {
  /// The number of columns.
  package let width: Int
  /// The number of rows.
  package let height: Int
  /// How many working pixels a reduced pixel covers in each direction.
  package let factor: Int
  /// Luma, row by row.
  package let luma: [Float]
  /// Cb, row by row; empty for a gray picture.
  package let chromaBlue: [Float]
  /// Cr, row by row; empty for a gray picture.
  package let chromaRed: [Float]

  /// The largest long side of a reduced image.
  static let longSideLimit = 420

  /// Averages `working` over square blocks.
  package init(_ working: borrowing WorkingImage) {
    let longSide = max(working.width, working.height)
    factor = max(1, (longSide + Self.longSideLimit - 1) / Self.longSideLimit)
    width = (working.width + factor - 1) / factor
    height = (working.height + factor - 1) / factor
    let source = (width: working.width, height: working.height, factor: factor)
    luma = Self.average(working.luma, source.width, source.height, source.factor)
    if working.hasChroma {
      chromaBlue = Self.average(working.chromaBlue, source.width, source.height, source.factor)
      chromaRed = Self.average(working.chromaRed, source.width, source.height, source.factor)
    } else {
      chromaBlue = []
      chromaRed = []
    }
  }

  /// Whether the picture has chroma planes.
  package var hasChroma: Bool { !chromaBlue.isEmpty }

  private static func average(
    _ plane: [UInt8], _ width: Int, _ height: Int, _ factor: Int
  ) -> [Float] {
    let columns = (width + factor - 1) / factor
    let rows = (height + factor - 1) / factor
    guard columns > 0, rows > 0, plane.count >= width * height else { return [] }
    // Columns are summed first, over neighbouring bytes, in vectors.
    let sums = ScratchBuffer<UInt32>(count: columns * factor)
    let column = UnsafePointer(sums.base)
    return [Float](unsafeUninitializedCapacity: columns * rows) { output, count in
      plane.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress, let output = output.baseAddress else { return }
        let whole = width / factor
        for row in 0..<rows {
          let first = row * factor
          let lines = min(height, first + factor) - first
          ColumnSumKernel.add(
            source + first * width, stride: width, columns: width, rows: lines, weight: 1,
            replacing: true, to: sums.base)
          let target = output + row * columns
          let scale = 1 / (Float(lines) * Float(factor))
          // Literal sides are unrolled.
          switch factor {
          case 2: writeMeans(of: column, side: 2, count: whole, scale: scale, to: target)
          case 3: writeMeans(of: column, side: 3, count: whole, scale: scale, to: target)
          default: writeMeans(of: column, side: factor, count: whole, scale: scale, to: target)
          }
          if whole < columns {
            var sum: UInt32 = 0
            for place in (whole * factor)..<width { sum += column[place] }
            target[whole] = Float(sum) / (Float(lines) * Float(width - whole * factor))
          }
        }
        count = columns * rows
      }
    }
  }

  /// Writes `count` means, each of `side` column sums.
  @inline(__always)
  private static func writeMeans(
    of sums: UnsafePointer<UInt32>, side: Int, count: Int, scale: Float,
    to means: UnsafeMutablePointer<Float>
  ) {
    var next = sums
    for index in 0..<count {
      var sum: UInt32 = 0
      for place in 0..<side { sum &+= next[place] }
      means[index] = Float(sum) * scale
      next += side
    }
  }
}
