/// The numbers that rules judge, computed from the analysis when a rule first asks for them.
///
/// One value serves one picture and stays inside one task.
package final class Measurements {
  package let header: ImageHeader
  package let analysis: PictureAnalysis

  /// What is behind the person of a portrait.
  package lazy var background: BackgroundFinding = BackgroundFinding.find(
    in: analysis, orientation: header.orientation)

  package init(header: ImageHeader, analysis: consuming PictureAnalysis) {
    self.header = header
    self.analysis = analysis
  }
}
