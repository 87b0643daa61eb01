/// The defects a picture may have.
package enum SceneDefect: String, CaseIterable, Sendable {
  case glare, defocus, motion
  case unevenFocus = "uneven-focus"
  case cut, dark, bright, shadow
  /// A finger or another thing over the document's edge.
  case finger

  /// How often each is drawn.
  static let weights: [Float] = [24, 13, 10, 5, 19, 8, 7, 7, 7]
}
