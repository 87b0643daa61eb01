/// Planes computed pixel by pixel in floating point, to judge the decoder's by.
struct ReferencePlanes {
  var luma: [Double] = []
  var blue: [Double] = []
  var red: [Double] = []

  /// Full-range BT.601 from interleaved RGB, chroma averaged over 2 by 2 pixels.
  init(rgb: [UInt8], width: Int, height: Int) {
    func pixel(_ x: Int, _ y: Int) -> (red: Double, green: Double, blue: Double) {
      let start = 3 * (min(y, height - 1) * width + min(x, width - 1))
      return (Double(rgb[start]), Double(rgb[start + 1]), Double(rgb[start + 2]))
    }
    for y in 0..<height {
      for x in 0..<width {
        let (red, green, blue) = pixel(x, y)
        luma.append(0.299 * red + 0.587 * green + 0.114 * blue)
      }
    }
    for y in stride(from: 0, to: height, by: 2) {
      for x in stride(from: 0, to: width, by: 2) {
        let block = [pixel(x, y), pixel(x + 1, y), pixel(x, y + 1), pixel(x + 1, y + 1)]
        let mean = block.reduce((0.0, 0.0, 0.0)) {
          ($0.0 + $1.red / 4, $0.1 + $1.green / 4, $0.2 + $1.blue / 4)
        }
        blue.append(128 - 0.168_736 * mean.0 - 0.331_264 * mean.1 + 0.5 * mean.2)
        red.append(128 + 0.5 * mean.0 - 0.418_688 * mean.1 - 0.081_312 * mean.2)
      }
    }
  }

  /// The largest distance between `samples` and `expected`; infinite where the counts differ.
  static func distance(_ samples: [UInt8], _ expected: [Double]) -> Double {
    guard samples.count == expected.count else { return .infinity }
    return zip(samples, expected).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
  }
}
