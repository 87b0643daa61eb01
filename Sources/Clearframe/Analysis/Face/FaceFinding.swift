/// What the search for faces came to.
package enum FaceFinding: Sendable, Equatable {
  /// Nothing was searched: the reason as a clause without a full stop.
  case unavailable(reason: String)
  /// The faces that were found, perhaps none.
  case searched(FaceMeasurement)

  /// The finding of a build or a flow that has no face model.
  package static let withoutModel = FaceFinding.unavailable(
    reason: "this build has no face detection")
}
