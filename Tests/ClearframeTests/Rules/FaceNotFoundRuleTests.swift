import Clearframe
import Testing

@Suite struct FaceNotFoundRuleTests {
  private func answer(_ faces: [FaceBox]) -> Judgement {
    FaceNotFoundRule().answer(FaceMeasurement(faces: faces))
  }

  private func box(_ x: Double, width: Double = 300, support: Int) -> FaceBox {
    FaceBox(x: x, y: 200, width: width, height: width, support: support)
  }

  @Test func passesOneFace() {
    let answer = FaceNotFoundRule().answer(.clear)
    #expect(answer.outcome == .pass)
    #expect(answer.value == 60)
    #expect(answer.unit == "windows")
  }

  @Test func failsWithoutAFace() {
    let answer = answer([])
    #expect(answer.outcome == .fail)
    #expect(answer.value == 0)
    #expect(answer.message.hasPrefix("No face was found."))
  }

  @Test func aPersonWithoutAFoundFaceIsUndecided() throws {
    let evidence = EvidenceBuilder.evidence(faces: .searched(FaceMeasurement(faces: [])))
    var background = EvidenceBuilder.background
    background.person = PixelRegion(x: 200, y: 100, width: 600, height: 700)
    try #require(evidence.measurements).background = .measured(background)
    let setting = try #require(Profile.portrait.setting(for: "face-not-found"))
    let answer = FaceNotFoundRule().judge(evidence, limits: setting.ruleLimits)
    #expect(answer.outcome == .undecided)
    #expect(answer.regions == [PixelRegion(x: 200, y: 100, width: 600, height: 700)])
    #expect(answer.message.contains("A person stands out"))
  }

  @Test(arguments: [(3, Outcome.fail), (4, .undecided), (11, .undecided), (12, .pass)])
  func turnsAtTheSupport(_ support: Int, _ outcome: Outcome) {
    let answer = answer([box(350, support: support)])
    #expect(answer.outcome == outcome)
    #expect(answer.value == Double(support))
    #expect(answer.limit == 12)
  }

  @Test func failsMoreThanOneFaceAndShowsThem() {
    let answer = answer([box(100, support: 60), box(600, support: 30)])
    #expect(answer.outcome == .fail)
    #expect(answer.value == 2)
    #expect(answer.unit == "faces")
    #expect(answer.message.hasPrefix("2 faces were found"))
    #expect(answer.regions.map(\.x) == [100, 600])
  }

  @Test func aDoubtfulSecondFaceIsUndecided() {
    let answer = answer([box(100, support: 60), box(600, support: 5)])
    #expect(answer.outcome == .undecided)
    #expect(answer.regions.count == 2)
  }

  @Test func ignoresSecondFindsThatAreNoFaces() {
    // In the same place, too small, and with too few windows.
    #expect(answer([box(100, support: 60), box(120, width: 250, support: 30)]).outcome == .pass)
    #expect(answer([box(100, support: 60), box(0, width: 900, support: 30)]).outcome == .pass)
    #expect(answer([box(100, support: 60), box(800, width: 90, support: 30)]).outcome == .pass)
    #expect(answer([box(100, support: 60), box(600, support: 3)]).outcome == .pass)
  }

  @Test func regionsStayInTheFrame() {
    let answer = answer([
      FaceBox(x: -50, y: 800, width: 300, height: 300, support: 60), box(600, support: 30),
    ])
    #expect(answer.regions.first == PixelRegion(x: 0, y: 800, width: 250, height: 200))
  }

  @Test func isSkippedWithTheReason() {
    let answer = FaceNotFoundRule().answer(faces: .withoutModel)
    #expect(answer.outcome == .skipped)
    #expect(answer.message == "Not judged: this build has no face detection.")
  }
}
