/// Fails photocopies in gray.
package struct GrayscaleCopyRule: Rule {
  /// The colour that the document must have.
  package static let minimumColor = LimitDescription(
    name: "minimumColor", unit: "levels of chroma", range: 0...100,
    summary: "The most colourful half percent of the document must have at least this much colour.")
  /// The colour under which a person should look.
  package static let certainColor = LimitDescription(
    name: "certainColor", unit: "levels of chroma", range: 0...100,
    summary: "Below this much colour the rule answers undecided, where it does not fail.")
  /// The luma under which pale colours round to gray.
  package static let minimumPaperLuma = LimitDescription(
    name: "minimumPaperLuma", unit: "levels", range: 0...255,
    summary: """
      A document whose bright parts have less luma than this is too dark to fail by its colours.
      """,
    isOptional: true)
  /// The share of the document that must show its colours.
  package static let minimumOpenShare = LimitDescription(
    name: "minimumOpenShare", unit: "share of the document", range: 0...1,
    summary: """
      A document that shows its colours on less than this is too burnt out to fail by them.
      """,
    isOptional: true)
  /// The luma of what must be left where most is burnt out.
  package static let minimumRestLuma = LimitDescription(
    name: "minimumRestLuma", unit: "levels", range: 0...255,
    summary: """
      Where most of a document is burnt out, the bright parts of the rest must have this luma for \
      it to fail by its colours; what is darker is black print, which has no colour on any document.
      """,
    isOptional: true)
  /// The shape of the documents that the profile expects.
  package static let cardAspectRatio = LimitDescription(
    name: "cardAspectRatio", unit: "ratio", range: 1...10,
    summary: """
      The longer over the shorter side of a card, which has colour of its own whatever is on it.
      """,
    isOptional: true)
  /// How far the ratio of a card's sides may be off.
  package static let aspectTolerance = LimitDescription(
    name: "aspectTolerance", unit: "share of the ratio", range: 0...1,
    summary: "A document's sides may depart from the card's ratio by this much to be a card's.",
    isOptional: true)
  /// The tones that another document must have to be told from a page.
  package static let minimumToneShare = LimitDescription(
    name: "minimumToneShare", unit: "share of the document", range: 0...1,
    summary: """
      A document of another shape with fewer tones between paper and strokes than this is a page in \
      black on white, which passes; so does such paper where no outline is trusted.
      """,
    isOptional: true)
  /// The confidence from which on a card that shows on a page makes the page a copy of it.
  package static let minimumCardConfidence = LimitDescription(
    name: "minimumCardConfidence", unit: "probability", range: 0...1,
    summary: """
      A page on which the outline of a card is seen with at least this confidence is a copy, \
      whatever its tones.
      """,
    isOptional: true)
  /// How far the ratio of the sides of a card that shows on a page may be off.
  package static let copiedAspectTolerance = LimitDescription(
    name: "copiedAspectTolerance", unit: "share of the ratio", range: 0...1,
    summary: """
      The sides of what is seen on a page may depart from the card's ratio by this much to be a \
      copied card's.
      """,
    isOptional: true)

  /// The share of tones on a page from which on a card is looked for.
  package static let minimumCardToneShare = LimitDescription(
    name: "minimumCardToneShare", unit: "fraction of document", range: 0...1,
    summary: "On a page with less of such tones than this no card is looked for.",
    isOptional: true)

  /// The log-odds from which on a picture shows a copy, whatever colours are measured.
  package static let minimumCopyLogOdds = LimitDescription(
    name: "minimumCopyLogOdds", unit: "logarithm of odds", range: 0...20,
    summary: """
      What a network sees in the picture is a gray copy from these odds on; at the same odds the \
      other way round it is an original where colours leave it open. Without this limit no network \
      looks, and the others about it count for nothing.
      """,
    isOptional: true)
  /// The log-odds from which on a picture shows an original, although no colours are measured.
  package static let minimumOriginalLogOdds = LimitDescription(
    name: "minimumOriginalLogOdds", unit: "logarithm of odds", range: 0...20,
    summary: """
      What a network sees in the picture is an original from these odds on, even where the colours \
      measured say that it is a copy.
      """,
    isOptional: true)
  /// The colour up to which what looks like a copy is one.
  package static let maximumCopyColor = LimitDescription(
    name: "maximumCopyColor", unit: "levels of chroma", range: 0...100,
    summary: """
      What looks like a gray copy has at most this much colour, the tint of lamps included.
      """,
    isOptional: true)
  /// The log-odds from which on a copy may have more colour.
  package static let certainCopyLogOdds = LimitDescription(
    name: "certainCopyLogOdds", unit: "logarithm of odds", range: 0...20,
    summary: """
      From these odds on what looks like a gray copy may have more colour inside, and any where a \
      trusted outline has hardly any of its own.
      """,
    isOptional: true)
  /// The colour up to which what looks like a copy by far is one.
  package static let maximumCertainCopyColor = LimitDescription(
    name: "maximumCertainCopyColor", unit: "levels of chroma", range: 0...100,
    summary: "What looks like a gray copy by far has at most this much colour.",
    isOptional: true)
  /// The colour from which on a copy must be certain.
  package static let plainColor = LimitDescription(
    name: "plainColor", unit: "levels of chroma", range: 0...100,
    summary: """
      A document with a trusted outline and this much colour is a copy only where the network is \
      certain of it.
      """,
    isOptional: true)
  /// The log-odds from which on an outline with colours is another's than the copy's.
  package static let minimumColoredCopyLogOdds = LimitDescription(
    name: "minimumColoredCopyLogOdds", unit: "logarithm of odds", range: 0...20,
    summary: "The odds that are needed where the outline that was found holds colours.",
    isOptional: true)
  /// The colour from which on nothing is a copy.
  package static let certainlyColored = LimitDescription(
    name: "certainlyColored", unit: "levels of chroma", range: 0...100,
    summary: "A document with a trusted outline and this much colour is not looked at further.",
    isOptional: true)

  package let description = RuleDescription(
    name: "grayscale-copy",
    summary: "The document is a copy in gray, or the picture is.",
    why: "The portal wants a photo of the original in colour; a photocopy proves nothing.",
    measurement: """
      The document, without a strip along its outline, is averaged over squares of four pixels of \
      the reduced picture. The colour of the light is taken from its brighter parts. Gray print \
      then has a chroma in the direction of the light's, whatever its depth and the camera's tone \
      curve; the value is the distance from there that half a percent of the document exceed, so \
      that a seal, a flag or a signature in blue is enough. In dark photos distances count for \
      more, and where the camera's noise is strong, neighbouring squares are averaged. Reflections \
      and the tint that lamps leave around them, what is burnt out in any colour, and things that \
      reach in from outside, such as a finger, are left out. Where no outline is trusted, colours \
      that reach in from the frame's borders are left out in the same way if what is left is not \
      darker than they are, as paper beside a table, and has the tones of a copy, surrounded by its \
      paper. A picture without any colour fails outright. A small network then \
      looks at the whole picture, at 192 by 144 places: it marks gray copies of cards, and original \
      cards. What is marked as a copy by far, and has hardly any colour inside (a little more where \
      it is surer, which lamps, fingers and dark print leave), is one, whatever lies around it and \
      whether or not an outline was found; what is marked as an original by far passes where colours \
      left it open, and where the network is surer still in spite of them: the outline may be another \
      thing's. Beside a trusted outline with colours it must be surer of a copy, and it is not asked \
      where they are as strong as the profile says.
      """,
    caveats: """
      A document printed in black on white has no colour of its own, and nobody can tell it from a \
      copy by its colour: where a profile knows the shape of its cards, such a page passes unless \
      the whole picture is without colour, and profiles for pages set the limits to 0, which comes \
      to the same. It fails where the outline of a card is seen on it, for which a box of that shape \
      printed on a page would do, or where the network takes it for a card's copy. A thing that \
      lies on a copy counts as colour, unless the network sees the copy beside it. A document that \
      is very dark or burnt out is undecided, unless it passes as such a page or the network is sure.
      """,
    remedy: "Take a photo of the original document in colour, not of a copy.",
    limits: [
      minimumColor, certainColor, minimumPaperLuma, minimumOpenShare, minimumRestLuma,
      cardAspectRatio, aspectTolerance, minimumToneShare, minimumCardConfidence,
      copiedAspectTolerance, minimumCardToneShare, minimumCopyLogOdds, minimumOriginalLogOdds,
      maximumCopyColor, certainCopyLogOdds, maximumCertainCopyColor, plainColor,
      minimumColoredCopyLogOdds, certainlyColored,
    ])

  package let requirement = RuleRequirement.picture

  private static let advice = " Take a photo of the original document in colour."

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let measurements = evidence.measurements else {
      return Judgement(.skipped, message: "Not judged: the picture has no pixels.")
    }
    let residue = measurements.colorResidue
    let limit = limits[Self.minimumColor]
    let unit = Self.minimumColor.unit
    if residue.isGrayFile {
      return Judgement(
        .fail, value: 0, limit: limit, unit: unit,
        message: "The picture has no colour at all." + Self.advice)
    }
    let byColor = judgeColor(of: measurements, limits)
    guard limit > 0 else { return byColor }
    return judgeMarks(of: measurements, beside: byColor, limits) ?? byColor
  }

  /// The verdict by what the network marks, where that overrules the one by colour.
  private func judgeMarks(
    of measurements: Measurements, beside byColor: Judgement, _ limits: RuleLimits
  ) -> Judgement? {
    guard let least = limits.optional(Self.minimumCopyLogOdds) else { return nil }
    let residue = measurements.colorResidue
    let isWholeFrame = measurements.documentArea.isWholeFrame
    // What a trusted outline holds has these colours, unless it is another's.
    let isPlain =
      isWholeFrame || residue.strength < limits.optional(Self.plainColor) ?? .infinity
    let needed = isPlain ? least : limits.optional(Self.minimumColoredCopyLogOdds)
    guard let needed, isPlain || residue.strength < limits.optional(Self.certainlyColored) ?? 0,
      let marks = measurements.copyMarks
    else { return nil }
    let isCertain = marks.logOdds >= limits.optional(Self.certainCopyLogOdds) ?? .infinity
    let usual = limits.optional(Self.maximumCopyColor)
    let most = isCertain ? limits.optional(Self.maximumCertainCopyColor) ?? usual : usual
    // Where the colour of a trusted outline leaves it in doubt, there is hardly any. Where it has
    // none, what is seen on the marks is a finger's or a lamp's.
    let isOwn =
      !isWholeFrame
      && (byColor.outcome == .undecided || isCertain && residue.strength <= usual ?? 0)
    let seen = isOwn ? residue.strength : marks.residue?.strength
    if byColor.outcome != .fail, marks.logOdds >= needed, let seen, seen <= most ?? .infinity {
      return Judgement(
        .fail, value: seen, limit: most, unit: Self.minimumColor.unit,
        message: """
          What is seen looks like a copy in gray: a card without colours of its own, whatever lies \
          around it.
          """ + Self.advice)
    }
    let isOriginal =
      switch byColor.outcome {
      case .undecided: marks.logOdds <= -least
      case .fail: marks.logOdds <= -(limits.optional(Self.minimumOriginalLogOdds) ?? .infinity)
      default: false
      }
    guard isOriginal else { return nil }
    return Judgement(
      .pass, message: "The document looks like an original, though little colour is left to see.")
  }

  /// The verdict by the colour that is measured on the document.
  private func judgeColor(of measurements: Measurements, _ limits: RuleLimits) -> Judgement {
    let residue = measurements.colorResidue
    let limit = limits[Self.minimumColor]
    let unit = Self.minimumColor.unit
    if residue.strength >= limit, let sheet = copy(measurements, limits) {
      return Judgement(
        .fail, value: sheet.strength, limit: limit, unit: unit,
        message: """
          The paper in the picture looks like a copy in gray: there are tones on it, and none has \
          more than \(NumberText.plain(sheet.strength, fractionDigits: 1)) levels of colour beside \
          the light's own; at least \(NumberText.plain(limit, fractionDigits: 1)) are needed.
          """ + Self.advice)
    }
    let value = residue.strength
    let text = NumberText.plain(value, fractionDigits: 1)
    let subject = measurements.documentArea.isWholeFrame ? "picture" : "document"
    if value < max(limit, limits[Self.certainColor]), isPage(measurements, limits) {
      return Judgement(
        .pass, value: value, limit: limit, unit: unit,
        message: "The document is a page in black on white, whose colour tells nothing.")
    }
    if value < limit {
      if let reason = doubt(residue, limits) {
        return Judgement(
          .undecided, value: value, limit: limit, unit: unit,
          message: """
            The \(subject) is too \(reason) to tell whether it is a copy in gray. Take the photo again \
            in even light.
            """)
      }
      return Judgement(
        .fail, value: value, limit: limit, unit: unit,
        message: """
          The document looks like a copy in gray: nothing \
          \(subject == "picture" ? "in the picture" : "on it") has more than \(text) levels of \
          colour beside the light's own; at least \
          \(NumberText.plain(limit, fractionDigits: 1)) are needed.
          """ + Self.advice)
    }
    if value < limits[Self.certainColor] {
      return Judgement(
        .undecided, value: value, limit: limit, unit: unit,
        message: """
          The \(subject) has hardly any colour (\(text) levels); it may be a copy in gray. A \
          person should look at it.
          """)
    }
    return Judgement(
      .pass, value: value, limit: limit, unit: unit,
      message: "The \(subject) has colour of its own (\(text) levels).")
  }

  /// The share that shows its colours below which most of a document is burnt out.
  private static let mostlyOpen = 0.5

  /// What keeps the document from showing its colours, if anything does.
  private func doubt(_ residue: ColorResidue, _ limits: RuleLimits) -> String? {
    if let least = limits.optional(Self.minimumOpenShare), residue.openShare < least {
      return "burnt out"
    }
    if let least = limits.optional(Self.minimumRestLuma), residue.openShare < Self.mostlyOpen,
      residue.paperLuma < least
    {
      return "burnt out"
    }
    if let least = limits.optional(Self.minimumPaperLuma), residue.paperLuma < least {
      return "dark"
    }
    return nil
  }

  /// The colour of a sheet in a frame without a trusted outline that has the tones of a copy on it
  /// and no colour of its own; nil where there is none.
  private func copy(_ measurements: Measurements, _ limits: RuleLimits) -> ColorResidue? {
    guard measurements.documentArea.isWholeFrame, limits[Self.minimumColor] > 0,
      let least = limits.optional(Self.minimumToneShare), let sheet = measurements.graySheet,
      sheet.tones.share >= least, sheet.residue.strength < limits[Self.minimumColor],
      doubt(sheet.residue, limits) == nil
    else { return nil }
    return sheet.residue
  }

  /// Whether the document has no card's shape, and neither a portrait, band or field on it that a
  /// gray copy of a card would show, nor the card's outline.
  private func isPage(_ measurements: Measurements, _ limits: RuleLimits) -> Bool {
    guard let expected = limits.optional(Self.cardAspectRatio),
      let tolerance = limits.optional(Self.aspectTolerance),
      let least = limits.optional(Self.minimumToneShare), let framing = measurements.framing,
      let rectangle = PerspectiveRectangle(framing.outline, frame: framing.frame)
    else { return false }
    guard Self.departure(of: rectangle, from: expected) > tolerance,
      let tones = measurements.solidTones
    else { return false }
    return tones.share < least
      && (tones.share < limits.optional(Self.minimumCardToneShare) ?? 0
        || !showsCard(measurements, limits, focalLength: rectangle.focalLength))
  }

  /// Whether the outline of a card is seen on the document, by a camera of a focal length in pixels.
  private func showsCard(
    _ measurements: Measurements, _ limits: RuleLimits, focalLength: Double
  ) -> Bool {
    guard let least = limits.optional(Self.minimumCardConfidence),
      let expected = limits.optional(Self.cardAspectRatio),
      let tolerance = limits.optional(Self.copiedAspectTolerance),
      let card = measurements.copiedCard, card.confidence >= least,
      let rectangle = PerspectiveRectangle(
        card.outline, frame: measurements.analysis.working.storedSize, focalLength: focalLength)
    else { return false }
    return Self.departure(of: rectangle, from: expected) <= tolerance
  }

  /// How far the ratio of a rectangle's longer to its shorter side is from a card's, as a share of
  /// the card's.
  private static func departure(of rectangle: PerspectiveRectangle, from expected: Double) -> Double
  {
    abs(max(rectangle.aspectRatio, 1 / rectangle.aspectRatio) / expected - 1)
  }
}
