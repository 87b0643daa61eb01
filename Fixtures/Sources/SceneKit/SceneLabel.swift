import Foundation

/// One line of `labels.csv`.
package struct SceneLabel: Sendable {
  /// The columns, in order, and what they hold; the first twenty are those of every label file
  /// of the project. Judgements are `yes`, `no`, or `unsure` where a person could not tell.
  package static let descriptions: [(name: String, meaning: String)] = [
    ("path", "file name, beside the label file"),
    ("group", "`generated-dev` or `generated-test`"),
    ("kind", "`id-card` (ID-1 cards and passport data pages) or `document`"),
    ("subject", "what it is, such as `specimen_card_front`, `printed_page`, `receipt`"),
    (
      "complete",
      "`yes`: the whole outline is visible; `no`: a corner lies more than 1.2 % of the "
        + "longer side outside the frame, or is covered, or more than 25 % of one side is "
        + "covered; `unsure` between (under 8 % of a side covered is `yes`)"
    ),
    (
      "glare",
      "`yes`: reflections veil at least 0.6 % of the visible sheet; `unsure`: less; "
        + "`no`: none"
    ),
    (
      "blurry",
      "`yes`: added blur of at least 1.9 times the lens's own and 0.1 % of the longer "
        + "side of the picture; `no`: under 1.2 times in total; `unsure` between; where focus is "
        + "uneven, that of the print where it is worst"
    ),
    ("background_white", "empty: not a portrait"),
    ("recapture", "`no`"),
    ("source_repo", "empty"),
    ("licence", "empty"),
    ("note", "distractors and defects in words"),
    (
      "x0",
      "upper left corner of the document as it reads, upright pixels; may lie outside "
        + "the frame"
    ),
    ("y0", "see x0"),
    ("x1", "upper right corner"),
    ("y1", "see x1"),
    ("x2", "lower right corner"),
    ("y2", "see x2"),
    ("x3", "lower left corner"),
    ("y3", "see x3"),
    ("background", "family of the ground"),
    ("too_dark", "white paper is coded under 92: `yes`; under 125: `unsure`"),
    (
      "too_bright",
      "white paper gets over 1.45 times the light that saturates: `yes`; over 1: "
        + "`unsure`, and so where reflections burn out a third of the sheet"
    ),
    (
      "uneven_light",
      "darkest over brightest light on the sheet under 0.42: `yes`; under 0.6: `unsure`"
    ),
    ("tilt_degrees", "angle between the optical axis and the table's normal"),
    (
      "glare_share",
      "share of the visible sheet where reflections add over 0.35 of the paper's own "
        + "light"
    ),
    ("glare_shape", "`spot`, `window`, `tube`, `halo`, `sheen`, `tinted`, joined by `+`"),
    ("blur_sigma", "added blur, standard deviation in pixels; for uneven focus where it is worst"),
    ("blur_kind", "`none`, `defocus`, `motion`, `uneven`"),
    ("blur_angle", "direction of motion or of growing blur, degrees clockwise from the x axis"),
    ("cut_side", "sides of the frame that the document runs over, joined by `+`"),
    ("cut_share", "share of the document's area outside the frame"),
    ("effective_dpi", "pixels per inch of the document, from its area"),
    ("light_ratio", "darkest over brightest light on the sheet, 5th over 95th percentile"),
    ("paper_level", "code, 0 to 255, of white paper on the brighter part of the sheet"),
    ("covered_share", "share of the visible sheet under fingers or things"),
    ("base_softness", "lens and demosaicing, standard deviation in pixels"),
    ("noise_shot", "shot noise, variance per unit of light, times 100,000"),
    ("jpeg_quality", "libjpeg quality"),
    ("orientation", "EXIF orientation of the stored samples, where facts are written"),
    ("width", "upright width in pixels"),
    ("height", "upright height in pixels"),
    ("seed", "seed of the set and number of the picture"),
    (
      "covered_outline",
      "whether each of 64 places along the outline is covered, 16 a side from its corner on, "
        + "clockwise from x0, in hexadecimal, four places a digit"
    ),
  ]

  /// The names of the columns, in order.
  package static let columns = descriptions.map(\.name)

  package let values: [String]

  init(path: String, plan: ScenePlan, truth: SceneTruth) {
    func number(_ value: Float, _ digits: Int) -> String {
      String(format: "%.\(digits)f", Double(value))
    }
    var notes = plan.notes
    if !plan.fingers.isEmpty { notes.append("finger over the edge") }
    if plan.paperLevel < 0.34 { notes.append("dark") }
    if plan.light.shadows.contains(where: { $0.strength > 0.28 }) { notes.append("shadow") }
    var values = [
      path, "generated-" + plan.split.rawValue, plan.document.kind, plan.document.subject,
      truth.complete, truth.glare, truth.blurry, "", "no", "", "", notes.joined(separator: "; "),
    ]
    for corner in truth.corners { values += [number(corner.x, 1), number(corner.y, 1)] }
    values += [
      plan.family.rawValue, truth.tooDark, truth.tooBright, truth.unevenLight,
      number(plan.tiltDegrees, 1), number(truth.glareShare, 4),
      plan.glare.map(\.shape.rawValue).joined(separator: "+"),
      number(plan.blur.kind == .none ? 0 : plan.blur.sigma, 2), plan.blur.kind.rawValue,
      plan.blur.kind == .motion || plan.blur.kind == .uneven ? number(plan.blur.angle, 0) : "",
      truth.cutSide, number(truth.cutShare, 4), number(truth.dotsPerInch, 0),
      number(truth.lightRatio, 3), number(truth.paperLevel, 0), number(truth.coveredShare, 4),
      number(plan.development.softness, 2), number(plan.development.shotNoise * 1e5, 2),
      String(plan.development.quality), String(plan.orientation), String(plan.camera.width),
      String(plan.camera.height), "\(plan.seed):\(plan.index)",
      Self.hexadecimal(truth.coveredPlaces),
    ]
    self.values = values
  }

  /// Four places a digit, the first one highest.
  private static func hexadecimal(_ places: [Bool]) -> String {
    stride(from: 0, to: places.count, by: 4).map { start in
      let digit = places[start..<min(start + 4, places.count)].reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
      return String(digit, radix: 16)
    }.joined()
  }

  /// The values as one line of comma-separated text.
  package var line: String {
    values.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
  }

  /// The value of a column, or nil where there is no such column.
  package subscript(_ column: String) -> String? {
    Self.columns.firstIndex(of: column).map { values[$0] }
  }
}
