/// Where a picture comes from, as the column `recapture` says it.
package enum OriginalKind: String, CaseIterable, Sendable {
  /// A camera's picture of the document itself.
  case original = "no"
  /// A photo of a screen.
  case recapture
  /// A picture of a screen's contents, taken by the device itself.
  case screenshot
  /// A photo of a photocopy in gray.
  case copy
}
