/// A command line that cannot be carried out, told in one line.
struct UsageError: Error, Hashable {
  /// What is wrong, without a full stop.
  let message: String
  /// What was probably meant; nil where nothing is near.
  var suggestion: String?

  init(_ message: String, suggestion: String? = nil) {
    self.message = message
    self.suggestion = suggestion
  }

  /// The whole text for a person.
  var text: String {
    guard let suggestion else { return message }
    return "\(message); did you mean \(suggestion)?"
  }
}
