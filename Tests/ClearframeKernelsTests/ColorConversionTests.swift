import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct ColorConversionTests {
  private struct Planes: Equatable {
    var luma: [UInt8]
    var blue: [UInt8]
    var red: [UInt8]
  }

  private typealias Conversion = (
    UnsafePointer<UInt8>, UnsafePointer<UInt8>, Int, ColorConversion.RowPair
  ) -> Void

  /// Runs a conversion on two rows, with guard bytes behind each plane that have to stay.
  private func convert(
    _ upper: [UInt8], _ lower: [UInt8], width: Int, _ conversion: Conversion
  ) -> Planes {
    let columns = (width + 1) / 2
    var luma = [UInt8](repeating: 7, count: 2 * width + 32)
    var blue = [UInt8](repeating: 7, count: columns + 32)
    var red = blue
    luma.withUnsafeMutableBufferPointer { luma in
      blue.withUnsafeMutableBufferPointer { blue in
        red.withUnsafeMutableBufferPointer { red in
          guard let luma = luma.baseAddress, let blue = blue.baseAddress,
            let red = red.baseAddress
          else { return }
          upper.withUnsafeBufferPointer { upper in
            lower.withUnsafeBufferPointer { lower in
              guard let upper = upper.baseAddress, let lower = lower.baseAddress else { return }
              conversion(
                upper, lower, width,
                .init(upperLuma: luma, lowerLuma: luma + width, blue: blue, red: red))
            }
          }
        }
      }
    }
    for (plane, count) in [(luma, 2 * width), (blue, columns), (red, columns)] {
      #expect(plane[count...].allSatisfy { $0 == 7 }, "width \(width)")
    }
    return Planes(
      luma: Array(luma.prefix(2 * width)), blue: Array(blue.prefix(columns)),
      red: Array(red.prefix(columns)))
  }

  private func random(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    // A third of the samples are extremes, where fixed point would overflow.
    (0..<count).map { _ in
      let bits = generator.next()
      return bits % 3 == 0 ? (bits & 8 == 0 ? 0 : 255) : UInt8(truncatingIfNeeded: bits >> 16)
    }
  }

  @Test("Vectors equal the reference on every width", arguments: 1...67)
  func vectorsEqualReference(width: Int) {
    for seed in 0..<6 {
      var generator = SeededGenerator(seed: UInt64(seed * 100 + width))
      let upper = random(3 * width, &generator)
      let lower = random(3 * width, &generator)
      let vector = convert(upper, lower, width: width) {
        ColorConversion.convertRGB(upper: $0, lower: $1, width: $2, into: $3)
      }
      let reference = convert(upper, lower, width: width) {
        ColorConversion.convertRGBReference(upper: $0, lower: $1, width: $2, into: $3)
      }
      #expect(vector == reference, "seed \(seed)")
    }
  }

  @Test("The reference rounds the BT.601 formula")
  func referenceMatchesFormula() {
    var generator = SeededGenerator(seed: 11)
    let width = 6_000
    let upper = random(3 * width, &generator)
    let lower = random(3 * width, &generator)
    let planes = convert(upper, lower, width: width) {
      ColorConversion.convertRGBReference(upper: $0, lower: $1, width: $2, into: $3)
    }
    var worst = (0.0, 0.0)
    for column in 0..<width {
      let pixel = (0..<3).map { Double(upper[3 * column + $0]) }
      let luma = 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2]
      worst.0 = max(worst.0, abs(Double(planes.luma[column]) - luma))
    }
    for pair in 0..<width / 2 {
      let mean = (0..<3).map { channel in
        let samples = [
          upper[6 * pair + channel], upper[6 * pair + 3 + channel], lower[6 * pair + channel],
          lower[6 * pair + 3 + channel],
        ]
        return samples.reduce(0.0) { $0 + Double($1) / 4 }
      }
      let blue = 128 - 0.168_736 * mean[0] - 0.331_264 * mean[1] + 0.5 * mean[2]
      let red = 128 + 0.5 * mean[0] - 0.418_688 * mean[1] - 0.081_312 * mean[2]
      worst.1 = max(worst.1, abs(Double(planes.blue[pair]) - blue))
      worst.1 = max(worst.1, abs(Double(planes.red[pair]) - red))
    }
    #expect(worst.0 < 0.505 && worst.1 < 0.52, "\(worst)")
  }

  @Test("Grays stay gray, and pure colours reach the ends of the scale")
  func extremes() {
    for level in 0...255 {
      let gray = [UInt8](repeating: UInt8(level), count: 48)
      let planes = convert(gray, gray, width: 16) {
        ColorConversion.convertRGB(upper: $0, lower: $1, width: $2, into: $3)
      }
      #expect(planes.luma.allSatisfy { Int($0) == level })
      #expect((planes.blue + planes.red).allSatisfy { $0 == 128 })
    }
    for (color, blue, red) in [
      ([255, 0, 0], 85, 255), ([0, 255, 0], 44, 21), ([0, 0, 255], 255, 107),
      ([255, 255, 0], 0, 149), ([0, 255, 255], 171, 0), ([255, 0, 255], 212, 235),
    ] as [([UInt8], UInt8, UInt8)] {
      let row = (0..<48).map { color[$0 % 3] }
      let planes = convert(row, row, width: 16) {
        ColorConversion.convertRGB(upper: $0, lower: $1, width: $2, into: $3)
      }
      #expect(planes.blue.allSatisfy { $0 == blue }, "\(color)")
      #expect(planes.red.allSatisfy { $0 == red }, "\(color)")
    }
  }

  @Test("Interleaved YCbCr is separated, chroma averaged", arguments: [1, 2, 7, 16, 33])
  func splitYCbCr(width: Int) {
    var generator = SeededGenerator(seed: UInt64(width))
    let upper = random(3 * width, &generator)
    let lower = random(3 * width, &generator)
    let planes = convert(upper, lower, width: width) {
      ColorConversion.splitYCbCr(upper: $0, lower: $1, width: $2, into: $3)
    }
    for column in 0..<width {
      #expect(planes.luma[column] == upper[3 * column])
      #expect(planes.luma[width + column] == lower[3 * column])
    }
    for pair in 0..<(width + 1) / 2 {
      let columns = [2 * pair, min(2 * pair + 1, width - 1)]
      for (plane, channel) in [(planes.blue, 1), (planes.red, 2)] {
        let sum = columns.reduce(0) {
          $0 + Int(upper[3 * $1 + channel]) + Int(lower[3 * $1 + channel])
        }
        #expect(Int(plane[pair]) == (sum + 2) / 4)
      }
    }
  }

  @Test("Compositing on white rounds exactly for every sample and alpha")
  func composite() {
    for alpha in 0...255 {
      let row = (0...255).flatMap { (level: Int) -> [UInt8] in [UInt8(level), UInt8(alpha)] }
      let colors = (0...255).flatMap { (level: Int) -> [UInt8] in
        [UInt8(level), UInt8(255 - level), 9, UInt8(alpha)]
      }
      var luma = [UInt8](repeating: 0, count: 256)
      var rgb = [UInt8](repeating: 0, count: 768)
      let isGrayOpaque = ColorConversion.compositeGrayAlphaRow(row, width: 256, into: &luma)
      let isColorOpaque = ColorConversion.compositeRGBARow(colors, width: 256, into: &rgb)
      #expect(isGrayOpaque == (alpha == 255) && isColorOpaque == (alpha == 255))
      func expected(_ sample: Int) -> UInt8 {
        UInt8((Double(sample * alpha + 255 * (255 - alpha)) / 255).rounded())
      }
      #expect(luma == (0...255).map(expected))
      #expect(rgb == (0...255).flatMap { [expected($0), expected(255 - $0), expected(9)] })
    }
  }

  @Test("Inks multiply", arguments: [false, true])
  func inks(isInverted: Bool) {
    for black in stride(from: 0, through: 255, by: 5) {
      let row = (0...255).flatMap { (level: Int) -> [UInt8] in
        [UInt8(level), UInt8(255 - level), 0, UInt8(black)]
      }
      var rgb = [UInt8](repeating: 0, count: 768)
      ColorConversion.convertCMYKRow(row, isInverted: isInverted, width: 256, into: &rgb)
      func light(_ ink: Int) -> UInt8 {
        let product = isInverted ? ink * black : (255 - ink) * (255 - black)
        return UInt8((Double(product) / 255).rounded())
      }
      #expect(rgb == (0...255).flatMap { [light($0), light(255 - $0), light(0)] })
    }
  }
}
