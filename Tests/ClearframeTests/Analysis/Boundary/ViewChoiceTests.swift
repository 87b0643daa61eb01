import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct ViewChoiceTests {
  private static let reduced = ReducedImage(PaintedScene(width: 800, height: 600).image())

  private static func outlines(_ count: Int) -> [OutlineHypothesis] {
    (0..<count).map { index in
      OutlineHypothesis(
        PaintedScene.rectangle(centre: (400, 300), size: (200 + 20 * Double(index), 150)),
        in: reduced)
    }
  }

  private static func look(
    score: Float = 0, isRight: Float = 0, isNear: Float = 0
  ) -> ViewChoice.Look {
    ViewChoice.Look(
      index: 0, score: score, answer: .init(isRight: isRight, isNear: isNear))
  }

  /// Only the more probable outlines are looked at, best first.
  @Test func looksAtTheMoreProbableOutlines() {
    let scores = (0..<14).map { Float(($0 * 5) % 14) * 0.5 }
    let looks = ViewChoice.looks(at: Self.outlines(14), scores: scores, in: Self.reduced)
    #expect(looks.map(\.score) == [6.5, 6, 5.5, 5, 4.5, 4, 3.5, 3, 2.5, 2])
    #expect(looks.allSatisfy { scores[$0.index] == $0.score })
    let far = ViewChoice.looks(at: Self.outlines(3), scores: [-4, 5, -3.9], in: Self.reduced)
    #expect(far.map(\.index) == [1, 2])
    #expect(ViewChoice.looks(at: [], scores: [], in: Self.reduced).isEmpty)
  }

  /// What the network takes for right is likelier, within the ranges that count.
  @Test func theNetworksAnswersCount() {
    let score = ViewChoice.score(of: Self.look())
    #expect(ViewChoice.score(of: Self.look(isRight: 3)) > score + 0.5)
    #expect(ViewChoice.score(of: Self.look(score: 3)) > score + 0.5)
    #expect(
      ViewChoice.score(of: Self.look(score: 15)) == ViewChoice.score(of: Self.look(score: 99)))
    let sure = ViewChoice.score(of: Self.look(isRight: 12))
    #expect(ViewChoice.score(of: Self.look(isRight: 400)) == sure)
  }

  /// Many outlines that are hopeless each do not make one of them likely, and no score is beyond all
  /// bounds.
  @Test func oddsAreThoseOfTheConditionalLogit() {
    #expect(abs(ViewChoice.odds(1.25) - 3.4903) < 1e-3)
    #expect(abs(ViewChoice.odds(-3) - 0.0498) < 1e-3)
    #expect(ViewChoice.odds(.infinity).isFinite)
    let logit = ViewChoice.logit(2)
    #expect(abs(logit - (2 * ViewChoice.scale + ViewChoice.shift)) < 1e-5)
  }
}
