/// What must be at hand for a rule to be asked.
package enum RuleRequirement: Sendable {
  /// The bytes alone.
  case file
  /// A JPEG or PNG whose header gave a size.
  case header
  /// A decoded picture; `Evidence.measurements` is then present.
  case picture
  /// The same with full-resolution squares kept during the pass (`PictureAnalysis.patches`).
  case patches
}
