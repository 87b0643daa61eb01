/// How a line of text is written.
package struct TextStyle: Sendable {
  /// Capital height in millimetres.
  var height: Float
  /// Ink in linear light.
  var colour: Vector3
  /// Stroke width as a share of the capital height.
  var weight: Float = 0.13
  /// Horizontal stretch of the letters.
  var stretch: Float = 0.85
  /// Lean to the right, as a share of the height.
  var slant: Float = 0
  /// How far each letter strays, as a share of the height; above zero looks written by hand.
  var jitter: Float = 0
  /// How much thinner horizontal strokes are than vertical ones, 0 to 1.
  var contrast: Float = 0
  /// Small feet at the ends of vertical strokes.
  var serifs = false
  /// Every letter takes the same room.
  var monospaced = false
  /// Letters are joined as in running hand.
  var joined = false
  /// Opacity of the ink.
  var alpha: Float = 1
}
