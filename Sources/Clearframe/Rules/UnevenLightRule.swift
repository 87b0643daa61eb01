/// Fails pictures in which a part of the document lies in shadow.
package struct UnevenLightRule: Rule {
  /// The least light in the darkest part.
  package static let minimumLightRatio = LimitDescription(
    name: "minimumLightRatio", unit: "ratio of light", range: 0...1,
    summary: """
      Every part of the document up to its edge must get at least this share of the light near it.
      """)

  /// The least light on most of a document beside which nothing is seen.
  package static let minimumMiddleLight = LimitDescription(
    name: "minimumMiddleLight", unit: "ratio of light", range: 0...1,
    summary: """
      Where too little is seen beside the document and its middle pixel has less than this share \
      of the light of its brightest part, a darker part may be print, and it is left undecided.
      """, isOptional: true)

  package let description = RuleDescription(
    name: "uneven-light",
    summary: "A shadow or a lamp to one side lights the document unevenly.",
    why: """
      Print in a shadow is faint, and a recogniser's threshold that suits the bright part loses \
      the dark one. Reviewers reject shadows of a hand or a phone over the data.
      """,
    measurement: """
      The document is divided into 12 x 8 cells. The level of a cell is the median of its tiles' \
      90th luma percentiles, brought to linear light and smoothed by the nearest in light of its \
      neighbours; the value is the least that a cell has of the brightest light within two cells \
      of its hue, which a shadow keeps and a coloured band does not. Three cells at least must be \
      as dark. Reflections that glare finds are left out, and so are dark parts that nowhere \
      reach the document's edge, such as a gray portrait, since shadows fall in from outside, and \
      dark parts beside which the table gets at least 70 % of the light that it gets elsewhere (45 % \
      for a mostly dark document), such as a printed band. Where nothing is seen beside it, a part is \
      a shadow where it covers six cells or more, has the hue of the brighter paper and is not most \
      of the document. Light that falls off slowly over the whole page hides nothing and is \
      let pass.
      """,
    caveats: """
      A shadow that ends at the document's edge, because the table lies lower or is of another kind \
      there, is taken for print. Where the table beside the document is not seen, a large gray or \
      black print, such as a magnetic stripe or a gray photo, can look like a shadow, and a dark \
      document with parts that are darker still is undecided; so is one of which too little is \
      seen. A shadow narrower than a twelfth of the document can be missed. Without a trusted \
      outline the whole picture is measured, where a dark desk cannot be told from a shadow, and \
      the rule is skipped.
      """,
    remedy: """
      Take the photo by even daylight, with no lamp behind you, so that neither your hand nor the \
      camera throws a shadow on the document.
      """,
    limits: [minimumLightRatio, minimumMiddleLight])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let measurements = evidence.measurements, measurements.trustedFraming != nil else {
      return .withoutOutline
    }
    let light = measurements.light
    let limit = limits[Self.minimumLightRatio]
    let unit = Self.minimumLightRatio.unit
    guard !light.isWholeFrame, let evenness = light.evenness else {
      return Judgement(
        .undecided, limit: limit, unit: unit,
        message: """
          Too little of the document is seen to tell how even the light is; look for \
          shadows before you send it.
          """)
    }
    let value = evenness.ratio
    if value >= limit {
      return Judgement(
        .pass, value: value, limit: limit, unit: unit,
        message: """
          No shadow falls in from the document's edge: there every part gets at least \
          \(NumberText.percent(value)) of the light near it.
          """)
    }
    let middle =
      LinearLight.share(ofLuma: light.middle ?? 0)
      / max(1e-4, LinearLight.share(ofLuma: light.highlight ?? 0))
    if evenness.surroundings == nil, let least = limits.optional(Self.minimumMiddleLight),
      middle < least
    {
      return Judgement(
        .undecided, value: value, limit: limit, unit: unit,
        message: """
          The document is dark, so that a shadow cannot be told from what is printed on it; look for \
          shadows before you send it.
          """)
    }
    let tiles = measurements.analysis.tiles
    return Judgement(
      .fail, value: value, limit: limit, unit: unit,
      regions: tiles.uprightBox(
        of: evenness.shadowedTiles, orientation: measurements.header.orientation),
      message: """
        A part of the document gets only \(NumberText.percent(value)) of the light near it; \
        take it again by even daylight, without the shadow of a hand or the camera on it.
        """)
  }
}
