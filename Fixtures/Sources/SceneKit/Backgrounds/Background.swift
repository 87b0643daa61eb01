/// What the document lies on.
package protocol Background: Sendable {
  /// Reflectance in linear light at a place in millimetres, with detail no finer than the
  /// sampling footprint (millimetres per pixel).
  func reflectance(_ p: Vector2, footprint: Float) -> Vector3
  /// How much the table mirrors a lamp, 0 to 1.
  var gloss: Float { get }
}
