extension Evidence {
  /// The faces in the picture; unavailable where it was not measured.
  var faces: FaceFinding { measurements?.faces ?? .withoutModel }
}

extension Judgement {
  /// The answer of a rule on faces where none could be looked for.
  static func skipped(withoutFaces reason: String) -> Judgement {
    Judgement(.skipped, message: "Not judged: \(reason).")
  }
}
