/// Fails pictures that are washed out or burnt out.
package struct TooBrightRule: Rule {
  /// The largest share of the document that may be burnt out.
  package static let maximumBurntShare = LimitDescription(
    name: "maximumBurntShare", unit: "fraction of document", range: 0...1,
    summary: """
      At most this share of the document may be burnt out; without this limit the whole \
      picture is measured.
      """, isOptional: true)
  /// The largest share of the document of which one colour channel may be burnt out.
  package static let maximumClippedDocumentShare = LimitDescription(
    name: "maximumClippedDocumentShare", unit: "fraction of document", range: 0...1,
    summary: """
      At most this share of the document may be pale and have a colour channel that is burnt out.
      """, isOptional: true)
  /// The largest burnt-out share of a picture in which the document is small.
  package static let maximumBurntPictureShare = LimitDescription(
    name: "maximumBurntPictureShare", unit: "fraction of picture", range: 0...1,
    summary: """
      Where the document is small, at most this share of all pixels may have a luma of 250 or more.
      """, isOptional: true)
  /// The share of the picture below which a document is small.
  package static let smallDocumentShare = LimitDescription(
    name: "smallDocumentShare", unit: "fraction of picture", range: 0...1,
    summary: """
      A document that covers less than this share of the picture is small: it may be the only thing \
      whose outline is left in a burnt-out picture, and not the document.
      """, isOptional: true)
  /// The darkest print of a small document that is exposed well in a white picture.
  package static let smallDocumentInkLuma = LimitDescription(
    name: "smallDocumentInkLuma", unit: "luma", range: 0...255,
    summary: """
      Where the darkest hundredth of a small document has at most this luma, and half of the \
      document at least twice as much, it is exposed well, and white around it is that of a \
      scanner's lid.
      """, isOptional: true)
  /// The darkest print of a white scan.
  package static let scanInkLuma = LimitDescription(
    name: "scanInkLuma", unit: "luma", range: 0...255,
    summary: """
      Where a tenth of the print in a picture that is white at its four sides has at most this \
      luma, the picture is a scan and passes. Where the darkest hundredth of another burnt-out \
      document has, its print is black as in a scan and it is left undecided.
      """, isOptional: true)
  /// The least white along each side of a white scan.
  package static let scanSideShare = LimitDescription(
    name: "scanSideShare", unit: "fraction of side", range: 0...1,
    summary: """
      From this white share of each of its four sides on, a picture may be a scan.
      """, isOptional: true)
  /// The most luma that the darkest hundredth of the picture may have.
  package static let maximumShadowLuma = LimitDescription(
    name: "maximumShadowLuma", unit: "luma", range: 0...255,
    summary: "The darkest hundredth of the picture may reach at most this luma (0 to 255).")
  /// The largest share of burnt-out pixels.
  package static let maximumClippedShare = LimitDescription(
    name: "maximumClippedShare", unit: "fraction of picture", range: 0...1,
    summary: "At most this share of the pixels may have a luma of 250 or more.")

  package let description = RuleDescription(
    name: "too-bright",
    summary: "The picture is too bright, so that print is washed out or burnt out.",
    why: """
      Over-exposure wipes out pale print and security patterns. What is burnt out cannot be brought \
      back by darkening the file.
      """,
    measurement: """
      Where the document's outline is trusted: the share of its pixels that are burnt out, two of \
      their three colour channels at 252 of 255 or more and the third not far below, taken from luma \
      (BT.601) and the mean chroma of each tile. Pale paper or card of another tint than white's \
      loses one channel first: a greater share of it may have lost that, strong colours aside, which \
      reach 255 in one channel when they are exposed well. Reflections that glare finds are left \
      out, unless they leave less than 15 % of the document and its print does not show that the \
      light is mirrored. White paper exposed to 250 is not burnt out, over-exposure burns out most of it. \
      Where the document covers a small part of the picture, most of the picture must not be burnt \
      out either, since the outline may be that of a chip or a phone, the only things left to be \
      seen; its own dark print on lighter ground proves that it is exposed well, as the scan of a \
      card is. Elsewhere two figures over the whole picture: the luma that only 1 % of the pixels \
      stay below, which is high when even black print is washed out, and the share of pixels at \
      250 or above. CleanVision's test for light pictures is of the first kind, with 5 %; a page with \
      little ink needs the smaller share. A picture that is white along all four sides and whose \
      print is black is a scan or drawn by a program, and its white is no burnt paper: \
      over-exposure lifts print as well.
      """,
    caveats: """
      Without a trusted outline a burnt-out window or desk counts like burnt-out paper. A dark \
      document whose print is seen well passes although the desk around it is burnt out. Whether \
      paper that is burnt out in its greater part, and falls off softly beside that, is over-exposed \
      or mirrors a broad light cannot be told without print on both: glare fails it. A white scan \
      whose print is gray, as thin print is at 100 dots per inch, counts as over-exposed; one with \
      a dark side is undecided where its outline is found, and counts as over-exposed elsewhere.
      """,
    remedy: """
      Take the photo again out of direct sunlight and without flash. On a phone, tap on the document \
      so that the exposure is set for it, and draw the brightness down.
      """,
    limits: [
      maximumBurntShare, maximumClippedDocumentShare, maximumBurntPictureShare,
      smallDocumentShare, smallDocumentInkLuma, scanInkLuma, scanSideShare, maximumShadowLuma,
      maximumClippedShare,
    ])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let answer = exposure(evidence, limits: limits)
    guard answer.outcome != .pass, let inkLimit = limits.optional(Self.scanInkLuma),
      let least = limits.optional(Self.scanSideShare), let scan = evidence.measurements?.whiteScan,
      scan.ink <= inkLimit, scan.sideShare >= least
    else { return answer }
    return Judgement(
      .pass, value: scan.ink, limit: inkLimit, unit: Self.scanInkLuma.unit,
      message: "The paper is white as in a scan, and its print is black.")
  }

  /// Judges the picture as a photo.
  private func exposure(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    if let limit = limits.optional(Self.maximumBurntShare),
      let measurements = evidence.measurements, !measurements.light.isWholeFrame
    {
      let answer = judge(
        measurements.light, limit: limit,
        clippedLimit: limits.optional(Self.maximumClippedDocumentShare),
        scanInk: limits.optional(Self.scanInkLuma))
      guard answer.outcome == .pass, let limit = limits.optional(Self.maximumBurntPictureShare),
        let small = limits.optional(Self.smallDocumentShare),
        let burnt = Self.burntShare(around: measurements, smallerThan: small), burnt > limit,
        !Self.isWellExposed(
          measurements.light, inkLimit: limits.optional(Self.smallDocumentInkLuma))
      else { return answer }
      return Self.failure(burnt, limit: limit)
    }
    guard let tiles = evidence.measurements?.analysis.tiles,
      let shadow = tiles.lumaPercentile(0.01), let clipped = tiles.brightClippedFraction
    else { return Judgement(.skipped, message: "Not judged: the picture has no pixels.") }
    let shadowLimit = limits[Self.maximumShadowLuma]
    let clippedLimit = limits[Self.maximumClippedShare]
    if clipped > clippedLimit { return Self.failure(clipped, limit: clippedLimit) }
    if shadow > shadowLimit {
      return Judgement(
        .fail, value: shadow, limit: shadowLimit, unit: "luma",
        message: """
          The picture is too bright: even its darkest hundredth is at \
          \(NumberText.plain(shadow, fractionDigits: 0)) of 255; at most \
          \(NumberText.plain(shadowLimit, fractionDigits: 1)) is allowed.
          """ + Self.advice)
    }
    return Judgement(
      .pass, value: clipped, limit: clippedLimit, unit: "fraction of picture",
      message: """
        \(NumberText.percent(clipped, besideLimit: clippedLimit)) of the picture is burnt out; at \
        most \(NumberText.percent(clippedLimit)) may be.
        """)
  }

  private static let advice = " Take it again out of direct sunlight and without flash."

  private static func failure(_ share: Double, limit: Double) -> Judgement {
    Judgement(
      .fail, value: share, limit: limit, unit: "fraction of picture",
      message: """
        The picture is too bright: \(NumberText.percent(share, besideLimit: limit)) of it is burnt \
        out; at most \(NumberText.percent(limit)) may be.
        """ + advice)
  }

  /// The burnt-out share of the whole picture where the document is a small part of it; nil
  /// elsewhere.
  private static func burntShare(
    around measurements: Measurements, smallerThan share: Double
  ) -> Double? {
    let picture = Double(measurements.analysis.working.storedSize.area)
    guard measurements.documentArea.visibleArea < share * picture else { return nil }
    return measurements.analysis.tiles.brightClippedFraction
  }

  /// Whether a document has dark print on lighter ground, which over-exposure leaves none of.
  private static func isWellExposed(_ light: DocumentLight, inkLimit: Double?) -> Bool {
    guard let inkLimit, let ink = light.ink, let middle = light.middle else { return false }
    return ink <= inkLimit && middle >= 2 * inkLimit
  }

  private func judge(
    _ light: DocumentLight, limit: Double, clippedLimit: Double?, scanInk: Double?
  ) -> Judgement {
    let isClipped = light.burntShare <= limit && light.clippedShare > clippedLimit ?? 1
    let value = isClipped ? light.clippedShare : light.burntShare
    let limit = isClipped ? clippedLimit ?? 1 : limit
    let unit = Self.maximumBurntShare.unit
    let share = NumberText.percent(value, besideLimit: limit)
    let defect = isClipped ? "burnt out in one colour channel" : "burnt out"
    guard value > limit else {
      return Judgement(
        .pass, value: value, limit: limit, unit: unit,
        message: """
          \(share) of the document is burnt out; at most \(NumberText.percent(limit)) may be.
          """)
    }
    if let scanInk, let ink = light.ink, ink <= scanInk {
      return Judgement(
        .undecided, value: value, limit: limit, unit: unit,
        message: """
          \(share) of the document is \(defect), but its print is black; if it is not a scan, take \
          it again with the brightness drawn down.
          """)
    }
    return Judgement(
      .fail, value: value, limit: limit, unit: unit,
      message: """
        The document is too bright: \(share) of it is \(defect); take it again out of direct \
        sunlight and without flash.
        """)
  }
}
