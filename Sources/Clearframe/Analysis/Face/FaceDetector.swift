/// Measures the faces of a picture with a model.
package enum FaceDetector {
  /// The searched plane's long side in samples. A face that fills an eighth of it still has more
  /// than the 20 samples that a window of the model has; twice as many cost four times the time
  /// and found nothing more in the portraits measured.
  static let searchedSide = 288
  /// What is added around the frame, as a share of the long side: a face that the frame cuts is
  /// found only where the whole window has samples.
  static let marginShare = 0.2
  /// The smallest face looked for, as a share of the long side.
  static let smallestFaceShare = 0.125

  /// Finds the faces of a picture, and measures the head and eyes of the best supported one.
  package static func find(
    in working: borrowing WorkingImage, orientation: Orientation, model: any FaceModel
  ) -> FaceFinding {
    let sampler = UprightSampler(working, orientation: orientation)
    let search = FaceSearchPlane(sampler)
    do throws(FaceModelError) {
      let least = Int(Double(searchedSide) * smallestFaceShare)
      let candidates = try model.candidates(
        for: .frontalFace, in: search.plane,
        sides: least...max(least, max(search.plane.width, search.plane.height)))
      guard let main = candidates.first else { return .searched(FaceMeasurement(faces: [])) }
      return .searched(
        FaceMeasurement(
          faces: candidates.map { search.box($0, sampler) },
          head: HeadMeasurement.extent(of: main, in: search, sampler),
          eyes: try EyeMeasurement.eyes(of: main, in: search, sampler, model: model)))
    } catch {
      return .unavailable(reason: error.reason)
    }
  }
}
