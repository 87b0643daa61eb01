/// Fails portraits with shadows, texture or things behind the person.
package struct BackgroundUnevenRule: Rule {
  /// The largest difference in lightness.
  package static let maximumSpread = LimitDescription(
    name: "maximumSpread", unit: "L*", range: 0...100,
    summary: "From its 5th to its 95th percentile, lightness may differ by at most this.")
  /// The strongest texture.
  package static let maximumTexture = LimitDescription(
    name: "maximumTexture", unit: "L*", range: 0...100,
    summary: "Lightness may deviate from its close surroundings by at most this.")
  /// The largest share of things and outlined shadows.
  package static let maximumForeignShare = LimitDescription(
    name: "maximumForeignShare", unit: "fraction of background", range: 0...1,
    summary: "Things, patterns and outlined shadows may cover at most this share.")

  package let description = RuleDescription(
    name: "background-uneven",
    summary: "The background has shadows, texture or things in it.",
    why: """
      The portal asks for a solid background. A shadow behind the head, a door frame or furniture \
      is a common reason for a portrait to come back.
      """,
    measurement: Background.search + """
       Three figures: the spread of CIELAB lightness from the 5th to the 95th percentile (light that \
      falls off, soft shadows); its deviation from the mean of 5 by 5 pixels (texture and patterns); \
      and the share of the background that differs from its middle colour by more than 12 units, or \
      by 6 where an outline sets it apart (things, hard shadows). The value is the worst of the \
      three as a multiple of its limit.
      """,
    caveats: """
      A thing that stays below the line of the shoulders can pass for clothes, and one that the \
      head covers in part, in the colours of hair, skin or clothes, for the person. Where no person \
      stands out, the answer is undecided.
      """,
    remedy: """
      Stand one or two steps in front of a plain wall, away from doors and furniture, with soft \
      light from the front. The shadow then falls out of the picture.
      """,
    limits: [maximumSpread, maximumTexture, maximumForeignShare])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let background: BackgroundMeasurement
    switch Background.access(evidence) {
    case .answer(let answer): return answer
    case .measured(let measurement): background = measurement
    }
    let spread = limits[Self.maximumSpread]
    let texture = limits[Self.maximumTexture]
    let foreign = limits[Self.maximumForeignShare]
    // Limits of 0 allow nothing at all; the least step keeps the division whole.
    let ratios = [
      background.foreignShare / max(foreign, 1e-6), background.texture / max(texture, 1e-6),
      background.spread / max(spread, 1e-6),
    ]
    let value = ratios.max() ?? 0
    let unit = "times the limit"
    guard value > 1 else {
      return Judgement(
        .pass, value: value, limit: 1, unit: unit,
        message: """
          The background is even: lightness differs by \
          \(NumberText.plain(background.spread, fractionDigits: 1)) of 100; at most \
          \(NumberText.plain(spread, fractionDigits: 1)) is allowed.
          """)
    }
    var facts: [String] = []
    if ratios[0] > 1 {
      facts.append(
        background.shadowShare > background.foreignShare / 2
          ? "a shadow covers \(NumberText.percent(background.shadowShare)) of it"
          : "things or shadows cover \(NumberText.percent(background.foreignShare)) of it")
    }
    if ratios[1] > 1 { facts.append("it has a texture or pattern") }
    if ratios[2] > 1 {
      facts.append(
        """
        its lightness differs by \(NumberText.plain(background.spread, fractionDigits: 0)) of 100, \
        at most \(NumberText.plain(spread, fractionDigits: 1)) is allowed
        """)
    }
    return Judgement(
      .fail, value: value, limit: 1, unit: unit, regions: background.regions,
      message: """
        The background is uneven: \(facts.joined(separator: "; ")). Stand a step or two in front of \
        a plain wall, with soft light from the front.
        """)
  }
}
