/// Leaves pictures undecided in which no outline of a document can be trusted.
package struct DocumentNotFoundRule: Rule {
  /// The least confidence of an outline.
  package static let minimumConfidence = LimitDescription(
    name: "minimumConfidence", unit: "probability", range: 0...1,
    summary: "The outline must be the document's with at least this probability.")
  /// The least contrast of a picture that may show something.
  package static let minimumContrast = LimitDescription(
    name: "minimumContrast", unit: "luma", range: 0...255,
    summary: """
      A picture whose luma spans less than this (0 to 255) shows nothing at all and fails.
      """)

  package let description = RuleDescription(
    name: "document-not-found",
    summary: "No document can be made out in the picture.",
    why: """
      A reviewer wants to see the document as a whole, with its four sides. Where its outline \
      cannot be told from its surroundings, nothing that is judged on the document alone, such as \
      completeness or glare, can be answered with certainty either.
      """,
    measurement: """
      Straight edges are put together to four-sided outlines, which are ranked by the edges along \
      their sides, the colours on both sides of them and their shape. Where none is sure at first \
      sight, a small network, trained on drawn documents and scanned pages, marks the document in a \
      copy of 128 by 96 pixels; outlines around what it marks, and ones with a side that is not seen \
      as a line, join the others, and all are ranked by what is measured of each, by how plain its \
      margin is and by how well it agrees with the marks. The value is the calibrated probability \
      that the best outline overlaps the document's by at least nine tenths. A picture without \
      contrast (its luma spans less than a limit between the 0.5 % and the 99.5 % percentile) shows \
      no document and fails.
      """,
    caveats: """
      A missing outline is no proof that there is no document: a page that fills the frame, white \
      paper on a white desk and a very dark photo have no outline to find, so the answer is \
      undecided and a person should look. Another rectangle, such as a sheet under the card, can \
      be taken for the document.
      """,
    remedy: """
      Put the document flat on a plain surface of another colour and take the photo from above, \
      with some of the surface in view on all four sides.
      """,
    limits: [minimumConfidence, minimumContrast])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let measurements = evidence.measurements else {
      return Judgement(.skipped, message: "Not judged: the picture was not measured.")
    }
    let limit = limits[Self.minimumConfidence]
    let unit = Self.minimumConfidence.unit
    let finding = measurements.boundary
    let confidence = finding.boundary?.confidence ?? 0
    if finding.boundary != nil, confidence >= limit {
      return Judgement(
        .pass, value: confidence, limit: limit, unit: unit,
        message: "The document's outline was found.")
    }
    let histogram = measurements.analysis.tiles.histogram()
    if let low = histogram.percentile(0.005), let high = histogram.percentile(0.995),
      high - low < limits[Self.minimumContrast]
    {
      return Judgement(
        .fail, value: confidence, limit: limit, unit: unit,
        message: """
          The picture shows nothing but an even surface; take a photo of the document on a plain \
          surface of another colour.
          """)
    }
    let advice = "take it again on a plain surface of another colour that shows on all four sides."
    if finding == .fillsFrame {
      return Judgement(
        .undecided, value: confidence, limit: limit, unit: unit,
        message: "The page seems to fill the frame, so that its sides are not seen; " + advice)
    }
    return Judgement(
      .undecided, value: confidence, limit: limit, unit: unit,
      message: "The document's outline cannot be told from its surroundings; " + advice)
  }
}
