/// The faces of a picture, and more about the best supported one.
package struct FaceMeasurement: Sendable, Equatable {
  /// All places where the model fired, the best supported first.
  package var faces: [FaceBox]
  /// The head of the first face; nil without a face.
  package var head: HeadExtent?
  /// The first face's eyes, the left one in the picture first; empty without a face.
  package var eyes: [EyeEvidence]

  package init(faces: [FaceBox], head: HeadExtent? = nil, eyes: [EyeEvidence] = []) {
    self.faces = faces
    self.head = head
    self.eyes = eyes
  }
}
