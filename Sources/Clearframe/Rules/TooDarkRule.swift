/// Fails pictures whose document is too dark to be read.
package struct TooDarkRule: Rule {
  /// The least luma that the brightest hundredth of the document must reach.
  package static let minimumPaperLuma = LimitDescription(
    name: "minimumPaperLuma", unit: "luma", range: 0...255,
    summary: """
      The brightest hundredth of the document must reach this luma (0 to 255); without this limit \
      the whole picture is measured.
      """, isOptional: true)
  /// The luma of surroundings beside which a dark document may be one of dark material.
  package static let brightSurroundingsLuma = LimitDescription(
    name: "brightSurroundingsLuma", unit: "luma", range: 0...255,
    summary: """
      Where the brightest hundredth of the whole picture reaches this luma, a dark document is left \
      undecided.
      """, isOptional: true)
  /// The least luma that the brightest hundredth of the picture must reach.
  package static let minimumHighlightLuma = LimitDescription(
    name: "minimumHighlightLuma", unit: "luma", range: 0...255,
    summary: """
      Where no outline is trusted, the brightest hundredth of the picture must reach this luma (0 \
      to 255).
      """)

  package let description = RuleDescription(
    name: "too-dark",
    summary: "The picture is too dark for its print to be read.",
    why: """
      In a dark photo the print sinks into the noise. The reviewer cannot read it, and brightening \
      the file afterwards brings the noise up as well.
      """,
    measurement: """
      The level (0 to 255) that 99 % of the document's pixels do not exceed in their brightest \
      colour channel, at full resolution, inside its outline and with burnt-out pixels left aside, \
      so that a reflection does not pass for lit paper. On a page this is its paper, on a dark \
      card or a passport's cover the lettering, on a blue card the blue, which tells that it is \
      exposed well. Channels are taken from luma and the mean chroma of each tile. Where no \
      outline is trusted, the same percentile of the whole picture's luma (BT.601); CleanVision \
      judges by that.
      """,
    caveats: """
      A dark document without any light print in bright surroundings is undecided: it may be of \
      dark material or stand in front of a window. Without a trusted outline a lamp in the picture \
      can hide a dark document.
      """,
    remedy: """
      Take the photo again by daylight near a window, or with a lamp to the side. Do not use the \
      flash, which reflects.
      """,
    limits: [minimumPaperLuma, brightSurroundingsLuma, minimumHighlightLuma])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let measurements = evidence.measurements,
      let frame = measurements.analysis.tiles.lumaPercentile(0.99)
    else { return Judgement(.skipped, message: "Not judged: the picture has no pixels.") }
    if let limit = limits.optional(Self.minimumPaperLuma), !measurements.light.isWholeFrame,
      let highlight = measurements.light.highlight
    {
      // A reflection or a lamp is no sign of bright surroundings, so burnt-out pixels are left out.
      if highlight < limit, let bright = limits.optional(Self.brightSurroundingsLuma),
        let surroundings = DocumentLight.highlight(of: measurements.analysis.tiles.histogram()),
        surroundings >= bright
      {
        return Judgement(
          .undecided, value: highlight, limit: limit, unit: "luma",
          message: """
            The document is dark although its surroundings are bright; if it is not of dark \
            material, take it again with the light from the side and no window behind it.
            """)
      }
      return answer(highlight, limit, of: "document")
    }
    return answer(frame, limits[Self.minimumHighlightLuma], of: "picture")
  }

  private func answer(_ value: Double, _ limit: Double, of part: String) -> Judgement {
    let facts = """
      the brightest hundredth of the \(part) reaches \(NumberText.plain(value, fractionDigits: 0)) \
      of 255
      """
    guard value < limit else {
      return Judgement(
        .pass, value: value, limit: limit, unit: "luma",
        message: "The light is sufficient: \(facts).")
    }
    return Judgement(
      .fail, value: value, limit: limit, unit: "luma",
      message: """
        The \(part) is too dark: \(facts), where at least \(NumberText.plain(limit)) is needed; \
        take it again by daylight near a window, without flash.
        """)
  }
}
