import Clearframe

extension Argument {
  /// The text to show to a person, cut where it is very long, with invisible characters escaped.
  var printable: String { DisplayText.plain(text, limit: 256) }
}
