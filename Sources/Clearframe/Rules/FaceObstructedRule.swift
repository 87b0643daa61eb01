/// Warns of portraits whose eyes are hidden.
package struct FaceObstructedRule: Rule {
  /// From how many windows on an eye is seen.
  package static let minimumEyeSupport = LimitDescription(
    name: "minimumEyeSupport", unit: "windows", range: 2...1000,
    summary: "An eye is seen where at least this many windows of the eye model agree.")
  /// The darkest that the surroundings of an eye may be.
  package static let minimumEyeBrightness = LimitDescription(
    name: "minimumEyeBrightness", unit: "ratio", range: 0...1,
    summary:
      "An eye that is not seen is covered if its place is darker than this ratio to the cheek.")
  /// The brightest that the surroundings of an eye may be.
  package static let maximumEyeBrightness = LimitDescription(
    name: "maximumEyeBrightness", unit: "ratio", range: 1...100,
    summary:
      "An eye that is not seen is covered if its place is brighter than this ratio to the cheek.")
  /// The largest burnt-out share around an eye.
  package static let maximumBurntOutShare = LimitDescription(
    name: "maximumBurntOutShare", unit: "fraction of eye", range: 0...1,
    summary: """
      An eye that is not seen is hidden by glare if more than this share of its place is burnt out \
      while the cheek is not.
      """)

  package let description = RuleDescription(
    name: "face-obstructed",
    summary: "An eye is hidden by a reflection in glasses, dark glasses, hair or a hat.",
    why: """
      The portal wants the face unobstructed: the reviewer compares the eyes first, and dark glasses \
      or a reflection over them are a reason to send a portrait back.
      """,
    measurement: """
      Only a build with the package trait FaceDetection can tell; others skip the rule. The upper \
      part of the best face is brought to 160 pixels between its sides and searched by OpenCV's \
      cascade eye_tree_eyeglasses in its left and its right half. The value is how many overlapping \
      windows agree on the eye that is seen worse. Only where an eye is not seen, its place is \
      compared with the cheek below it: much darker or brighter, or burnt out, it is covered. Both \
      are parts of one face, so that the tone of the skin does not count.
      """,
    caveats: """
      A cover that is about as bright as the skin, such as a hand, closed eyes and unclear faces are \
      undecided. Mouth and chin are not looked at. Glasses that leave the eyes visible pass.
      """,
    remedy: """
      Take off glasses and hat, put the hair behind the ears and away from the eyes, and turn a \
      little away from the lamp or window that reflects in the glasses.
      """,
    limits: [
      FaceNotFoundRule.minimumSupport, minimumEyeSupport, minimumEyeBrightness,
      maximumEyeBrightness, maximumBurntOutShare,
    ])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let measurement: FaceMeasurement
    switch evidence.faces {
    case .unavailable(let reason): return .skipped(withoutFaces: reason)
    case .searched(let found): measurement = found
    }
    guard let face = measurement.faces.first, let worst = measurement.eyes.map(\.support).min()
    else { return Judgement(.skipped, message: "Not judged: no face was found.") }
    let limit = limits[Self.minimumEyeSupport]
    func answer(_ outcome: Outcome, _ regions: [PixelRegion], _ message: String) -> Judgement {
      Judgement(
        outcome, value: Double(worst), limit: limit, unit: Self.minimumEyeSupport.unit,
        regions: regions, message: message)
    }
    let unseen = measurement.eyes.filter { Double($0.support) < limit }
    if unseen.isEmpty {
      return answer(.pass, [], "Both eyes are seen.")
    }
    let covers = unseen.compactMap { eye in
      cover(of: eye, limits).map { (region: eye.region, name: $0) }
    }
    guard Double(face.support) >= limits[FaceNotFoundRule.minimumSupport],
      let first = covers.first
    else {
      return answer(
        .undecided, unseen.map(\.region),
        """
        \(unseen.count == 1 ? "One eye is" : "The eyes are") not seen clearly. Look whether \
        glasses, hair or a hand hide \(unseen.count == 1 ? "it" : "them"), or whether the eyes are \
        closed.
        """)
    }
    return answer(
      .fail, covers.map(\.region),
      """
      \(covers.count == 1 ? "An eye is" : "The eyes are") hidden by \(first.name). Take off \
      glasses and hat, keep hair away from the eyes, and take the portrait again.
      """)
  }

  /// What hides an eye that is not seen; nil where nothing speaks for a cover.
  private func cover(of eye: EyeEvidence, _ limits: RuleLimits) -> String? {
    if eye.burntOutShare > limits[Self.maximumBurntOutShare]
      || eye.brightness > limits[Self.maximumEyeBrightness]
    {
      return "a reflection or something bright"
    }
    return eye.brightness < limits[Self.minimumEyeBrightness] ? "something dark" : nil
  }
}
