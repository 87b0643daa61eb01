/// Finds faces and eyes in upright luma; one value may serve several tasks at once.
package protocol FaceModel: Sendable {
  /// What was found with a side within `sides`, in samples; the best supported first.
  ///
  /// Throws where the model cannot be used.
  func candidates(
    for part: FacePart, in plane: LumaPlane, sides: ClosedRange<Int>
  ) throws(FaceModelError) -> [FaceCandidate]
}
