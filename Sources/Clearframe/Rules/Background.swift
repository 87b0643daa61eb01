/// What rules on the background share: how they come by the measurement.
enum Background {
  /// The measurement, or the answer where there is none.
  enum Access {
    case measured(BackgroundMeasurement)
    case answer(Judgement)
  }

  static func access(_ evidence: Evidence) -> Access {
    guard let finding = evidence.measurements?.background else {
      return .answer(Judgement(.skipped, message: "Not judged: the picture has no pixels."))
    }
    switch finding {
    case .measured(let measurement): return .measured(measurement)
    case .notSeparable(let reason):
      return .answer(
        Judgement(.undecided, message: reason + " A person should look at the background."))
    }
  }

  /// How the background is found; part of each rule's page.
  static let search = """
    The picture is reduced to about 250 pixels and turned into CIELAB. Regions grow from the upper \
    edge and the sides up to where the colour changes by more than 1.7 units per pixel; the piece \
    in the middle that they leave out is the person, with hair that a side of the picture cuts off, \
    but without what stands beside the head in colours that the person has nowhere else, and what \
    goes on from there beside the shoulders. Flat darker pieces of the wall's hue beside the head, \
    and narrow strips along it, are shadows. Where the wall is burnt out, the halo around the \
    person is left out, and where much of the person's outline is lost in it, all but the \
    picture's rim.
    """
}
