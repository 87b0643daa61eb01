/// What the search for the background came to.
package enum BackgroundFinding: Sendable {
  /// The background was told apart from the person.
  case measured(BackgroundMeasurement)
  /// It was not; the reason is a sentence for people.
  case notSeparable(reason: String)

  /// Finds and measures the background of a portrait.
  package static func find(
    in analysis: borrowing PictureAnalysis, orientation: Orientation
  ) -> BackgroundFinding {
    let image = LabImage(
      analysis.working, rows: analysis.decodedRows / analysis.working.factor,
      orientation: orientation)
    let upright = orientation.uprightSize(of: analysis.working.storedSize)
    return BackgroundMeter(image, pictureSize: upright).finding
  }
}
