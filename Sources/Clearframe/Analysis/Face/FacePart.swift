/// What a face model can look for.
package enum FacePart: Sendable {
  /// A face seen from the front, upright.
  case frontalFace
  /// An open eye, with or without glasses.
  case eye
}
