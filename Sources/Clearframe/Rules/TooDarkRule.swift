/// Fails pictures whose brightest parts are still dark.
package struct TooDarkRule: Rule {
  /// The least luma that the brightest hundredth of the picture must reach.
  package static let minimumHighlightLuma = LimitDescription(
    name: "minimumHighlightLuma", unit: "luma", range: 0...255,
    summary: "The brightest hundredth of the picture must reach this luma (0 to 255).")

  package let description = RuleDescription(
    name: "too-dark",
    summary: "The picture is too dark for its print to be read.",
    why: """
      In a dark photo the print sinks into the noise. The reviewer cannot read it, and brightening \
      the file afterwards brings the noise up as well.
      """,
    measurement: """
      The luma (BT.601, 0 to 255) that 99 % of the pixels do not exceed, over the whole picture at \
      full resolution. Paper and white plastic are usually the brightest thing in such a photo, so \
      this tells how bright the document is without being moved by a dark desk. CleanVision judges \
      by the same percentile.
      """,
    caveats: """
      The whole picture is measured: a lamp or a reflection in it can hide a dark document, and a \
      dark booklet on a dark desk can look too dark although its print is clear.
      """,
    remedy: """
      Take the photo again by daylight near a window, or with a lamp to the side. Do not use the \
      flash, which reflects.
      """,
    limits: [minimumHighlightLuma])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let highlight = evidence.measurements?.analysis.tiles.lumaPercentile(0.99) else {
      return Judgement(.skipped, message: "Not judged: the picture has no pixels.")
    }
    let limit = limits[Self.minimumHighlightLuma]
    let passes = highlight >= limit
    let facts = """
      The brightest hundredth of the picture reaches \(NumberText.plain(highlight, fractionDigits: 0)) \
      of 255; at least \(NumberText.plain(limit, fractionDigits: 1)) is needed.
      """
    return Judgement(
      passes ? .pass : .fail, value: highlight, limit: limit, unit: "luma",
      message: passes
        ? facts
        : "The picture is too dark. " + facts
          + " Take it again by daylight near a window, without flash.")
  }
}
