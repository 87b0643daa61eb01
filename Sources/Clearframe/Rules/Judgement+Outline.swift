extension Judgement {
  /// The answer of a rule that measures the outline where none is trusted.
  static let withoutOutline = Judgement(
    .skipped, message: "Not judged: no outline of a document is trusted; see document-not-found.")
}

extension Measurements {
  /// How the document lies in the frame, where its outline is trusted enough to be measured.
  var trustedFraming: DocumentFraming? {
    guard let framing, framing.confidence >= DocumentArea.minimumConfidence else { return nil }
    return framing
  }
}
