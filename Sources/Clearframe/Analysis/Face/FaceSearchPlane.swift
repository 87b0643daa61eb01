/// The small upright copy of the picture, with a margin around it, that faces are searched in.
package struct FaceSearchPlane: Sendable {
  /// The samples with the margin.
  package let plane: LumaPlane
  /// The margin's samples on each side.
  package let margin: Int
  /// The working pixels that one sample covers in each direction.
  package let scale: Double

  package init(_ sampler: UprightSampler) {
    let long = Double(max(sampler.width, sampler.height))
    scale = long / Double(FaceDetector.searchedSide)
    margin = Int(Double(FaceDetector.searchedSide) * FaceDetector.marginShare)
    let width = max(1, Int((Double(sampler.width) / scale).rounded())) + 2 * margin
    let height = max(1, Int((Double(sampler.height) / scale).rounded())) + 2 * margin
    plane = sampler.plane(
      x: -Double(margin) * scale, y: -Double(margin) * scale, width: width, height: height,
      scale: scale)
  }

  /// The working column of a position in the plane.
  func working(_ position: Double) -> Double { (position - Double(margin)) * scale }

  /// A candidate as a box in pixels of the upright picture.
  func box(_ candidate: FaceCandidate, _ sampler: UprightSampler) -> FaceBox {
    let pixels = scale * Double(sampler.factor)
    return FaceBox(
      x: sampler.originalX(working(Double(candidate.x))),
      y: sampler.originalY(working(Double(candidate.y))),
      width: Double(candidate.width) * pixels, height: Double(candidate.height) * pixels,
      support: candidate.support)
  }
}
