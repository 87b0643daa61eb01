/// Fails photocopies in gray.
package struct GrayscaleCopyRule: Rule {
  /// The share of the document that must have colour.
  package static let minimumColorShare = LimitDescription(
    name: "minimumColorShare", unit: "fraction of document", range: 0...1,
    summary: "At least this share of the document must have colour of its own.")
  /// The share of the document with colour under which a person should look.
  package static let certainColorShare = LimitDescription(
    name: "certainColorShare", unit: "fraction of document", range: 0...1,
    summary: "Below this share the rule answers undecided, where it does not fail.")

  package let description = RuleDescription(
    name: "grayscale-copy",
    summary: "The document is a copy in gray, or the picture is.",
    why: "The portal wants a photo of the original in colour; a photocopy proves nothing.",
    measurement: """
      The colour of the light is taken from the document's brighter parts, and what it does to every \
      shade of gray is taken out. The value is the share of the document's pixels that keep colour \
      well over the noise. Colour beside the document is no evidence. A picture without any colour \
      fails outright.
      """,
    caveats: """
      A document printed in black on white has no colour of its own: profiles for pages set the \
      limits to 0, so that only pictures without any colour fail. Without a trusted outline the \
      rest of the picture cannot be told from the document, and the answer is undecided.
      """,
    remedy: "Take a photo of the original document in colour, not of a copy.",
    limits: [minimumColorShare, certainColorShare])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let measurements = evidence.measurements else {
      return Judgement(.skipped, message: "Not judged: the picture has no pixels.")
    }
    let residue = measurements.colorResidue
    let limit = limits[Self.minimumColorShare]
    let unit = Self.minimumColorShare.unit
    let advice = " Take a photo of the original document in colour."
    if residue.isGrayFile {
      return Judgement(
        .fail, value: 0, limit: limit, unit: unit,
        message: "The picture has no colour at all." + advice)
    }
    let share = residue.share
    let isWholeFrame = measurements.documentArea.isWholeFrame
    if share < limit, !isWholeFrame {
      return Judgement(
        .fail, value: share, limit: limit, unit: unit,
        message: """
          The document looks like a copy in gray: only \(NumberText.percent(share)) of it have \
          colour of their own; at least \(NumberText.percent(limit)) are needed.
          """ + advice)
    }
    if share < limits[Self.certainColorShare] {
      return Judgement(
        .undecided, value: share, limit: limit, unit: unit,
        message: """
          Only \(NumberText.percent(share)) of the \(isWholeFrame ? "picture" : "document") have \
          colour; it may be a copy in gray. A person should look at it.
          """)
    }
    return Judgement(
      .pass, value: share, limit: limit, unit: unit,
      message: """
        \(NumberText.percent(share)) of the \(isWholeFrame ? "picture" : "document") have colour \
        of their own.
        """)
  }
}
