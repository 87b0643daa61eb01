import Foundation

/// One line of `labels.csv`.
package struct SceneLabel: Sendable {
  /// The columns, in order; the first 22 are those of every label file of the project.
  package static let columns = [
    "path", "group", "kind", "subject", "complete", "glare", "blurry", "background_white",
    "recapture", "source_repo", "licence", "note", "x0", "y0", "x1", "y1", "x2", "y2", "x3", "y3",
    "background", "too_dark", "too_bright", "uneven_light", "tilt_degrees", "glare_share",
    "glare_shape", "blur_sigma", "blur_kind", "blur_angle", "cut_side", "cut_share",
    "effective_dpi", "light_ratio", "paper_level", "finger_share", "base_softness", "noise_shot",
    "jpeg_quality", "orientation", "width", "height", "seed",
  ]

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
      number(truth.lightRatio, 3), number(truth.paperLevel, 0), number(truth.fingerShare, 4),
      number(plan.development.softness, 2), number(plan.development.shotNoise * 1e5, 2),
      String(plan.development.quality), String(plan.orientation), String(plan.camera.width),
      String(plan.camera.height), "\(plan.seed):\(plan.index)",
    ]
    self.values = values
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
