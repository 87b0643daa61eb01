/// A sensor that sees one colour per pixel, and the interpolation of the two others.
///
/// It is what turns a display's grid into coloured fringes: red and blue are sampled at half the
/// rate, so that a fine pattern aliases differently in each colour.
enum ScreenMosaic {
  /// Replaces each pixel by what an RGGB sensor and an edge-directed interpolation make of it.
  static func apply(to image: inout [Vector4], width: Int, height: Int) {
    let source = image
    func at(_ x: Int, _ y: Int, _ channel: Int) -> Float {
      // Mirrored at the border, which keeps the colour of each place.
      let column = x < 0 ? -x : x >= width ? 2 * width - 2 - x : x
      let row = y < 0 ? -y : y >= height ? 2 * height - 2 - y : y
      return source[row * width + column][channel]
    }
    // Green first: along the direction in which the neighbours differ less.
    var green = [Float](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        let isRed = x % 2 == 0 && y % 2 == 0
        let isBlue = x % 2 == 1 && y % 2 == 1
        guard isRed || isBlue else {
          green[y * width + x] = at(x, y, 1)
          continue
        }
        let own = isRed ? 0 : 2
        let here = at(x, y, own)
        let curveX = 2 * here - at(x - 2, y, own) - at(x + 2, y, own)
        let curveY = 2 * here - at(x, y - 2, own) - at(x, y + 2, own)
        // The small term shares level ground equally between both directions.
        let slopeX = abs(at(x - 1, y, 1) - at(x + 1, y, 1)) + abs(curveX) + 1e-4
        let slopeY = abs(at(x, y - 1, 1) - at(x, y + 1, 1)) + abs(curveY) + 1e-4
        let alongX = (at(x - 1, y, 1) + at(x + 1, y, 1)) / 2 + curveX / 4
        let alongY = (at(x, y - 1, 1) + at(x, y + 1, 1)) / 2 + curveY / 4
        let total = slopeX + slopeY
        green[y * width + x] = max(0, (alongX * slopeY + alongY * slopeX) / total)
      }
    }
    // Red and blue as differences from green, over the nearest places that saw them.
    for y in 0..<height {
      for x in 0..<width {
        let index = y * width + x
        let g = green[index]
        func difference(_ channel: Int) -> Float {
          let phase = channel == 0 ? 0 : 1
          var sum: Float = 0
          var count: Float = 0
          for dy in -1...1 where (y + dy + 2) % 2 == phase {
            for dx in -1...1 where (x + dx + 2) % 2 == phase {
              let column = min(width - 1, max(0, x + dx))
              let row = min(height - 1, max(0, y + dy))
              guard column % 2 == phase, row % 2 == phase else { continue }
              sum += source[row * width + column][channel] - green[row * width + column]
              count += 1
            }
          }
          return count > 0 ? sum / count : 0
        }
        image[index] = Vector4(max(0, g + difference(0)), g, max(0, g + difference(2)), 0)
      }
    }
  }
}
