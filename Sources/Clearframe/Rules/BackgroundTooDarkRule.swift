/// Fails portraits whose background is too dark.
package struct BackgroundTooDarkRule: Rule {
  /// The least lightness of the background.
  package static let minimumMedianLightness = LimitDescription(
    name: "minimumMedianLightness", unit: "L*", range: 0...100,
    summary: "The background's median CIELAB lightness must reach this.")

  package let description = RuleDescription(
    name: "background-too-dark",
    summary: "The background behind the person is too dark.",
    why: """
      A dark background hides dark hair, and a white wall in too little light comes out gray. The \
      portal asks for a background that is not too dark.
      """,
    measurement: Background.search + """
       The value is the median CIELAB lightness of the background. The person is left out, so that \
      skin, hair and clothes do not move the answer.
      """,
    caveats: """
      Gray paint and white in too little light give the same pixels; both fail. A portrait is judged \
      by its background and not by too-dark, whose figure would move with skin and clothes. Where no \
      person stands out, the answer is undecided.
      """,
    remedy: "Take the photo by daylight, or light the wall with a lamp of its own.",
    limits: [minimumMedianLightness])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let background: BackgroundMeasurement
    switch Background.access(evidence) {
    case .answer(let answer): return answer
    case .measured(let measurement): background = measurement
    }
    let value = Double(background.color.lightness)
    let limit = limits[Self.minimumMedianLightness]
    let passes = value >= limit
    let facts = """
      The background's lightness is \(NumberText.plain(value, fractionDigits: 0)) of 100; at least \
      \(NumberText.plain(limit, fractionDigits: 1)) is needed.
      """
    return Judgement(
      passes ? .pass : .fail, value: value, limit: limit, unit: "L*",
      message: passes
        ? facts
        : "The background is too dark. " + facts
          + " Light the wall behind the person, or take the photo by daylight.")
  }
}
