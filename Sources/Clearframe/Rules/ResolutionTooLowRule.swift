/// Fails pictures with too few pixels.
package struct ResolutionTooLowRule: Rule {
  /// The least length of the longer side.
  package static let minimumLongSide = LimitDescription(
    name: "minimumLongSide", unit: "pixels", range: 1...1e6,
    summary: "The longer side of the picture must have at least this many pixels.")
  /// The least length of the shorter side.
  package static let minimumShortSide = LimitDescription(
    name: "minimumShortSide", unit: "pixels", range: 1...1e6,
    summary: "The shorter side of the picture must have at least this many pixels.")
  /// The real length of the document's longer side.
  package static let documentLongSide = LimitDescription(
    name: "documentLongSide", unit: "millimetres", range: 1...2_000,
    summary: "The longer side of the document in reality, where all documents are of one size.",
    isOptional: true)
  /// The least resolution on the document.
  package static let minimumDotsPerInch = LimitDescription(
    name: "minimumDotsPerInch", unit: "dots per inch", range: 1...10_000,
    summary: "The document must be shown with at least this many pixels per inch of its own size.",
    isOptional: true)

  package let description = RuleDescription(
    name: "resolution-too-low",
    summary: "The picture has too few pixels for the document to be read.",
    why: """
      Small print needs pixels: a letter that is only a few pixels high cannot be read by the \
      reviewer or by text recognition, however sharp the photo is.
      """,
    measurement: """
      The width and height in the header are put upright by the EXIF orientation; the longer and \
      the shorter side are each compared with a limit, so that portrait and landscape photos are \
      judged alike. Where the profile knows the document's real size and its outline is trusted, \
      the resolution on the document is judged as well: the mean length of the outline's two longer \
      sides in pixels, over the real length in inches (85.60 mm, 3.370 inches, for a card of \
      ISO/IEC 7810 ID-1).
      """,
    caveats: """
      Where no outline is trusted, a large picture in which the document is small passes. A \
      document of another size than the profile's is measured as if it had that size. A picture \
      that was enlarged afterwards passes too, although it shows no more.
      """,
    remedy: """
      Send the camera's original instead of a shrunken copy, or take the photo again from nearer, \
      at the camera's ordinary resolution and without digital zoom.
      """,
    limits: [minimumLongSide, minimumShortSide, documentLongSide, minimumDotsPerInch])

  package let requirement = RuleRequirement.header

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let size = evidence.header.uprightSize else {
      return Judgement(.skipped, message: "Not judged: the header does not tell the size.")
    }
    let long = Double(size.longSide)
    let short = Double(size.shortSide)
    let longLimit = limits[Self.minimumLongSide]
    let shortLimit = limits[Self.minimumShortSide]
    let passes = long >= longLimit && short >= shortLimit
    if passes, let judgement = judgeDocument(evidence, limits) { return judgement }
    // The side with less to spare is the one to report.
    let reportsShort = short / shortLimit < long / longLimit
    let facts = """
      The picture has \(NumberText.grouped(size.width)) x \(NumberText.grouped(size.height)) \
      pixels; at least \(NumberText.plain(longLimit)) x \(NumberText.plain(shortLimit)) are needed.
      """
    return Judgement(
      passes ? .pass : .fail, value: reportsShort ? short : long,
      limit: reportsShort ? shortLimit : longLimit, unit: "pixels",
      message: passes
        ? facts : facts + " Send the camera's original, or take the photo again from nearer.")
  }

  /// The answer about the document itself; nil where the profile does not know its size or no
  /// outline shows it whole.
  private func judgeDocument(_ evidence: Evidence, _ limits: RuleLimits) -> Judgement? {
    guard let millimetres = limits.optional(Self.documentLongSide),
      let limit = limits.optional(Self.minimumDotsPerInch),
      let framing = evidence.measurements?.trustedFraming, framing.cuttingSides.isEmpty
    else { return nil }
    let value = framing.longSide / (millimetres / 25.4)
    let passes = value >= limit
    let facts = """
      The document is shown with \(NumberText.plain(value, fractionDigits: 0)) dots per inch of its \
      own size
      """
    return Judgement(
      passes ? .pass : .fail, value: value, limit: limit, unit: Self.minimumDotsPerInch.unit,
      message: passes
        ? facts + "."
        : """
        \(facts), where \(NumberText.plain(limit)) are needed; take it again from nearer, or send \
        the camera's original.
        """)
  }
}
