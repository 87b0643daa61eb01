/// The numbers that rules judge, computed from the analysis when a rule first asks for them.
///
/// One value serves one picture and stays inside one task.
package final class Measurements {
  package let header: ImageHeader
  package let analysis: PictureAnalysis

  package init(header: ImageHeader, analysis: consuming PictureAnalysis) {
    self.header = header
    self.analysis = analysis
  }
}
