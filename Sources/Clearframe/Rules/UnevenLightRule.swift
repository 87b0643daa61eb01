/// Fails pictures in which a part of the document lies in shadow.
package struct UnevenLightRule: Rule {
  /// The least light in the darkest part.
  package static let minimumLightRatio = LimitDescription(
    name: "minimumLightRatio", unit: "ratio of light", range: 0...1,
    summary: """
      Every part of the document up to its edge must get at least this share of the light near it.
      """)

  /// The least light of a document's middle pixel as a share of that of its brightest part; below it
  /// the document itself is dark, and what is darker still may be print. A shadow that leaves less
  /// of the light is black.
  static let darkMaterialRatio = 0.12
  /// The same below which much of the document is dark print, so that a dark part is taken for a
  /// shadow only where what lies beside it may be in shadow too.
  static let darkPrintRatio = 0.3
  /// The least light beside the dark part, over that beside the rest of the document, which tells
  /// that no shadow goes on there.
  static let litSurroundings = 0.85

  package let description = RuleDescription(
    name: "uneven-light",
    summary: "A shadow or a lamp to one side lights the document unevenly.",
    why: """
      Print in a shadow is faint, and a recogniser's threshold that suits the bright part loses \
      the dark one. Reviewers reject shadows of a hand or a phone over the data.
      """,
    measurement: """
      The document is divided into 12 x 8 cells. The level of a cell is the median of its tiles' \
      90th luma percentiles, over the tiles that have the paper's hue, which a shadow keeps and a \
      coloured band does not. Levels are brought to linear light and smoothed by a median over \
      each cell's neighbours; the value is the least that a cell has of the brightest light within \
      two cells. Reflections that glare finds are left out, and so are dark parts that nowhere \
      reach the document's edge, such as a gray portrait: shadows fall in from outside. On a \
      document with much dark print the table beside the dark part must be darker than elsewhere as \
      well. Light that falls off slowly over the whole page hides nothing and is let pass.
      """,
    caveats: """
      A large gray or black print, such as a magnetic stripe or a gray photo, can look like a \
      shadow where it reaches the edge, and a narrow shadow can be missed. Where too little paper \
      is seen, and on dark documents with parts that are darker still, the rule is undecided. \
      Without a trusted outline the whole picture is measured, where a dark desk cannot be told \
      from a shadow, and the rule is skipped.
      """,
    remedy: """
      Take the photo by even daylight, with no lamp behind you, so that neither your hand nor the \
      camera throws a shadow on the document.
      """,
    limits: [minimumLightRatio])

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
          Too little of the document's paper is seen to tell how even the light is; look for \
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
    if middle < Self.darkPrintRatio, let surroundings = evenness.surroundings,
      surroundings >= Self.litSurroundings
    {
      return Judgement(
        .pass, value: value, limit: limit, unit: unit,
        message: """
          A part of the document is dark up to its edge, but no shadow goes on beside it: the dark \
          part is printed.
          """)
    }
    if middle < Self.darkMaterialRatio {
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
