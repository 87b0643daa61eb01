/// The numbers that rules judge, computed from the analysis when a rule first asks for them.
///
/// One value serves one picture and stays inside one task.
package final class Measurements {
  package let header: ImageHeader
  package let analysis: PictureAnalysis
  private let faceModel: (any FaceModel)?

  /// What the search for the document's outline came to.
  package lazy var boundary: BoundaryFinding = BoundaryDetector.find(in: analysis.working)

  /// The part of the stored picture that rules on the document measure.
  package lazy var documentArea = DocumentArea(
    boundary, storedSize: analysis.working.storedSize)

  /// The document seen from straight above; nil where no outline is trusted.
  package lazy var rectifiedDocument: RectifiedDocument? =
    documentArea.isWholeFrame
    ? nil
    : RectifiedDocument(
      analysis.working, outline: documentArea.outline, decodedRows: analysis.decodedRows)

  /// How blurred the edges in the document's area are.
  package lazy var sharpness = Sharpness(
    analysis: analysis, area: documentArea, highlights: glare?.mask)

  /// How blurred the edges of a portrait's person are.
  package lazy var personSharpness = Sharpness(analysis: analysis, person: personOutline)

  /// The reflections on the document; nil where nothing can be measured.
  package lazy var glare: GlareFinding? = findGlare()

  /// How the document lies in the upright frame; nil where no outline was found.
  package lazy var framing: DocumentFraming? = boundary.boundary.map { boundary in
    // What covers the outline is told by colours along it, which mean nothing along a wrong one.
    let isTrusted = boundary.confidence >= DocumentArea.minimumConfidence
    return DocumentFraming(
      boundary, orientation: header.orientation, storedSize: analysis.working.storedSize,
      cover: isTrusted ? OutlineCover(boundary.outline, in: analysis.working) : nil)
  }

  /// The light on the document, or on the whole picture where no outline is trusted.
  package lazy var light = DocumentLight(
    analysis.tiles, in: documentArea, highlights: glare?.mask)

  /// What tells a white scan from an over-exposed photo; nil where a side has no pixels.
  package lazy var whiteScan = WhiteScan(analysis.tiles)

  /// The parts of the picture without any noise.
  package lazy var flatAreas = FlatAreas(analysis.tiles)

  /// The straight edges that a program has drawn.
  package lazy var drawnEdges = DrawnEdges(analysis.patches)

  /// What is left of the document's colour once the light's is taken out.
  package lazy var colorResidue = ColorResidue(analysis.working, in: documentArea)

  /// The sheet of paper in a frame without a trusted outline; nil where there is an outline, or no
  /// such sheet.
  package lazy var graySheet = GraySheet(
    analysis.working, in: documentArea, decodedRows: analysis.decodedRows)

  /// The tones on the document that are neither paper nor strokes; nil where no outline is trusted.
  package lazy var solidTones: SolidTones? =
    rectifiedDocument.map { SolidTones($0) }

  /// The card that shows on the document; nil where none does, or no outline is trusted.
  package lazy var copiedCard: CopiedCard? = CopiedCard(analysis.working, on: documentArea)

  /// How much of the picture looks like a gray copy of a card, and how much like an original; nil
  /// where there are no pixels.
  package lazy var copyMarks: CopyMarks? = CopyMarks(analysis.working)

  /// The patterns that a display's grid leaves.
  package lazy var recaptureSignals = RecaptureSignals(analysis, isOnDocument: isOnDocument)

  /// What is behind the person of a portrait.
  package lazy var background: BackgroundFinding = BackgroundFinding.find(
    in: analysis, orientation: header.orientation)

  /// The faces in the picture; unavailable without a model to find them with.
  package lazy var faces: FaceFinding =
    faceModel.map { model in
      FaceDetector.find(in: analysis.working, orientation: header.orientation, model: model)
    } ?? .withoutModel

  /// Whether a stored pixel is on the document; nil where no outline is trusted.
  private var isOnDocument: ((_ column: Int, _ row: Int) -> Bool)? {
    let area = documentArea
    if area.isWholeFrame { return nil }
    return { area.contains(PixelPoint(x: Double($0), y: Double($1))) }
  }

  /// The corners of a portrait's person in stored pixels; nil where nobody was told apart.
  private var personOutline: [PixelPoint]? {
    guard case .measured(let background) = background, let person = background.person else {
      return nil
    }
    let right = person.x + person.width
    let bottom = person.y + person.height
    return [
      (person.x, person.y), (right, person.y), (right, bottom), (person.x, bottom),
    ].map { x, y in
      header.orientation.stored(
        PixelPoint(x: Double(x), y: Double(y)), stored: analysis.working.storedSize)
    }
  }

  package init(
    header: ImageHeader, analysis: consuming PictureAnalysis, faceModel: (any FaceModel)? = nil
  ) {
    self.header = header
    self.analysis = analysis
    self.faceModel = faceModel
  }
}
