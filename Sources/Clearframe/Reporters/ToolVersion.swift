/// The version of the package, as the command and the report formats that name their maker tell it.
package enum ToolVersion {
  /// The version by Semantic Versioning 2.0.0.
  package static let text = "0.1.0"
}
