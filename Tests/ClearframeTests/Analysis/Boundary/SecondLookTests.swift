import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct SecondLookTests {
  /// A card of nearly the ground's colour, whose sides are no more than the dashes where chips end.
  @Test(arguments: [61, 62, 63] as [UInt64]) func findsACardOnChipsOfItsOwnColour(
    seed: UInt64
  ) throws {
    let card = PaintedScene.rectangle(
      centre: (420, 290), size: (400, 252), cosine: 0.9848, sine: 0.1736)
    var scene = PaintedScene(width: 800, height: 600, background: [184, 128, 128])
    scene.strew(1500, size: (16, 11), shades: 60...150, seed: seed)
    scene.fill(card, [188, 128, 128])
    scene.print(on: card, rows: 6, seed: seed)
    scene.addNoise(2, seed: seed)
    let image = scene.image()
    let reduced = ReducedImage(image)
    let candidates = BoundaryDetector.candidates(in: reduced)
    let ranked = BoundaryDetector.lookingAgain(at: candidates, in: reduced)
    let before = try #require(candidates.first).logit
    let after = try #require(ranked.first).logit
    #expect(BoundaryConfidence.probability(before) < DocumentArea.minimumConfidence)
    #expect(after > before && after <= BoundaryDetector.sureLogit, "seed \(seed)")
    let order = ranked.map(\.logit)
    #expect(order == order.sorted(by: >), "seed \(seed)")
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(PaintedScene.error(boundary.outline, card) < 5, "seed \(seed)")
    #expect(boundary.confidence >= DocumentArea.minimumConfidence, "seed \(seed)")
  }

  /// A few levels of luma and tint between a card and a table in the dark.
  @Test func isSurerOfTintsThatTellACardInTheDark() throws {
    let card = PaintedScene.rectangle(centre: (400, 300), size: (300, 189))
    var scene = PaintedScene(width: 800, height: 600, background: [22, 128, 128])
    scene.fill(card, [24, 130, 126])
    scene.addNoise(3, seed: 64)
    let image = scene.image()
    let reduced = ReducedImage(image)
    let candidates = BoundaryDetector.candidates(in: reduced)
    let ranked = BoundaryDetector.lookingAgain(at: candidates, in: reduced)
    let before = try #require(candidates.first).logit
    #expect(BoundaryConfidence.probability(before) < DocumentArea.minimumConfidence)
    #expect(try #require(ranked.first).logit > before)
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(PaintedScene.error(boundary.outline, card) < 5)
    #expect(boundary.confidence >= DocumentArea.minimumConfidence)
  }

  @Test func leavesSureOutlinesAlone() throws {
    let card = PaintedScene.rectangle(centre: (400, 300), size: (430, 271))
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(card, BoundaryDetectorTests.paper)
    scene.addNoise(3, seed: 65)
    let image = scene.image()
    let reduced = ReducedImage(image)
    let candidates = BoundaryDetector.candidates(in: reduced)
    let ranked = BoundaryDetector.lookingAgain(at: candidates, in: reduced)
    #expect(try #require(candidates.first).logit >= BoundaryDetector.sureLogit)
    #expect(candidates.map(\.logit) == ranked.map(\.logit))
  }

  @Test func aCardHasTheOddsOfItsBoxHoweverSure() throws {
    let card = PaintedScene.rectangle(centre: (400, 300), size: (430, 271))
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(card, BoundaryDetectorTests.paper)
    let image = scene.image()
    let reduced = ReducedImage(image)
    let box = try #require(BoundaryDetector.candidates(in: reduced).first)
    var candidates = [box, box]
    candidates[0].logit = -1
    for logit in [BoundaryDetector.sureLogit - 0.01, BoundaryDetector.sureLogit + 0.01] {
      candidates[1].logit = logit
      let ranked = BoundaryDetector.lookingAgain(at: candidates, in: reduced)
      #expect(try #require(ranked.first).logit >= logit)
    }
  }

  @Test func findsNothingAmongChips() {
    var scene = PaintedScene(width: 800, height: 600, background: [184, 128, 128])
    scene.strew(1500, size: (16, 11), shades: 60...150, seed: 66)
    scene.addNoise(2, seed: 66)
    let image = scene.image()
    let confidence = BoundaryDetector.find(in: image).boundary?.confidence ?? 0
    #expect(confidence < DocumentArea.minimumConfidence)
  }

  /// A sheet under a card has a margin as well, and a ground that is less plain around it.
  @Test func keepsACardThatLiesAskewOnASheet() throws {
    let sheet = PaintedScene.rectangle(
      centre: (400, 300), size: (620, 440), cosine: 0.9397, sine: 0.342)
    let card = PaintedScene.rectangle(centre: (400, 320), size: (340, 214))
    var scene = PaintedScene(width: 800, height: 600, background: [150, 128, 128])
    scene.strew(1500, size: (16, 11), shades: 60...190, seed: 67)
    scene.fill(sheet, [180, 128, 128])
    scene.fill(card, [165, 124, 131])
    scene.addNoise(2, seed: 67)
    let image = scene.image()
    let reduced = ReducedImage(image)
    var candidates = BoundaryDetector.candidates(in: reduced)
    let factor = Double(reduced.factor)
    func error(_ candidate: BoundaryDetector.Candidate, _ corners: [PixelPoint]) -> Double {
      let points = candidate.outline.corners.map {
        PixelPoint(x: Double($0.x) * factor, y: Double($0.y) * factor)
      }
      return PaintedScene.error(
        Quadrilateral(
          topLeft: points[0], topRight: points[1], bottomRight: points[2], bottomLeft: points[3]),
        corners)
    }
    let inner = try #require(candidates.firstIndex { error($0, card) < 8 })
    let outer = try #require(candidates.firstIndex { error($0, sheet) < 8 })
    candidates = [candidates[inner], candidates[outer]]
    candidates[0].logit = 0
    candidates[1].logit = -0.2
    let ranked = BoundaryDetector.lookingAgain(at: candidates, in: reduced)
    #expect(error(try #require(ranked.first), card) < 8)
  }

  @Test func leavesIconsAlone() throws {
    let card = PaintedScene.rectangle(centre: (45, 45), size: (56, 36))
    var scene = PaintedScene(width: 90, height: 90, background: [150, 128, 128])
    scene.strew(120, size: (6, 4), shades: 45...190, seed: 68)
    scene.fill(card, BoundaryDetectorTests.paper)
    let image = scene.image()
    let reduced = ReducedImage(image)
    var candidate = try #require(BoundaryDetector.candidates(in: reduced).first)
    candidate.logit = 0
    // In a larger picture this would make it surer.
    let grain = OutlineMargin.grain(of: reduced)
    #expect(OutlineMargin(of: candidate.outline, in: reduced, grain: grain).evidence > 0.2)
    let ranked = BoundaryDetector.lookingAgain(at: [candidate], in: reduced)
    #expect(ranked.map(\.logit) == [0])
    // Nor does chance among so few pixels make a card of the colours around a box.
    var box = candidate
    box.logit = 1
    let pair = BoundaryDetector.lookingAgain(at: [candidate, box], in: reduced)
    #expect(pair.map(\.logit) == [0, 1])
  }

  /// The ground seems to be paper with print up to the borders; what lies on it is told from a box
  /// printed there by its plainer margin.
  @Test(arguments: [61, 62, 63] as [UInt64]) func aCardOnMarkedGroundIsNoPageThatFillsTheFrame(
    seed: UInt64
  ) throws {
    let card = PaintedScene.rectangle(
      centre: (420, 290), size: (440, 277), cosine: 0.9848, sine: 0.1736)
    var scene = PaintedScene(width: 800, height: 600, background: [184, 128, 128])
    scene.strew(250, size: (16, 11), shades: 60...150, seed: seed)
    scene.fill(card, [188, 128, 128])
    scene.print(on: card, rows: 6, seed: seed)
    scene.addNoise(2, seed: seed)
    let image = scene.image()
    let paper = try #require(PaperMap(ReducedImage(image)))
    #expect(PaperCheck.isPaperToTheBorders(paper), "seed \(seed)")
    let boundary = try #require(BoundaryDetector.find(in: image).boundary, "seed \(seed)")
    #expect(PaintedScene.error(boundary.outline, card) < 5, "seed \(seed)")
  }
}
