import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct OutlineChoiceTests {
  @Test func everyValueHasAWeight() throws {
    let names = OutlineFeatures.names + OutlineChoice.names
    #expect(names.count == OutlineChoice.weights.count)
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(
      PaintedScene.rectangle(centre: (400, 300), size: (430, 271)), BoundaryDetectorTests.paper)
    let reduced = ReducedImage(scene.image())
    let map = DocumentSegmentation(of: reduced)
    let search = CandidateSearch(reduced)
    let candidates = search.closerLook(by: map, with: search.completions())
    let choice = OutlineChoice(candidates, by: map, in: reduced)
    #expect(!candidates.isEmpty && choice.values.count == candidates.count)
    #expect(choice.values.allSatisfy { $0.count == names.count })
    #expect(choice.values.allSatisfy { $0.allSatisfy(\.isFinite) })
  }

  /// The log-odds of the first look count within a range.
  @Test func hopelessOutlinesAreAllTheSame() throws {
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(
      PaintedScene.rectangle(centre: (400, 300), size: (430, 271)), BoundaryDetectorTests.paper)
    let reduced = ReducedImage(scene.image())
    let map = DocumentSegmentation(of: reduced)
    let candidate = try #require(CandidateSearch(reduced).firstLook().first)
    let choice = OutlineChoice([candidate, candidate], by: map, in: reduced)
    let low = choice.logits([-50, -12])
    #expect(low[0] == low[1])
    let sure = choice.logits([8, 50])
    #expect(sure[0] == sure[1])
    let high = choice.logits([0, 1])
    #expect(abs(high[1] - high[0] - OutlineChoice.prior) < 1e-3)
  }

  /// What agrees with the network is likelier than what does not.
  @Test func theMapMakesAnOutlineLikelier() throws {
    let card = PaintedScene.rectangle(centre: (400, 300), size: (430, 271))
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(card, BoundaryDetectorTests.paper)
    let reduced = ReducedImage(scene.image())
    let candidate = try #require(CandidateSearch(reduced).firstLook().first)
    func logit(isMarked: Bool) throws -> Float {
      var inside = [Float](repeating: 0, count: 64 * 48)
      for row in 13..<35 {
        for column in 15..<49 where isMarked { inside[row * 64 + column] = 1 }
      }
      let map = DocumentSegmentation(width: 64, height: 48, inside: inside, outline: inside)
      return try #require(OutlineChoice([candidate], by: map, in: reduced).logits([0]).first)
    }
    #expect(try logit(isMarked: true) > logit(isMarked: false) + 1)
  }

  /// Many outlines that are hopeless each do not make one of them likely.
  @Test func oddsAreThoseOfTheConditionalLogit() {
    #expect(OutlineChoice.odds(-2.6) < BoundaryConfidence.odds(-2.6) * 1.2)
    #expect(OutlineChoice.odds(-4) < 0.02)
    #expect(OutlineChoice.odds(0) > 1)
    #expect(OutlineChoice.odds(.infinity).isFinite)
  }
}
