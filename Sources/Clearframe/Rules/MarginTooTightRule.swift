/// Fails pictures in which a corner of the document comes too near to the frame.
package struct MarginTooTightRule: Rule {
  /// The least distance of a corner from the frame.
  package static let minimumMargin = LimitDescription(
    name: "minimumMargin", unit: "fraction of short side", range: 0...0.5,
    summary: """
      Every corner of the document must stay this far inside the frame, over the picture's \
      shorter side.
      """)

  package let description = RuleDescription(
    name: "margin-too-tight",
    summary: "A corner of the document is too near to the picture's border.",
    why: """
      Without some of the desk around it, a reviewer cannot see that the document is complete, and \
      a portal's own cropping may cut it.
      """,
    measurement: """
      The smallest distance between a corner of the document's outline and the picture's border, \
      over the picture's shorter side.
      """,
    caveats: """
      Where no outline is trusted the rule is skipped; where the document is cut off, \
      document-incomplete speaks and this rule is skipped as well.
      """,
    remedy: "Take the photo from a little further away, with some of the desk on all four sides.",
    limits: [minimumMargin])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let framing = evidence.measurements?.trustedFraming else { return .withoutOutline }
    let limit = limits[Self.minimumMargin]
    let value = framing.margin
    let unit = Self.minimumMargin.unit
    guard framing.cuttingSides.isEmpty else {
      return Judgement(
        .skipped, value: value, limit: limit, unit: unit,
        message: "Not judged: the document is cut off, which document-incomplete reports.")
    }
    if value >= limit {
      return Judgement(
        .pass, value: value, limit: limit, unit: unit,
        message: "The document has room on all four sides.")
    }
    let side = framing.tightestSide
    return Judgement(
      .fail, value: value, limit: limit, unit: unit, regions: [framing.strip(along: side)],
      message: """
        The document almost touches the \(side.rawValue) of the picture; take it again from a \
        little further away.
        """)
  }
}
