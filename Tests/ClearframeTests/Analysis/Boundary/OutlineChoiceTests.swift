import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct OutlineChoiceTests {
  @Test func everyValueHasAWeight() throws {
    let names = OutlineFeatures.names + OutlineChoice.names
    #expect(1 + names.count == OutlineChoice.network.inputs)
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
    let low = choice.scores([-50, -12])
    #expect(low[0] == low[1])
    let sure = choice.scores([8, 50])
    #expect(sure[0] == sure[1])
    #expect(choice.scores([0])[0] != sure[0])
  }

  /// What `choice_fit.py` computes from the same weights; they change with each fit.
  @Test func theNetworkAgreesWithTheFittedOne() {
    let network = OutlineChoice.network
    func score(sign: Float) -> Float {
      network.score(
        (0..<network.inputs).map { index in
          network.means[index] + sign * Float(index % 7 - 3) / 3 / network.factors[index]
        })
    }
    #expect(abs(score(sign: 1) + 14.0853) < 2e-3)
    #expect(abs(score(sign: -1) - 0.8762) < 2e-3)
  }

  /// What agrees with the network is likelier than what does not.
  @Test func theMapMakesAnOutlineLikelier() throws {
    let card = PaintedScene.rectangle(centre: (400, 300), size: (430, 271))
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(card, BoundaryDetectorTests.paper)
    scene.print(on: card, rows: 6, seed: 67)
    scene.addNoise(2, seed: 67)
    let reduced = ReducedImage(scene.image())
    let candidate = try #require(CandidateSearch(reduced).firstLook().first)
    func score(isMarked: Bool) throws -> Float {
      var inside = [Float](repeating: 0.02, count: 64 * 48)
      var outline = inside
      for row in 13..<35 {
        for column in 15..<49 where isMarked {
          let isRim = row == 13 || row == 34 || column == 15 || column == 48
          inside[row * 64 + column] = isRim ? 0.6 : 0.98
          outline[row * 64 + column] = isRim ? 0.8 : 0.02
        }
      }
      let map = DocumentSegmentation(width: 64, height: 48, inside: inside, outline: outline)
      return try #require(OutlineChoice([candidate], by: map, in: reduced).scores([0]).first)
    }
    let (marked, unmarked) = (try score(isMarked: true), try score(isMarked: false))
    #expect(marked > unmarked + 0.6, "\(marked), \(unmarked)")
  }
}
