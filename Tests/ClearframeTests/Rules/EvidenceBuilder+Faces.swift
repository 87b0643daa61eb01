import Clearframe

extension EvidenceBuilder {
  /// Evidence for a picture of 1,000 x 1,000 pixels in which the search for faces came to this.
  static func evidence(faces: FaceFinding) -> Evidence {
    var builder = EvidenceBuilder()
    builder.header.storedSize = PixelSize(width: 1000, height: 1000)
    let evidence = builder.evidence
    evidence.measurements?.faces = faces
    return evidence
  }
}

extension Rule {
  /// The rule's answer to faces, with the portrait profile's numbers.
  func answer(faces: FaceFinding) -> Judgement {
    let setting = Profile.portrait.setting(for: description.name)
    return judge(
      EvidenceBuilder.evidence(faces: faces), limits: setting?.ruleLimits ?? RuleLimits([:]))
  }

  func answer(_ measurement: FaceMeasurement) -> Judgement {
    answer(faces: .searched(measurement))
  }
}

extension FaceMeasurement {
  /// A clear face in the middle, whose head takes 0.65 of the height, with both eyes seen.
  static let clear = FaceMeasurement(
    faces: [FaceBox(x: 260, y: 300, width: 480, height: 480, support: 60)],
    head: HeadExtent(
      top: 160, topTolerance: 10, touchesTop: false, bottom: 810, left: 260, right: 740,
      tolerance: 38),
    eyes: [eye(atX: 350), eye(atX: 540)])

  static func eye(
    atX x: Int, support: Int = 40, brightness: Double = 0.65, burntOutShare: Double = 0
  ) -> EyeEvidence {
    EyeEvidence(
      support: support, brightness: brightness, burntOutShare: burntOutShare,
      region: PixelRegion(x: x, y: 450, width: 110, height: 60))
  }
}
