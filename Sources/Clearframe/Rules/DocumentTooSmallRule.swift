/// Fails pictures in which the document takes up little of the frame.
package struct DocumentTooSmallRule: Rule {
  /// The least size of the document in the frame.
  package static let minimumFrameShare = LimitDescription(
    name: "minimumFrameShare", unit: "fraction of frame side", range: 0...1,
    summary: """
      The square root of the document's share of the picture's area must be at least this.
      """)

  package let description = RuleDescription(
    name: "document-too-small",
    summary: "The document takes up too little of the picture.",
    why: """
      A reviewer sees the picture at the size of a screen, in which a small document is a stamp. \
      Portals also shrink large pictures, and what was readable at first is then not.
      """,
    measurement: """
      The value is the square root of the share of the picture's area that lies inside the \
      document's outline, so that half as large in each direction is half the value.
      """,
    caveats: """
      Where no outline is trusted the rule is skipped. A slip of paper is small in any frame of \
      another shape.
      """,
    remedy: "Take the photo from nearer, so that the document nearly fills the frame.",
    limits: [minimumFrameShare])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let measurements = evidence.measurements, let framing = measurements.trustedFraming else {
      return .withoutOutline
    }
    let limit = limits[Self.minimumFrameShare]
    let value = framing.frameShare(visibleArea: measurements.documentArea.visibleArea)
    let passes = value >= limit
    let facts = "The document takes up \(NumberText.percent(value * value)) of the picture"
    return Judgement(
      passes ? .pass : .fail, value: value, limit: limit, unit: Self.minimumFrameShare.unit,
      message: passes
        ? facts + "."
        : facts + "; take it again from nearer, so that the document nearly fills the frame.")
  }
}
