/// The numbers that rules judge, computed from the analysis when a rule first asks for them.
///
/// One value serves one picture and stays inside one task.
package final class Measurements {
  package let header: ImageHeader
  package let analysis: PictureAnalysis

  /// What the search for the document's outline came to.
  package lazy var boundary: BoundaryFinding = BoundaryDetector.find(in: analysis.working)

  /// The part of the stored picture that rules on the document measure.
  package lazy var documentArea = DocumentArea(
    boundary, storedSize: analysis.working.storedSize)

  /// How blurred the edges in the document's area are.
  package lazy var sharpness = Sharpness(analysis: analysis, area: documentArea)
  /// The reflections on the document; nil where nothing can be measured.
  package lazy var glare: GlareFinding? = findGlare()

  package init(header: ImageHeader, analysis: consuming PictureAnalysis) {
    self.header = header
    self.analysis = analysis
  }
}
