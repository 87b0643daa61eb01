/// The mean and the spread of colours.
package struct ColorSpread {
  package private(set) var count = 0
  // A float's rounding would be of the size of small spreads over thousands of colours.
  private var sum = SIMD3<Double>()
  private var squares = 0.0

  package init() {}

  package mutating func add(_ color: LabColor) {
    let value = SIMD3(Double(color.lightness), Double(color.a), Double(color.b))
    count += 1
    sum += value
    squares += (value * value).sum()
  }

  /// The mean colour; black where there is none.
  package var mean: LabColor {
    let value = SIMD3<Float>(sum / Double(max(1, count)))
    return LabColor(lightness: value.x, a: value.y, b: value.z)
  }

  /// The root mean square distance from the mean.
  package var deviation: Float {
    let value = sum / Double(max(1, count))
    return Float(max(0, squares / Double(max(1, count)) - (value * value).sum()).squareRoot())
  }

  /// How far from the mean of hair a colour can be and still be hair's: strands differ by 4 to 12
  /// units, skin and most things by more than 25 from all but the darkest hair.
  package var hairTolerance: Float { max(12, min(25, 2 * deviation)) }
}
