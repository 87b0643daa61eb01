/// The document seen from straight above: the working image's luma on a fixed raster over the
/// document's outline.
///
/// The raster's first row runs along the outline's first side. Every sample is taken bilinearly
/// from the working image, so it is already a mean over the working image's block.
package struct RectifiedDocument: Sendable {
  /// The samples on the longer side. An ID-1 card's finest print (1 mm) is still four samples high,
  /// and the whole raster stays in a processor's second cache.
  package static let longSide = 320
  /// The least number of samples on the shorter side, for receipts and slivers.
  package static let minimumShortSide = 32

  /// The number of columns.
  package let width: Int
  /// The number of rows.
  package let height: Int
  /// `width * height` luma samples, row by row.
  package let luma: [UInt8]
  /// Whether each sample lies on decoded pixels of the frame; the others repeat the nearest ones.
  package let isSeen: [Bool]
  /// The map from the raster's unit square to stored positions.
  let homography: Homography

  /// How many columns apart positions are computed; those between are interpolated. Over so short
  /// a stretch a projective map of any plausible tilt bends by under a tenth of a working pixel.
  private static let nodeSpacing = 8

  /// Samples `image` over an outline in stored pixels; nil where the outline is not convex.
  ///
  /// - Parameter decodedRows: The stored rows that hold pixels; what lies below is not seen.
  package init?(_ image: borrowing WorkingImage, outline: Quadrilateral, decodedRows: Int) {
    // Farther out than this, a corner is no measurement and its products could overflow.
    guard outline.corners.allSatisfy({ abs($0.x) < 1e7 && abs($0.y) < 1e7 }),
      let homography = Homography(outline), image.width > 0, image.height > 0
    else { return nil }
    self.homography = homography
    let size = Self.size(of: outline)
    let width = size.width
    let height = size.height
    self.width = width
    self.height = height
    let scale = 1 / Double(image.factor)
    let lastColumn = image.width - 1
    let lastRow = min(image.height, max(1, decodedRows / image.factor)) - 1
    let stride = image.width
    var seen = [Bool](repeating: true, count: width * height)
    luma = [UInt8](unsafeUninitializedCapacity: width * height) { samples, count in
      count = width * height
      image.luma.withUnsafeBufferPointer { source in
        for row in 0..<height {
          let v = (Double(row) + 0.5) / Double(height)
          for start in Swift.stride(from: 0, to: width, by: Self.nodeSpacing) {
            let from = homography.picture(u: (Double(start) + 0.5) / Double(width), v: v)
            let to = homography.picture(
              u: (Double(start + Self.nodeSpacing) + 0.5) / Double(width), v: v)
            let startX = Self.coordinate(from.x * scale - 0.5)
            let startY = Self.coordinate(from.y * scale - 0.5)
            let stepX =
              (Self.coordinate(to.x * scale - 0.5) - startX) / Float(Self.nodeSpacing)
            let stepY =
              (Self.coordinate(to.y * scale - 0.5) - startY) / Float(Self.nodeSpacing)
            let count = min(Self.nodeSpacing, width - start)
            let endX = startX + stepX * Float(count)
            let endY = startY + stepY * Float(count)
            if min(startX, endX) >= 0, max(startX, endX) < Float(lastColumn),
              min(startY, endY) >= 0, max(startY, endY) < Float(lastRow)
            {
              // Nearly all stretches lie inside the frame, where nothing needs to be clamped: whole
              // numbers with 16 binary places do, which cost no conversion for each sample.
              let target = samples.baseAddress.map { $0 + row * width + start }
              guard let target, let pixels = source.baseAddress else { return }
              var x = Int(startX * 65_536)
              var y = Int(startY * 65_536)
              let strideX = Int(stepX * 65_536)
              let strideY = Int(stepY * 65_536)
              for offset in 0..<count {
                let partX = Int32(truncatingIfNeeded: (x >> 9) & 127)
                let partY = Int32(truncatingIfNeeded: (y >> 9) & 127)
                let upper = pixels + ((y >> 16) &* stride &+ (x >> 16))
                let lower = upper + stride
                let above = Int32(upper[0]) &* (128 &- partX) &+ Int32(upper[1]) &* partX
                let below = Int32(lower[0]) &* (128 &- partX) &+ Int32(lower[1]) &* partX
                let sum = above &* (128 &- partY) &+ below &* partY
                target[offset] = UInt8(truncatingIfNeeded: (sum &+ 8_192) >> 14)
                x &+= strideX
                y &+= strideY
              }
              continue
            }
            for offset in 0..<count {
              let x = startX + stepX * Float(offset)
              let y = startY + stepY * Float(offset)
              let clampedX = max(0, min(x, Float(lastColumn)))
              let clampedY = max(0, min(y, Float(lastRow)))
              let index = row * width + start + offset
              // Half a working pixel beyond the outer centres still belongs to the frame.
              if abs(clampedX - x) > 0.5 || abs(clampedY - y) > 0.5 { seen[index] = false }
              let left = Int(clampedX)
              let top = Int(clampedY)
              let right = left < lastColumn ? 1 : 0
              let below = top < lastRow ? stride : 0
              let partX = Int32((clampedX - Float(left)) * 128)
              let partY = Int32((clampedY - Float(top)) * 128)
              let base = top * stride + left
              let upper =
                Int32(source[base]) * (128 - partX) + Int32(source[base + right]) * partX
              let lower =
                Int32(source[base + below]) * (128 - partX)
                + Int32(source[base + below + right]) * partX
              let sum = upper * (128 - partY) + lower * partY
              samples[index] = UInt8(truncatingIfNeeded: (sum + 8_192) >> 14)
            }
          }
        }
      }
    }
    isSeen = seen
  }

  /// The stored position of a raster position; (0, 0) is the first sample's outer corner.
  package func stored(column: Double, row: Double) -> PixelPoint {
    homography.picture(u: column / Double(width), v: row / Double(height))
  }

  /// A coordinate that interpolation can be done with; what lies far outside comes nearer.
  private static func coordinate(_ value: Double) -> Float {
    Float(min(max(value, -1e6), 1e6))
  }

  /// The raster's size for an outline: its longer sides become `longSide` samples.
  private static func size(of outline: Quadrilateral) -> PixelSize {
    let corners = outline.corners
    let lengths = (0..<4).map { index in
      let dx = corners[(index + 1) % 4].x - corners[index].x
      let dy = corners[(index + 1) % 4].y - corners[index].y
      return (dx * dx + dy * dy).squareRoot()
    }
    let across = max(lengths[0], lengths[2])
    let down = max(lengths[1], lengths[3])
    guard across.isFinite, down.isFinite, across > 0, down > 0 else {
      return PixelSize(width: longSide, height: longSide)
    }
    let scale = Double(longSide) / max(across, down)
    let short = max(minimumShortSide, Int((min(across, down) * scale).rounded()))
    return across >= down
      ? PixelSize(width: longSide, height: short) : PixelSize(width: short, height: longSide)
  }
}
