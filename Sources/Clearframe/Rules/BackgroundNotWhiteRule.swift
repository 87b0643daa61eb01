/// Fails portraits whose background is not white, or not the colour the profile asks for.
package struct BackgroundNotWhiteRule: Rule {
  /// The largest share of the background that may have another colour.
  package static let maximumOtherShare = LimitDescription(
    name: "maximumOtherShare", unit: "fraction of background", range: 0...1,
    summary: "At most this share of the background may have another colour.")
  /// The least lightness that is still white.
  package static let minimumLightness = LimitDescription(
    name: "minimumLightness", unit: "L*", range: 0...100,
    summary: "White needs at least this CIELAB lightness.")
  /// How far warm light may turn white towards yellow.
  package static let maximumWarmCast = LimitDescription(
    name: "maximumWarmCast", unit: "b*", range: 0...100,
    summary: "White may be this far towards yellow, as warm light turns it.")
  /// How far cool light may turn white towards blue.
  package static let maximumCoolCast = LimitDescription(
    name: "maximumCoolCast", unit: "b*", range: 0...100,
    summary: "White may be this far towards blue, as cool light turns it.")
  /// How far white may be off towards green or red.
  package static let maximumTint = LimitDescription(
    name: "maximumTint", unit: "a*", range: 0...100,
    summary: "White may be this far towards green or red.")
  /// The lightness of another wanted colour.
  package static let targetLightness = LimitDescription(
    name: "targetLightness", unit: "L*", range: 0...100,
    summary: "The CIELAB lightness of the wanted colour, where it is not white.",
    isOptional: true)
  /// The a* of another wanted colour.
  package static let targetA = LimitDescription(
    name: "targetA", unit: "a*", range: -128...128,
    summary: "The CIELAB a* (green to red) of the wanted colour, where it is not white.",
    isOptional: true)
  /// The b* of another wanted colour.
  package static let targetB = LimitDescription(
    name: "targetB", unit: "b*", range: -128...128,
    summary: "The CIELAB b* (blue to yellow) of the wanted colour, where it is not white.",
    isOptional: true)
  /// How far lightness may be from the target.
  package static let lightnessTolerance = LimitDescription(
    name: "lightnessTolerance", unit: "L*", range: 0...100,
    summary: "Lightness may differ from the target by this much.", isOptional: true)
  /// How far a* and b* together may be from the target.
  package static let chromaTolerance = LimitDescription(
    name: "chromaTolerance", unit: "a*b*", range: 0...200,
    summary: "The distance from the target in a* and b* may be this much.", isOptional: true)

  private static let targetLimits = [
    targetLightness, targetA, targetB, lightnessTolerance, chromaTolerance,
  ]

  package let description = RuleDescription(
    name: "background-not-white",
    summary: "The background behind the person is not white, or not the colour asked for.",
    why: """
      The portal asks for a solid white background; other portals ask for blue or red. A reviewer \
      sends back what looks gray, cream or coloured.
      """,
    measurement: Background.search + """
       The value is the share of the background outside the limits on CIELAB lightness, b* (warm \
      and cool light) and a*, where a* and b* count together as an ellipse. Where a profile names \
      a target colour, the distance from it counts instead. The person's skin, hair and clothes are \
      not measured.
      """,
    caveats: """
      Cream paint and a white wall in warm light give the same pixels; what passes is the profile's \
      choice. The same holds for gray paint and white in too little light. Where no person stands \
      out, the answer is undecided.
      """,
    remedy: """
      Stand in front of a plain white wall or a white sheet, by daylight, and let the light fall on \
      the wall as well as on the face. Do not cut the person out with an editor.
      """,
    limits: [
      maximumOtherShare, minimumLightness, maximumWarmCast, maximumCoolCast, maximumTint,
    ] + targetLimits)

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    switch Background.access(evidence) {
    case .answer(let answer): return answer
    case .measured(let background): return judge(background, limits: limits)
    }
  }

  private func judge(_ background: BackgroundMeasurement, limits: RuleLimits) -> Judgement {
    let given = Self.targetLimits.compactMap { limits.optional($0) }
    guard given.isEmpty || given.count == Self.targetLimits.count else {
      let missing = Self.targetLimits.filter { limits.optional($0) == nil }.map(\.name)
      return Judgement(
        .undecided,
        message: """
          The profile names the wanted colour only in part; \(missing.joined(separator: ", ")) \
          must be set as well.
          """)
    }
    let isTargeted = !given.isEmpty
    var share = 0.0
    var other = (weight: 0.0, l: 0.0, a: 0.0, b: 0.0)
    for cell in background.colors {
      let isWanted =
        isTargeted ? isOnTarget(cell.color, limits) : isWhite(cell.color, limits)
      guard !isWanted else { continue }
      share += cell.share
      other.weight += cell.share
      other.l += Double(cell.color.lightness) * cell.share
      other.a += Double(cell.color.a) * cell.share
      other.b += Double(cell.color.b) * cell.share
    }
    share = min(1, share)
    let limit = limits[Self.maximumOtherShare]
    let wanted = isTargeted ? target(limits).name : "white"
    let allowed = "at most \(NumberText.percent(limit)) may be."
    guard share > limit else {
      return Judgement(
        .pass, value: share, limit: limit, unit: "fraction of background",
        message: share > 0
          ? "\(NumberText.percent(share, besideLimit: limit)) of the background is not \(wanted); \(allowed)"
          : "The background is \(wanted).")
    }
    let color = LabColor(
      lightness: Float(other.l / other.weight), a: Float(other.a / other.weight),
      b: Float(other.b / other.weight))
    let advice =
      isTargeted
      ? " Take the photo in front of a plain wall of that colour, in even light."
      : " Take the photo in front of a plain white wall, with light on the wall."
    let isAll = share > 0.9
    let facts =
      isAll
      ? "The background is \(color.name), not \(wanted)."
      : """
      \(NumberText.percent(share, besideLimit: limit)) of the background is not \(wanted) but \
      mostly \(color.name); \(allowed)
      """
    return Judgement(
      .fail, value: share, limit: limit, unit: "fraction of background",
      regions: isAll ? [] : background.regions, message: facts + advice)
  }

  private func isWhite(_ color: LabColor, _ limits: RuleLimits) -> Bool {
    guard Double(color.lightness) >= limits[Self.minimumLightness] else { return false }
    let cast = limits[color.b >= 0 ? Self.maximumWarmCast : Self.maximumCoolCast]
    let tint = limits[Self.maximumTint]
    // Limits of 0 allow no cast at all; the least step keeps the division whole.
    let x = Double(color.a) / max(tint, 1e-6)
    let y = Double(color.b) / max(cast, 1e-6)
    return x * x + y * y <= 1
  }

  private func target(_ limits: RuleLimits) -> LabColor {
    LabColor(
      lightness: Float(limits.optional(Self.targetLightness) ?? 0),
      a: Float(limits.optional(Self.targetA) ?? 0), b: Float(limits.optional(Self.targetB) ?? 0))
  }

  private func isOnTarget(_ color: LabColor, _ limits: RuleLimits) -> Bool {
    let target = target(limits)
    let away = LabColor(lightness: 0, a: color.a - target.a, b: color.b - target.b)
    return Double(abs(color.lightness - target.lightness))
      <= limits.optional(Self.lightnessTolerance) ?? 0
      && Double(away.chroma) <= limits.optional(Self.chromaTolerance) ?? 0
  }
}
