/// A drawn document, marked as a specimen: what is printed, on which sheet.
package struct MockDocument {
  /// `id-card` or `document`.
  var kind: String
  /// What it is, such as `specimen_card_front`.
  var subject: String
  /// The printed face.
  var canvas: Canvas
  var surface: Surface
  /// How much the face mirrors light, 0 (paper) to 1 (laminate).
  var gloss: Float
  /// Colour of the sheet's edge.
  var edge: Vector3
}
