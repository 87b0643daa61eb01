/// Fails portraits whose head is cut by the frame, too small, too large or off to one side.
package struct FaceOutOfFrameRule: Rule {
  /// The least height of the head.
  package static let minimumHeadShare = LimitDescription(
    name: "minimumHeadShare", unit: "fraction of picture height", range: 0...1,
    summary: "The head, from the hair to the chin, must take at least this share of the height.")
  /// The largest height of the head.
  package static let maximumHeadShare = LimitDescription(
    name: "maximumHeadShare", unit: "fraction of picture height", range: 0...1,
    summary: "The head, from the hair to the chin, may take at most this share of the height.")
  /// The largest distance of the face from the middle.
  package static let maximumOffset = LimitDescription(
    name: "maximumOffset", unit: "fraction of picture width", range: 0...0.5,
    summary: "The face's middle may be at most this far from the picture's, left or right.")

  package let description = RuleDescription(
    name: "face-out-of-frame",
    summary: "The head is cut by the frame, too small, too large or off to one side.",
    why: """
      The portal wants the face inside the frame. A cut head, or one that is small in a large \
      picture, is sent back, and a face at the edge is often cropped away.
      """,
    measurement: """
      Only a build with the package trait FaceDetection can tell; others skip the rule. From the \
      box of the best face that face-not-found finds, the chin is put 6 % of its height below it. \
      The top of the hair is where a stripe above the face begins to differ from the background at \
      both sides of the picture by 18 in luma; where that cannot be told, it is put 27 % above the \
      box. The margin around the searched picture lets a face be found that the frame cuts. The \
      value of a pass is the head's share of the picture's height.
      """,
    caveats: """
      The chin is known to about 8 % of the face, and so is hair before a background that is not \
      plain; a head that much over a limit is undecided. Hair as bright as the background is not \
      seen and counts as background.
      """,
    remedy: """
      Hold the camera level with the eyes, at a distance where the head takes half to four fifths \
      of the picture's height, with some background above the hair and the face in the middle.
      """,
    limits: [
      FaceNotFoundRule.minimumSupport, minimumHeadShare, maximumHeadShare, maximumOffset,
    ])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let measurement: FaceMeasurement
    switch evidence.faces {
    case .unavailable(let reason): return .skipped(withoutFaces: reason)
    case .searched(let found): measurement = found
    }
    guard let face = measurement.faces.first, let head = measurement.head,
      let size = evidence.header.uprightSize, size.width > 0, size.height > 0
    else { return Judgement(.skipped, message: "Not judged: no face was found.") }
    let offset = abs(face.centerX / Double(size.width) - 0.5)
    let share = head.height / Double(size.height)
    let shareTolerance = (head.topTolerance + head.tolerance) / Double(size.height)
    guard Double(face.support) >= limits[FaceNotFoundRule.minimumSupport] else {
      return Judgement(
        .undecided, value: share, limit: limits[Self.minimumHeadShare],
        unit: Self.minimumHeadShare.unit, regions: [face.region(in: size)],
        message: "What may be a face is too unclear to be measured. Look whether it is whole.")
    }
    let answers = [
      cut(head, size, share, limits),
      tooSmallOrLarge(share, shareTolerance, limits),
      offCenter(offset, limits),
    ].compactMap { $0 }
    if var answer = answers.first(where: { $0.outcome == .fail }) ?? answers.first {
      answer.regions = [
        PixelRegion(
          left: head.left, top: head.top, right: head.right, bottom: head.bottom, in: size)
      ]
      return answer
    }
    return Judgement(
      .pass, value: share, limit: limits[Self.maximumHeadShare],
      unit: Self.maximumHeadShare.unit,
      message: """
        The head takes \(NumberText.percent(share)) of the picture's height, and its middle is \
        \(NumberText.percent(offset)) of the width from the picture's.
        """)
  }

  private func cut(
    _ head: HeadExtent, _ size: PixelSize, _ share: Double, _ limits: RuleLimits
  ) -> Judgement? {
    // How far the head reaches over each edge of the frame, and how far off that may be.
    let edges: [(name: String, excess: Double, tolerance: Double)] = [
      ("upper", head.touchesTop ? .infinity : -head.top, head.topTolerance),
      ("lower", head.bottom - Double(size.height), head.tolerance),
      ("left", -head.left, head.tolerance),
      ("right", head.right - Double(size.width), head.tolerance),
    ]
    let over = edges.filter { $0.excess > 0 }
    guard let edge = over.first(where: { $0.excess > $0.tolerance }) ?? over.first else {
      return nil
    }
    let isCertain = edge.excess > edge.tolerance
    return Judgement(
      isCertain ? .fail : .undecided, value: share, limit: limits[Self.maximumHeadShare],
      unit: Self.maximumHeadShare.unit,
      message: isCertain
        ? """
        The head is cut by the \(edge.name) edge of the picture, or touches it. Take the portrait \
        again from a little farther away, with background all around the head.
        """
        : """
        The head may be cut by the \(edge.name) edge of the picture. Look whether hair, ears and \
        chin are whole.
        """)
  }

  private func tooSmallOrLarge(
    _ share: Double, _ tolerance: Double, _ limits: RuleLimits
  ) -> Judgement? {
    let least = limits[Self.minimumHeadShare]
    let most = limits[Self.maximumHeadShare]
    guard share < least || share > most else { return nil }
    let isSmall = share < least
    let isCertain = isSmall ? share < least - tolerance : share > most + tolerance
    let facts = """
      The head takes \(isCertain ? "" : "about ")\(NumberText.percent(share)) of the picture's \
      height; \
      \(isSmall ? "at least \(NumberText.percent(least))" : "at most \(NumberText.percent(most))") \
      is allowed.
      """
    return Judgement(
      isCertain ? .fail : .undecided, value: share, limit: isSmall ? least : most,
      unit: Self.minimumHeadShare.unit,
      message: facts
        + (isSmall ? " Go nearer, or crop the picture." : " Go farther away."))
  }

  private func offCenter(_ offset: Double, _ limits: RuleLimits) -> Judgement? {
    let most = limits[Self.maximumOffset]
    guard offset > most else { return nil }
    return Judgement(
      .fail, value: offset, limit: most, unit: Self.maximumOffset.unit,
      message: """
        The face's middle is \(NumberText.percent(offset)) of the width from the picture's; at \
        most \(NumberText.percent(most)) is allowed. Take the portrait again with the face in the \
        middle.
        """)
  }
}
