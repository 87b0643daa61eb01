import Clearframe

/// Tells from a label's dots per inch whether the document is shown too small for a profile.
enum ResolutionLabel {
  static let column = "low_resolution"
  /// Nearer to the limit than this share of it, a picture is neither sound nor defective.
  private static let slack = 0.05

  /// The row with `low_resolution` filled in, where it says nothing itself, the dots per inch are
  /// known and the profile asks for a number of them.
  static func completing(_ row: [String: String], for profile: Profile) -> [String: String] {
    guard row[column, default: ""].isEmpty,
      let limit = profile.setting(for: "resolution-too-low")?.limits["minimumDotsPerInch"],
      let value = row["effective_dpi"].flatMap(Double.init)
    else { return row }
    var completed = row
    completed[column] = abs(value - limit) < slack * limit ? "unsure" : value < limit ? "yes" : "no"
    return completed
  }
}
