import Clearframe
import Testing

@Suite struct FaceOutOfFrameRuleTests {
  private func answer(_ change: (inout FaceMeasurement) -> Void) -> Judgement {
    var measurement = FaceMeasurement.clear
    change(&measurement)
    return FaceOutOfFrameRule().answer(measurement)
  }

  @Test func passesAHeadInTheMiddle() {
    let answer = FaceOutOfFrameRule().answer(.clear)
    #expect(answer.outcome == .pass)
    #expect(answer.value == 0.65)
    #expect(answer.regions.isEmpty)
  }

  @Test func failsHairThatTouchesTheFrame() {
    let answer = answer {
      $0.head?.touchesTop = true
      $0.head?.top = 0
    }
    #expect(answer.outcome == .fail)
    #expect(answer.message.hasPrefix("The head is cut by the upper edge"))
    #expect(answer.regions.count == 1)
  }

  @Test(arguments: [(1000.0, Outcome.pass), (1001, .undecided), (1038, .undecided), (1039, .fail)])
  func turnsWhereTheChinLeavesTheFrame(_ bottom: Double, _ outcome: Outcome) {
    let answer = answer {
      $0.head?.bottom = bottom
      $0.head?.top = 300
    }
    #expect(answer.outcome == outcome)
    #expect(answer.message.contains("lower edge") == (outcome != .pass))
  }

  @Test func failsACutSide() {
    let left = answer { $0.head?.left = -39 }
    #expect(left.outcome == .fail)
    #expect(left.message.contains("left edge"))
    let right = answer { $0.head?.right = 1039 }
    #expect(right.outcome == .fail)
    #expect(right.message.contains("right edge"))
    let slight = answer { $0.head?.right = 1010 }
    #expect(slight.outcome == .undecided)
  }

  @Test func aCertainFailureGoesBeforeADoubt() {
    let answer = answer {
      $0.head?.bottom = 1010
      $0.head?.left = -200
    }
    #expect(answer.outcome == .fail)
  }

  @Test(arguments: [
    (361.0, Outcome.pass), (340, .undecided), (303, .undecided), (301, .fail),
  ])
  func turnsWhereTheHeadIsTooSmall(_ height: Double, _ outcome: Outcome) {
    let answer = answer {
      $0.head?.top = 400
      $0.head?.bottom = 400 + height
    }
    #expect(answer.outcome == outcome)
    #expect(answer.value == height / 1000)
    if outcome != .pass { #expect(answer.limit == 0.35) }
  }

  @Test(arguments: [(900.0, Outcome.pass), (940, .undecided), (960, .fail)])
  func turnsWhereTheHeadIsTooLarge(_ height: Double, _ outcome: Outcome) {
    let answer = answer {
      $0.head?.top = 20
      $0.head?.bottom = 20 + height
    }
    #expect(answer.outcome == outcome)
    #expect(answer.limit == 0.9)
  }

  @Test(arguments: [(119.0, Outcome.pass), (121, .fail), (-121, .fail)])
  func turnsAtTheOffset(_ shift: Double, _ outcome: Outcome) {
    let answer = answer { $0.faces[0].x += shift }
    #expect(answer.outcome == outcome)
    if outcome == .fail { #expect(answer.limit == 0.12) }
  }

  @Test func anUnclearFaceIsUndecidedAndNoneIsSkipped() {
    #expect(answer { $0.faces[0].support = 11 }.outcome == .undecided)
    #expect(FaceOutOfFrameRule().answer(FaceMeasurement(faces: [])).outcome == .skipped)
  }

  @Test func isSkippedWithTheReason() {
    let answer = FaceOutOfFrameRule().answer(faces: .unavailable(reason: "the model is missing"))
    #expect(answer.outcome == .skipped)
    #expect(answer.message == "Not judged: the model is missing.")
  }
}
