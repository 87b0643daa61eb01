/// A picture that costs a decoder what a phone's photo of a document costs: a sheet with lines of
/// small strokes on a desk, uneven light, and sensor noise that survived the phone's smoothing.
///
/// It depends on the size alone.
struct DocumentPicture {
  let width: Int
  let height: Int
  /// Interleaved 8-bit RGB.
  let rgb: [UInt8]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    let noise = DocumentPicture.noise(count: width * height + 4 * width)
    let ink = DocumentPicture.strokes()
    rgb = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
      let margin = width / 10
      for y in 0..<height {
        for x in 0..<width {
          let isPaper = x > margin && x < width - margin && y > margin && y < height - margin
          // Light falls off towards one corner.
          var light = 1_000 - 260 * x / width - 160 * y / height
          if isPaper && DocumentPicture.isInked(x: x, y: y, ink) { light = light * 38 / 100 }
          let index = y * width + x
          // The mean of neighbours leaves the soft grain of a processed photo.
          let grain = noise[index] + noise[index + 1] + noise[index + width] + noise[index + 2]
          let grainRed = noise[index + 2 * width] + noise[index + 2 * width + 1]
          let base = isPaper ? (236, 233, 224) : (126 + (x / 60 % 2) * 6, 92, 66)
          let target = 3 * index
          buffer[target] = DocumentPicture.clamp(base.0 * light / 1_000 + (grain + grainRed) / 4)
          buffer[target + 1] = DocumentPicture.clamp(base.1 * light / 1_000 + grain / 3)
          buffer[target + 2] = DocumentPicture.clamp(
            base.2 * light / 1_000 + (grain - grainRed) / 4)
        }
      }
      count = width * height * 3
    }
  }

  /// Lines of text 44 pixels apart, each letter cell 22 by 30 with strokes of its own.
  private static func isInked(x: Int, y: Int, _ ink: [Bool]) -> Bool {
    let row = y / 44
    let inLine = y % 44
    guard inLine < 30, row % 9 != 8 else { return false }
    let cell = x / 22
    let letter = (cell &* 2_654_435 &+ row &* 40_503) & 63
    guard letter > 9 else { return false }
    return ink[letter * 660 + inLine * 22 + x % 22]
  }

  /// 64 letters of four random strokes each.
  private static func strokes() -> [Bool] {
    var state: UInt64 = 7
    var ink = [Bool](repeating: false, count: 64 * 660)
    for letter in 0..<64 {
      for _ in 0..<4 {
        let isUpright = next(&state) % 2 == 0
        let along = Int(next(&state) % (isUpright ? 12 : 8))
        let across = Int(next(&state) % (isUpright ? 16 : 25))
        for step in 0..<(isUpright ? 18 : 11) {
          for thickness in 0..<4 {
            let row = isUpright ? along + step : across + thickness
            let column = isUpright ? across + thickness : along + step
            ink[letter * 660 + min(29, row) * 22 + min(21, column)] = true
          }
        }
      }
    }
    return ink
  }

  private static func noise(count: Int) -> [Int] {
    var state: UInt64 = 42
    return (0..<count).map { _ in
      let bits = next(&state)
      // The sum of four uniform values is close to a normal one.
      let sum = (bits & 15) + (bits >> 8 & 15) + (bits >> 16 & 15) + (bits >> 24 & 15)
      return Int(sum) - 30
    }
  }

  /// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static func clamp(_ value: Int) -> UInt8 { UInt8(max(0, min(255, value))) }
}
