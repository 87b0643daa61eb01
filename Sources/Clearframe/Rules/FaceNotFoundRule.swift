/// Fails portraits without a face, and those with more than one.
package struct FaceNotFoundRule: Rule {
  /// From how many windows on a find is a face.
  package static let minimumSupport = LimitDescription(
    name: "minimumSupport", unit: "windows", range: 2...1000,
    summary: "A place where at least this many windows of the model agree is a face.")
  /// From how many windows on a find may be a face.
  package static let doubtfulSupport = LimitDescription(
    name: "doubtfulSupport", unit: "windows", range: 2...1000,
    summary: "A place where fewer windows than this agree is no face; between, it is undecided.")

  /// The least width of a second face, as a share of the first one's. A face on a shirt or on the
  /// wall behind is smaller, and so are most false finds.
  private static let leastOtherShare = 0.35

  package let description = RuleDescription(
    name: "face-not-found",
    summary: "The portrait shows no face that can be found, or more than one.",
    why: """
      The portal compares the person with the document, so the portrait must show exactly one face, \
      from the front and upright.
      """,
    measurement: """
      Only a build with the package trait FaceDetection can tell; others skip the rule. The picture \
      is put upright by the EXIF orientation, brought to 288 pixels on its long side with a margin \
      around it, and searched by OpenCV's cascade frontalface_alt2 (Viola and Jones 2001; Lienhart \
      and Maydt 2002). The value is how many overlapping windows agree on the best place. The \
      cascade compares each window's parts with each other after levelling its contrast, so that \
      the tone of the skin and the exposure count little.
      """,
    caveats: """
      A face in profile, lying on its side, smaller than an eighth of the picture's long side or \
      largely covered is not found. Of drawn faces, those with dark skin are found less often, since \
      their features have less contrast; photos of such faces were too few to tell. So where a \
      person stands out from the background, a face that is not found is undecided and does not \
      fail. A photo of a doll, a drawing or a printed portrait is a face as well. A second face \
      counts when it is at least a third as wide as the first.
      """,
    remedy: """
      Take the portrait from the front, upright, with the whole face in even light and nobody else \
      in the picture.
      """,
    limits: [minimumSupport, doubtfulSupport])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    switch evidence.faces {
    case .unavailable(let reason): return .skipped(withoutFaces: reason)
    case .searched(let measurement):
      let size = evidence.header.uprightSize ?? PixelSize(width: 0, height: 0)
      return judge(
        measurement.faces, in: size, limits: limits,
        person: { Self.person(evidence.measurements?.background) })
    }
  }

  /// The person who stands out from the background; nil where nobody does.
  private static func person(_ background: BackgroundFinding?) -> PixelRegion? {
    guard case .measured(let background) = background else { return nil }
    return background.person
  }

  private func judge(
    _ faces: [FaceBox], in size: PixelSize, limits: RuleLimits, person: () -> PixelRegion?
  ) -> Judgement {
    let certain = limits[Self.minimumSupport]
    let doubtful = limits[Self.doubtfulSupport]
    guard let main = faces.first, Double(main.support) >= min(certain, doubtful) else {
      // The model may miss a face, a dark one in dim light before others; a person's outline is
      // evidence enough not to send somebody back for that.
      if let person = person() {
        return Judgement(
          .undecided, value: Double(faces.first?.support ?? 0), limit: certain, unit: "windows",
          regions: [person],
          message: """
            A person stands out from the background, but no face was found. Look whether the face \
            is seen from the front, in enough light, and nothing covers it.
            """)
      }
      return Judgement(
        .fail, value: Double(faces.first?.support ?? 0), limit: certain, unit: "windows",
        message: """
          No face was found. Take the portrait from the front, upright, with nothing over the \
          face.
          """)
    }
    let support = Double(main.support)
    guard support >= certain else {
      return Judgement(
        .undecided, value: support, limit: certain, unit: "windows",
        regions: [main.region(in: size)],
        message: """
          What may be a face is too unclear to be sure of. Look whether the face is seen from the \
          front and nothing covers it.
          """)
    }
    let others = faces.dropFirst().filter {
      !$0.sharesPlace(with: main) && $0.width >= main.width * Self.leastOtherShare
        && Double($0.support) >= doubtful
    }
    let sure = others.filter { Double($0.support) >= certain }
    if !sure.isEmpty {
      return Judgement(
        .fail, value: Double(sure.count + 1), limit: 1, unit: "faces",
        regions: ([main] + sure).map { $0.region(in: size) },
        message: """
          \(NumberText.grouped(sure.count + 1)) faces were found; a portrait shows one person. \
          Take it again with nobody else, and no picture of a face, in the background.
          """)
    }
    if let other = others.first {
      return Judgement(
        .undecided, value: support, limit: certain, unit: "windows",
        regions: [main, other].map { $0.region(in: size) },
        message: """
          Beside the face there is something that may be another one. Look whether a second person \
          or a picture of a face is in the background.
          """)
    }
    return Judgement(
      .pass, value: support, limit: certain, unit: "windows",
      message: "One face was found.")
  }
}
