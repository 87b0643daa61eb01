import Foundation

/// One line of a portrait set's `labels.csv`.
package struct PortraitLabel: Sendable {
  /// The columns, in order.
  package static let columns = [
    "path", "group", "kind", "subject", "complete", "glare", "blurry", "background_white",
    "recapture", "background", "background_too_dark", "background_too_bright",
    "background_uneven", "skin_tone", "clothing", "hair", "light", "seed", "width", "height",
    "orientation", "lightness", "a", "b", "spread", "texture", "foreign", "lost_outline",
    "clipped",
  ]

  package let values: [String]

  init(path: String, plan: PortraitPlan, truth: PortraitTruth) {
    func number(_ value: Float, _ digits: Int) -> String {
      String(format: "%.\(digits)f", Double(value))
    }
    values = [
      path, "generated-" + plan.split.rawValue, "portrait", "portrait_generated", "", "", "",
      truth.white, "no", plan.kind.rawValue, truth.tooDark, truth.tooBright, truth.uneven,
      String(plan.person.tone), plan.person.clothing, plan.person.hairName, plan.light,
      "\(plan.seed):\(plan.index)", String(plan.width), String(plan.height),
      String(plan.orientation), number(truth.lightness, 1), number(truth.a, 1),
      number(truth.b, 1), number(truth.spread, 1), number(truth.texture, 2),
      number(truth.foreign, 4), number(truth.lostOutline, 3), number(truth.clipped, 3),
    ]
  }

  /// The values as one line of comma-separated text.
  package var line: String { values.joined(separator: ",") }

  /// The value of a column, or nil where there is no such column.
  package subscript(_ column: String) -> String? {
    Self.columns.firstIndex(of: column).map { values[$0] }
  }
}
