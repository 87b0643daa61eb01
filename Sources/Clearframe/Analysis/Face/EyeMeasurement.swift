/// What is seen where the eyes of a found face must be.
enum EyeMeasurement {
  /// The face's width in samples of the plane that eyes are searched in: an eye then has about
  /// twice the 20 samples of the model's window.
  private static let faceSamples = 160
  /// The searched part of the model's box: the eyes lie 0.33 to 0.42 of its height below its top
  /// in the portraits measured.
  private static let top = 0.12
  private static let bottom = 0.85
  private static let searchedBottom = 0.62
  private static let side = 0.05
  /// The smallest and the largest eye, as shares of the box's width.
  private static let eyeSides = 0.15...0.5
  /// The eye's middle and the cheek's, as shares of the box; the right ones mirror them.
  private static let eyeCenter = (x: 0.3, y: 0.385)
  private static let cheekCenter = (x: 0.3, y: 0.66)
  private static let eyeHalf = (x: 0.12, y: 0.07)
  private static let cheekHalf = (x: 0.09, y: 0.07)
  /// Luma from here on counts as burnt out, as in the tiles' statistics.
  private static let burntOut: UInt8 = 250

  static func eyes(
    of face: FaceCandidate, in search: FaceSearchPlane, _ sampler: UprightSampler,
    model: any FaceModel
  ) throws(FaceModelError) -> [EyeEvidence] {
    let step = search.scale * Double(face.width) / Double(faceSamples)
    let width = Int(Double(faceSamples) * (1 + 2 * side))
    let x = search.working(Double(face.x)) - side * Double(faceSamples) * step
    let y = search.working(Double(face.y)) + top * Double(faceSamples) * step
    func plane(to bottom: Double) -> LumaPlane {
      sampler.plane(
        x: x, y: y, width: width, height: Int(Double(faceSamples) * (bottom - top)), scale: step)
    }
    let least = Int(Double(faceSamples) * eyeSides.lowerBound)
    let most = Int(Double(faceSamples) * eyeSides.upperBound)
    let candidates = try model.candidates(
      for: .eye, in: plane(to: searchedBottom), sides: least...most)
    let measured = plane(to: bottom)
    let box = search.box(face, sampler)
    return [false, true].map { isRight in
      let ownHalf = candidates.filter { ($0.x + $0.width / 2 >= width / 2) == isRight }
      return evidence(
        isRight: isRight, support: ownHalf.map(\.support).max() ?? 0, in: measured, of: box,
        size: sampler.uprightSize)
    }
  }

  private static func evidence(
    isRight: Bool, support: Int, in plane: LumaPlane, of box: FaceBox, size: PixelSize
  ) -> EyeEvidence {
    let eye = part(plane, center: eyeCenter, half: eyeHalf, isRight: isRight)
    let cheek = part(plane, center: cheekCenter, half: cheekHalf, isRight: isRight)
    let middle = isRight ? 1 - eyeCenter.x : eyeCenter.x
    return EyeEvidence(
      support: support, brightness: median(eye) / max(1, median(cheek)),
      burntOutShare: max(0, burntOutShare(eye) - burntOutShare(cheek)),
      region: PixelRegion(
        left: box.x + (middle - eyeHalf.x) * box.width,
        top: box.y + (eyeCenter.y - eyeHalf.y) * box.height,
        right: box.x + (middle + eyeHalf.x) * box.width,
        bottom: box.y + (eyeCenter.y + eyeHalf.y) * box.height, in: size))
  }

  private static func part(
    _ plane: LumaPlane, center: (x: Double, y: Double), half: (x: Double, y: Double),
    isRight: Bool
  ) -> [UInt8] {
    let size = Double(faceSamples)
    let x = (isRight ? 1 - center.x : center.x) + side
    let y = center.y - top
    return plane.sortedSamples(
      columns: Int((x - half.x) * size)..<Int((x + half.x) * size),
      rows: Int((y - half.y) * size)..<Int((y + half.y) * size))
  }

  private static func median(_ sorted: [UInt8]) -> Double {
    sorted.isEmpty ? 0 : Double(sorted[sorted.count / 2])
  }

  private static func burntOutShare(_ sorted: [UInt8]) -> Double {
    guard !sorted.isEmpty else { return 0 }
    return Double(sorted.count { $0 >= burntOut }) / Double(sorted.count)
  }
}
