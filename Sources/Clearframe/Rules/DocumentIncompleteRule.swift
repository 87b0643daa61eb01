/// Fails pictures in which a side or corner of the document is outside the frame or covered.
package struct DocumentIncompleteRule: Rule {
  /// The largest share of the outline that may be hidden.
  package static let maximumHiddenShare = LimitDescription(
    name: "maximumHiddenShare", unit: "fraction of outline", range: 0...1,
    summary: "At most this share of the document's outline may be cut off or covered.")
  /// The reach beyond the frame that is told from the error of the outline.
  package static let certainReach = LimitDescription(
    name: "certainReach", unit: "fraction of long side", range: 0...1,
    summary: """
      A document that reaches beyond the frame by less than this, over its longer side, and by \
      more than the error of its outline is left undecided.
      """)
  /// The largest covered stretch of a side that hides no corner.
  package static let maximumCoveredSide = LimitDescription(
    name: "maximumCoveredSide", unit: "fraction of side", range: 0...1,
    summary: "At most this share of a side may be covered, as by a finger; no corner may be.")
  /// The least confidence of an outline for a failure or a pass.
  package static let minimumConfidence = LimitDescription(
    name: "minimumConfidence", unit: "probability", range: 0...1,
    summary: """
      Below this probability of the outline, all outlines that were looked at are asked together.
      """)
  /// The least confidence of an outline for a failure.
  package static let minimumFailingConfidence = LimitDescription(
    name: "minimumFailingConfidence", unit: "probability", range: 0...1,
    summary: """
      Below this probability of the outline, only the frame's cutting it off can be a failure, and \
      only where the other outlines agree. Where it is left out, minimumConfidence counts.
      """, isOptional: true)
  /// The least agreement of all outlines for a failure or a pass without a trusted one.
  package static let minimumAgreement = LimitDescription(
    name: "minimumAgreement", unit: "fraction of probability", range: 0.5...1,
    summary: """
      Where no outline is trusted, at least this share of the probability of all must speak for a \
      document that is cut off, or for a whole one; below it the answer is undecided.
      """)
  /// The least probability of all cut outlines together for a failure without a trusted one.
  package static let minimumEvidence = LimitDescription(
    name: "minimumEvidence", unit: "probability", range: 0...1,
    summary: """
      Where no outline is trusted, all that the frame cuts off must have at least this probability \
      together for a failure, and all that lie inside it and take up a tenth of it or more that \
      of minimumConfidence for a pass.
      """)

  package let description = RuleDescription(
    name: "document-incomplete",
    summary: "A side or a corner of the document is outside the frame or covered.",
    why: """
      Portals ask for complete pictures: all four corners visible. What is cut off or under a \
      finger cannot be checked, and a cut picture may hide something on purpose.
      """,
    measurement: """
      The document's outline is compared with the frame. The value is the share of the outline's \
      length that is hidden: the parts that reach beyond the frame by more than the outline's own \
      error (0.4 % of the longer side), the sides that are not seen at all because the document \
      runs out of the frame there, covered corners, and sides of which too much is covered. Where \
      the outline runs out of the frame on one side, a side close beside the border is looked for \
      in finer detail: a step all along it, at which both neighbouring edges end. \
      Whether a place on the outline is covered, of eight on each side, a small convolutional \
      network tells from the colours around it, nearby and farther off, beside those of the \
      document and of the desk, and where it is in doubt a wider one; both were trained on mock \
      photos of fingers, telephones and sheets over documents, and of shadows, print and things \
      beside or under them. A side that goes on \
      beyond both its corners, with the desk on one side and the same thing as along the document \
      on the other, is the edge of something that lies over the document; where the outline is \
      not quite a rectangle and the thing lies all along the side, one corner is enough. A side \
      beyond which the paper goes on up to the frame, as across the gutter of an open book or a \
      ruled line, or the two edges that meet it do, is not seen either. Where no single outline \
      is trusted, the probabilities of all outlines that the frame cuts off are compared with \
      those of all that lie inside it (see document-not-found). Paper of one colour on all four \
      borders with print that comes up to them is a page that fills the frame, of which no side \
      is seen, unless nearly all of the borders is burnt out.
      """,
    caveats: """
      Blank paper that fills the frame cannot be told from a table, so the answer is undecided. A \
      sheet that lies under the card and runs out of the frame can be taken for the document, and \
      so can a torn or folded corner for a whole one. A scan that was cropped to the page's own \
      edges shows no edge, and counts as a page that fills the frame. What covers the outline and \
      is burnt out itself is taken for a reflection.
      """,
    remedy: """
      Hold the camera a little further away, so that some of the desk is seen around all four \
      corners, and put the document down instead of holding it with your fingers.
      """,
    limits: [
      maximumHiddenShare, certainReach, maximumCoveredSide, minimumConfidence,
      minimumFailingConfidence, minimumAgreement, minimumEvidence,
    ])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let measurements = evidence.measurements else {
      return Judgement(.skipped, message: "Not judged: the picture was not measured.")
    }
    let limit = limits[Self.maximumHiddenShare]
    let unit = Self.maximumHiddenShare.unit
    guard let framing = measurements.framing else {
      guard measurements.boundary == .fillsFrame, let frame = measurements.header.uprightSize
      else {
        return Judgement(.undecided, limit: limit, unit: unit, message: Self.unclear)
      }
      return Judgement(
        .fail, value: 1, limit: limit, unit: unit,
        regions: [PixelRegion(x: 0, y: 0, width: frame.width, height: frame.height)],
        message: """
          The page fills the frame, so that none of its sides is seen; take it again from further \
          away, with all four corners in view.
          """)
    }
    let flaws = OutlineFlaws(framing, maximumCoveredSide: limits[Self.maximumCoveredSide])
    let hidden = flaws.hiddenShare
    let needed =
      (hidden > limit ? limits.optional(Self.minimumFailingConfidence) : nil)
      ?? limits[Self.minimumConfidence]
    if framing.confidence < needed {
      let belief = framing.belief
      guard belief.agreement >= limits[Self.minimumAgreement],
        belief.isCut
          ? belief.cut >= limits[Self.minimumEvidence]
          : belief.largeWhole >= limits[Self.minimumConfidence],
        belief.isCut == (hidden > limit)
      else {
        return Judgement(
          .undecided, value: hidden, limit: limit, unit: unit, message: Self.unclear)
      }
    }
    guard hidden > limit else {
      return Judgement(
        .pass, value: hidden, limit: limit, unit: unit,
        message: "All four corners of the document are in the picture and uncovered.")
    }
    let isBarelyCut =
      flaws.coveredCorners.isEmpty && flaws.coveredSides.isEmpty
      && !framing.sides.contains(where: \.isUnseen)
      && framing.largestReach < limits[Self.certainReach]
    return Judgement(
      isBarelyCut ? .undecided : .fail, value: hidden, limit: limit, unit: unit,
      regions: flaws.regions, message: flaws.sentence(isCertain: !isBarelyCut))
  }

  private static let unclear = """
    The document's outline is not clear enough to tell whether it is complete; take it again on a \
    plain surface of another colour with all four corners in the picture.
    """
}
