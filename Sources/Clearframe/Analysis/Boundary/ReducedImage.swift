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
    // Columns are summed first, over neighbouring bytes, so that the loop is a vector loop.
    var sums = [UInt16](repeating: 0, count: columns * factor)
    return [Float](unsafeUninitializedCapacity: columns * rows) { output, count in
      plane.withUnsafeBufferPointer { source in
        sums.withUnsafeMutableBufferPointer { sums in
          for row in 0..<rows {
            let first = row * factor
            let last = min(height, first + factor)
            for column in 0..<width { sums[column] = UInt16(source[first * width + column]) }
            for line in (first + 1)..<max(first + 1, last) {
              let base = line * width
              for column in 0..<width { sums[column] &+= UInt16(source[base + column]) }
            }
            let lines = Float(last - first)
            let target = row * columns
            let full = 1 / (lines * Float(factor))
            let whole = width / factor
            if factor == 3 {
              for column in 0..<whole {
                let at = column &* 3
                output[target + column] =
                  Float(sums[at] &+ sums[at &+ 1] &+ sums[at &+ 2]) * full
              }
            } else if factor == 2 {
              for column in 0..<whole {
                let at = column &* 2
                output[target + column] = Float(sums[at] &+ sums[at &+ 1]) * full
              }
            } else {
              for column in 0..<whole {
                var sum = 0
                for step in 0..<factor { sum += Int(sums[column * factor + step]) }
                output[target + column] = Float(sum) * full
              }
            }
            if whole < columns {
              var sum = 0
              for column in (whole * factor)..<width { sum += Int(sums[column]) }
              output[target + whole] = Float(sum) / (lines * Float(width - whole * factor))
            }
          }
        }
      }
      count = columns * rows
    }
  }
}
