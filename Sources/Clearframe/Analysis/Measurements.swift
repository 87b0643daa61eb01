/// The numbers that rules judge, computed from the analysis when a rule first asks for them.
///
/// One value serves one picture and stays inside one task.
package final class Measurements {
  package let header: ImageHeader
  package let analysis: PictureAnalysis

  private let faceModel: (any FaceModel)?

  /// The faces in the picture; unavailable without a model to find them with.
  package lazy var faces: FaceFinding =
    faceModel.map { model in
      FaceDetector.find(in: analysis.working, orientation: header.orientation, model: model)
    } ?? .withoutModel

  package init(
    header: ImageHeader, analysis: consuming PictureAnalysis, faceModel: (any FaceModel)? = nil
  ) {
    self.header = header
    self.analysis = analysis
    self.faceModel = faceModel
  }
}
