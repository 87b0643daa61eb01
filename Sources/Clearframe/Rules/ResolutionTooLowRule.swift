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
      judged alike. Nothing is decoded.
      """,
    caveats: """
      The whole picture is counted: a large picture in which the document is small passes. A \
      picture that was enlarged afterwards passes too, although it shows no more.
      """,
    remedy: """
      Send the camera's original instead of a shrunken copy, or take the photo again from nearer, \
      at the camera's ordinary resolution and without digital zoom.
      """,
    limits: [minimumLongSide, minimumShortSide])

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
}
