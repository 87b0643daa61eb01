/// Which colours occur, in cells of 8 units of CIELAB.
package struct ColorPalette {
  private var counts: [SIMD3<Int32>: Int] = [:]
  private var total = 0

  package init() {}

  package mutating func add(_ color: LabColor) {
    counts[Self.cell(of: color), default: 0] += 1
    total += 1
  }

  /// Whether at least a thousandth of the colours, and two, are in the colour's cell or in one of
  /// those next to it.
  package func contains(_ color: LabColor) -> Bool {
    let cell = Self.cell(of: color)
    let least = max(2, total / 1_000)
    for lightness in Int32(-1)...1 {
      for a in Int32(-1)...1 {
        for b in Int32(-1)...1
        where counts[cell &+ SIMD3(lightness, a, b), default: 0] >= least {
          return true
        }
      }
    }
    return false
  }

  private static func cell(of color: LabColor) -> SIMD3<Int32> {
    let cell = (SIMD3(color.lightness, color.a, color.b) / 8).rounded(.toNearestOrEven)
    return SIMD3<Int32>(cell)
  }
}
