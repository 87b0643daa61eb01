/// Why a face model cannot be used.
package struct FaceModelError: Error, Sendable, Equatable {
  /// The reason as a clause without a full stop.
  package let reason: String

  package init(_ reason: String) {
    self.reason = reason
  }
}
