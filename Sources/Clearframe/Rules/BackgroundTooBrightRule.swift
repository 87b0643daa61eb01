/// Fails portraits whose background is burnt out over the person's outline.
package struct BackgroundTooBrightRule: Rule {
  /// The largest share of the outline that may be lost.
  package static let maximumLostOutline = LimitDescription(
    name: "maximumLostOutline", unit: "fraction of outline", range: 0...1,
    summary: "At most this share of the person's outline may be lost in a burnt background.")

  package let description = RuleDescription(
    name: "background-too-bright",
    summary: "The background is burnt out, so that hair or shoulders are lost in it.",
    why: """
      Where the background is over-exposed, its light spills over hair and shoulders and their \
      outline cannot be seen. The portal asks for a background that is not too bright.
      """,
    measurement: Background.search + """
       Rays start beside the chin, and columns lead down from it to the line of the shoulders. \
      Where the figure ends on one of them and the background beyond is clipped (luma 250 or more), \
      a line is looked for: a step of 6 units of CIELAB within 1 % of the picture's width, beyond \
      what the shading just inside it makes on that way, or one of 11. Where there is none, the \
      outline is lost: light that spills over a person only shades them. A head that ends in a \
      straight line has lost its hair, and downwards the person must reach the picture's edge. The \
      value is the share of lost directions or of the outline's length, whichever is more. A pure \
      white background with a clear outline passes.
      """,
    caveats: """
      White clothes on a pure white background have no outline either, and fail: there is nothing \
      to see them by. Hair that fades so evenly that a round head is left looks like a bald one. \
      Where no person stands out, the answer is undecided.
      """,
    remedy: """
      Take lamps or windows out from behind the person, use less light on the wall, or darken the \
      exposure on the camera before the photo is taken.
      """,
    limits: [maximumLostOutline])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let background: BackgroundMeasurement
    switch Background.access(evidence) {
    case .answer(let answer): return answer
    case .measured(let measurement): background = measurement
    }
    let value = background.lostOutlineShare
    let limit = limits[Self.maximumLostOutline]
    let clipped = NumberText.percent(background.clippedShare)
    guard value > limit else {
      return Judgement(
        .pass, value: value, limit: limit, unit: "fraction of outline",
        message: background.clippedShare > 0.2
          ? "\(clipped) of the background is pure white, and the outline is clear against it."
          : "The background is not burnt out.")
    }
    return Judgement(
      .fail, value: value, limit: limit, unit: "fraction of outline",
      message: """
        The background is too bright: it is burnt out, and \
        \(NumberText.percent(value, besideLimit: limit)) of the person's outline is lost in it; at \
        most \(NumberText.percent(limit)) may be. Use less light behind the person, or darken the \
        exposure.
        """)
  }
}
