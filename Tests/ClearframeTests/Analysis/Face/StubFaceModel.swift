import Clearframe

/// A model that finds what the test says, and nothing else.
struct StubFaceModel: FaceModel {
  var faces: [FaceCandidate] = []
  var eyes: [FaceCandidate] = []
  var failure: FaceModelError?

  func candidates(
    for part: FacePart, in plane: LumaPlane, sides: ClosedRange<Int>
  ) throws(FaceModelError) -> [FaceCandidate] {
    if let failure { throw failure }
    return part == .eye ? eyes : faces
  }
}
