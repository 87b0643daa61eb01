import Clearframe
import Testing

@Suite struct FaceObstructedRuleTests {
  private func answer(_ eyes: [EyeEvidence], support: Int = 60) -> Judgement {
    var measurement = FaceMeasurement.clear
    measurement.eyes = eyes
    measurement.faces[0].support = support
    return FaceObstructedRule().answer(measurement)
  }

  private func eye(
    _ support: Int, brightness: Double = 0.65, burntOutShare: Double = 0
  ) -> EyeEvidence {
    FaceMeasurement.eye(
      atX: 350, support: support, brightness: brightness, burntOutShare: burntOutShare)
  }

  @Test func passesBothEyes() {
    let answer = FaceObstructedRule().answer(.clear)
    #expect(answer.outcome == .pass)
    #expect(answer.value == 40)
  }

  @Test(arguments: [(5, Outcome.pass), (4, .undecided)])
  func turnsAtTheSupportOfTheWorseEye(_ support: Int, _ outcome: Outcome) {
    let answer = answer([eye(40), eye(support)])
    #expect(answer.outcome == outcome)
    #expect(answer.value == Double(support))
    #expect(answer.limit == 5)
  }

  @Test func failsWhatIsCoveredByDarkness() {
    let answer = answer([eye(0, brightness: 0.2), eye(0, brightness: 0.2)])
    #expect(answer.outcome == .fail)
    #expect(answer.message.hasPrefix("The eyes are hidden by something dark."))
    #expect(answer.regions.count == 2)
  }

  @Test func failsOneEyeBehindGlare() {
    let answer = answer([eye(0, burntOutShare: 0.4), eye(40)])
    #expect(answer.outcome == .fail)
    #expect(answer.message.hasPrefix("An eye is hidden by a reflection"))
    #expect(answer.regions.count == 1)
    #expect(self.answer([eye(0, brightness: 1.5), eye(40)]).outcome == .fail)
  }

  @Test func anEyeThatIsSeenIsNotCoveredHoweverDark() {
    #expect(answer([eye(20, brightness: 0.2), eye(40, burntOutShare: 0.5)]).outcome == .pass)
  }

  @Test func whatIsNotSeenForNoReasonIsUndecided() {
    #expect(answer([eye(0), eye(0)]).outcome == .undecided)
    #expect(answer([eye(0), eye(40)]).message.hasPrefix("One eye is not seen clearly."))
  }

  @Test func anUnclearFaceIsNeverCalledCovered() {
    #expect(answer([eye(0, brightness: 0.1), eye(0)], support: 11).outcome == .undecided)
    #expect(FaceObstructedRule().answer(FaceMeasurement(faces: [])).outcome == .skipped)
  }

  @Test func isSkippedWithTheReason() {
    let answer = FaceObstructedRule().answer(faces: .withoutModel)
    #expect(answer.outcome == .skipped)
    #expect(answer.message == "Not judged: this build has no face detection.")
  }
}
