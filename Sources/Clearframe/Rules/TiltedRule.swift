/// Fails pictures that were taken at too flat an angle.
package struct TiltedRule: Rule {
  /// The largest departure of a corner from a right angle.
  package static let maximumCornerDeviation = LimitDescription(
    name: "maximumCornerDeviation", unit: "degrees", range: 0...90,
    summary: "Every corner's angle may differ from 90 degrees by at most this.")

  package let description = RuleDescription(
    name: "tilted",
    summary: "The document was photographed at an angle that distorts it.",
    why: """
      Seen at an angle, the far end of a document has smaller and flatter letters than the near \
      end, and is often out of focus; reviewers and text recognition both fail there first.
      """,
    measurement: """
      The largest difference between the angle at one of the outline's corners and 90 degrees. A \
      document seen from straight above has right angles however it is turned.
      """,
    caveats: """
      Where no outline is trusted, or a side is not seen, the rule is skipped. A tilt about the \
      line of sight to a distant document shortens one side and leaves the corners square.
      """,
    remedy: "Hold the camera straight above the document, parallel to it.",
    limits: [maximumCornerDeviation])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let framing = evidence.measurements?.trustedFraming else { return .withoutOutline }
    guard !framing.sides.contains(where: \.isFrameBorder) else {
      return Judgement(
        .skipped, message: "Not judged: not all sides of the document are in the picture.")
    }
    let limit = limits[Self.maximumCornerDeviation]
    let value = framing.cornerDeviation
    let passes = value <= limit
    let facts = """
      The document's corners differ from right angles by up to \
      \(NumberText.plain(value, fractionDigits: 0)) degrees
      """
    return Judgement(
      passes ? .pass : .fail, value: value, limit: limit,
      unit: Self.maximumCornerDeviation.unit,
      message: passes
        ? facts + "."
        : facts + "; take it again from straight above, with the camera parallel to the document.")
  }
}
