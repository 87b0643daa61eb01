import Foundation

/// Blurs of a picture in linear light.
enum PointSpread {
  /// A separable Gaussian of the given standard deviation in pixels.
  static func gaussian(_ image: inout [Vector4], width: Int, height: Int, sigma: Float) {
    guard sigma > 0.15 else { return }
    let reach = max(1, Int((sigma * 3).rounded(.up)))
    var kernel = (-reach...reach).map { exp(-Float($0 * $0) / (2 * sigma * sigma)) }
    let total = kernel.reduce(0, +)
    for index in kernel.indices { kernel[index] /= total }
    convolve(&image, width: width, height: height, kernel: kernel)
  }

  private static func convolve(
    _ image: inout [Vector4], width: Int, height: Int, kernel: [Float]
  ) {
    let reach = kernel.count / 2
    var line = [Vector4](repeating: .zero, count: width + 2 * reach)
    image.withUnsafeMutableBufferPointer { pixels in
      kernel.withUnsafeBufferPointer { weights in
        line.withUnsafeMutableBufferPointer { line in
          for row in 0..<height {
            let base = row * width
            for column in 0..<width + 2 * reach {
              line[column] = pixels[base + min(width - 1, max(0, column - reach))]
            }
            for column in 0..<width {
              var sum = Vector4.zero
              for tap in 0..<weights.count { sum += line[column + tap] * weights[tap] }
              pixels[base + column] = sum
            }
          }
        }
        // Columns are taken through a ring of rows, so that memory is read in order.
        let span = 2 * reach + 1
        var ring = [Vector4](repeating: .zero, count: span * width)
        ring.withUnsafeMutableBufferPointer { ring in
          func load(_ row: Int) {
            let source = min(height - 1, max(0, row)) * width
            let slot = ((row + span) % span) * width
            for column in 0..<width { ring[slot + column] = pixels[source + column] }
          }
          for row in -reach..<reach { load(row) }
          for row in 0..<height {
            load(row + reach)
            let base = row * width
            for column in 0..<width { pixels[base + column] = .zero }
            for tap in 0..<span {
              let weight = weights[tap]
              let slot = ((row - reach + tap + span) % span) * width
              for column in 0..<width { pixels[base + column] += ring[slot + column] * weight }
            }
          }
        }
      }
    }
  }

  /// A disc of the given radius in pixels, as of a lens out of focus.
  static func disc(_ image: [Vector4], width: Int, height: Int, radius: Float) -> [Vector4] {
    let reach = Int(radius.rounded(.up))
    // Each row of the disc is a run of pixels, taken from running sums.
    var runs: [(offset: Int, half: Int, fraction: Float)] = []
    var area: Float = 0
    for offset in -reach...reach {
      let squared = radius * radius - Float(offset * offset)
      if squared < 0 { continue }
      let extent = squared.squareRoot()
      let half = Int(extent)
      let fraction = extent - Float(half)
      runs.append((offset, half, fraction))
      area += Float(2 * half + 1) + 2 * fraction
    }
    var result = [Vector4](repeating: .zero, count: width * height)
    var sums = [Vector4](repeating: .zero, count: width + 2 * reach + 4)
    let pad = reach + 1
    image.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        sums.withUnsafeMutableBufferPointer { sums in
          for row in 0..<height {
            let base = row * width
            func pixel(_ column: Int) -> Vector4 { source[base + min(width - 1, max(0, column))] }
            var total = Vector4.zero
            for index in 0..<width + 2 * pad {
              total += pixel(index - pad)
              sums[index + 1] = total
            }
            for run in runs {
              // Rows beyond the picture repeat its first or last row.
              for out in targets(of: row, offset: run.offset, height: height) {
                let line = out * width
                for column in 0..<width {
                  let first = column - run.half + pad
                  let last = column + run.half + pad + 1
                  var sum = sums[last] - sums[first]
                  let before = source[base + max(0, column - run.half - 1)]
                  let after = source[base + min(width - 1, column + run.half + 1)]
                  sum += (before + after) * run.fraction
                  target[line + column] += sum
                }
              }
            }
          }
          let scale = 1 / area
          for index in 0..<width * height { target[index] *= scale }
        }
      }
    }
    return result
  }

  private static func targets(of row: Int, offset: Int, height: Int) -> Range<Int> {
    // The rows `out` whose source `out + offset`, held inside the picture, is `row`.
    let plain = row - offset
    var low = plain
    var high = plain
    if row == 0, offset < 0 { low = 0 }
    if row == height - 1, offset > 0 { high = height - 1 }
    low = max(0, low)
    high = min(height - 1, high)
    return low <= high ? low..<(high + 1) : 0..<0
  }

  /// A line of the given length in pixels, as of a camera that moved; angle in radians.
  static func line(
    _ image: [Vector4], width: Int, height: Int, length: Float, angle: Float
  ) -> [Vector4] {
    let taps = max(2, Int(length.rounded(.up)) + 1)
    var result = [Vector4](repeating: .zero, count: width * height)
    image.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for tap in 0..<taps {
          let along = (Float(tap) / Float(taps - 1) - 0.5) * length
          let dx = along * cos(angle)
          let dy = along * sin(angle)
          let ix = Int(dx.rounded(.down))
          let iy = Int(dy.rounded(.down))
          let u = dx - Float(ix)
          let v = dy - Float(iy)
          let weights = [(1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v].map { $0 / Float(taps) }
          for row in 0..<height {
            let top = min(height - 1, max(0, row + iy)) * width
            let bottom = min(height - 1, max(0, row + iy + 1)) * width
            let base = row * width
            for column in 0..<width {
              let left = min(width - 1, max(0, column + ix))
              let right = min(width - 1, max(0, column + ix + 1))
              var sum = source[top + left] * weights[0] + source[top + right] * weights[1]
              sum += source[bottom + left] * weights[2] + source[bottom + right] * weights[3]
              target[base + column] += sum
            }
          }
        }
      }
    }
    return result
  }
}
