/// Grey closing by a square of 7 by 7 samples: the largest value around each sample, then the
/// smallest of those.
///
/// Dark strokes up to six samples thick vanish and the paper between them stays, so that what is
/// left is how bright the paper is.
enum ClosingFilter {
  /// How far the square reaches on each side.
  static let reach = 3

  /// Closes `source`, `width * height` samples row by row.
  static func closed(_ source: [UInt8], width: Int, height: Int) -> [UInt8] {
    guard width > 0, height > 0 else { return source }
    let dilated = filtered(source, width: width, height: height, takesLargest: true)
    return filtered(dilated, width: width, height: height, takesLargest: false)
  }

  /// The largest or smallest value of each square; the square is cut off at the raster's edges.
  private static func filtered(
    _ source: [UInt8], width: Int, height: Int, takesLargest: Bool
  ) -> [UInt8] {
    // Smallest values are complements of the largest complements: one loop serves both.
    let flip: UInt8 = takesLargest ? 0 : 255
    let paddedWidth = width + 2 * reach
    return [UInt8](unsafeUninitializedCapacity: width * height) { output, count in
      count = width * height
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: paddedWidth) { padded in
        source.withUnsafeBufferPointer { source in
          guard let source = source.baseAddress, let row = padded.baseAddress,
            let output = output.baseAddress
          else { return }
          for y in 0..<height {
            let middle = row + reach
            fill(middle, from: source + y * width, count: width, flip: flip)
            for neighbour in max(0, y - reach)...min(height - 1, y + reach) where neighbour != y {
              raise(middle, by: source + neighbour * width, count: width, flip: flip)
            }
            for index in 0..<reach {
              row[index] = middle[0]
              middle[width + index] = middle[width - 1]
            }
            let result = output + y * width
            fill(result, from: row, count: width, flip: 0)
            for shift in 1...2 * reach {
              raise(result, by: row + shift, count: width, flip: 0)
            }
            if flip != 0 {
              for x in 0..<width { result[x] = 255 &- result[x] }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func fill(
    _ target: UnsafeMutablePointer<UInt8>, from source: UnsafePointer<UInt8>, count: Int,
    flip: UInt8
  ) {
    for x in 0..<count { target[x] = source[x] ^ flip }
  }

  @inline(__always)
  private static func raise(
    _ target: UnsafeMutablePointer<UInt8>, by source: UnsafePointer<UInt8>, count: Int,
    flip: UInt8
  ) {
    for x in 0..<count {
      let value = source[x] ^ flip
      target[x] = value > target[x] ? value : target[x]
    }
  }
}
