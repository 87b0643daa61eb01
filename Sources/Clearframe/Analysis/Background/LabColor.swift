/// A colour in CIELAB under D65 (CIE 15:2004).
package struct LabColor: Sendable, Hashable {
  /// Lightness, 0 to 100.
  package var lightness: Float
  /// From green (below 0) to red.
  package var a: Float
  /// From blue (below 0) to yellow.
  package var b: Float

  package init(lightness: Float, a: Float, b: Float) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// The distance from gray, `sqrt(a * a + b * b)`.
  package var chroma: Float { (a * a + b * b).squareRoot() }

  /// The CIE 1976 colour difference.
  package func difference(to other: LabColor) -> Float {
    let l = lightness - other.lightness
    let x = a - other.a
    let y = b - other.b
    return (l * l + x * x + y * y).squareRoot()
  }
}
