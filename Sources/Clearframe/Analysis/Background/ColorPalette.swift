/// Which colours occur, in cells of 8 units of CIELAB.
package struct ColorPalette {
  private static let cellSide: Float = 8
  /// The outermost cells that are told apart: of lightness up to 100, and of a* and b* up to 128 on
  /// both sides of gray. What is beyond them counts to them.
  private static let lightest = 13
  private static let mostVivid = 16
  // A table of all cells and their neighbours: hashing each pixel took 2 ms of a portrait.
  private static let lightnessCount = lightest + 3
  private static let hueCount = 2 * mostVivid + 3
  private var counts = [Int32](repeating: 0, count: lightnessCount * hueCount * hueCount)
  /// The number of colours added.
  package private(set) var count = 0

  package init() {}

  package mutating func add(_ color: LabColor) {
    counts[Self.cell(of: color)] += 1
    count += 1
  }

  /// Whether at least a thousandth of the colours, and two, are in the colour's cell or in one of
  /// those next to it.
  package func contains(_ color: LabColor) -> Bool {
    let cell = Self.cell(of: color)
    let least = max(2, count / 1_000)
    for lightness in -1...1 {
      for a in -1...1 {
        let middle = cell + (lightness * Self.hueCount + a) * Self.hueCount
        for index in middle - 1...middle + 1 where counts[index] >= least { return true }
      }
    }
    return false
  }

  /// The index of a colour's cell, all of whose neighbours are in the table.
  private static func cell(of color: LabColor) -> Int {
    func step(_ value: Float, _ range: ClosedRange<Int>) -> Int {
      let step = (value / cellSide).rounded(.toNearestOrEven)
      return Int(min(max(step, Float(range.lowerBound)), Float(range.upperBound)))
    }
    let lightness = step(color.lightness, 0...lightest) + 1
    let a = step(color.a, -mostVivid...mostVivid) + mostVivid + 1
    let b = step(color.b, -mostVivid...mostVivid) + mostVivid + 1
    return (lightness * hueCount + a) * hueCount + b
  }
}
