import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct CloserLookTests {
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
    let first = try #require(BoundaryDetector.candidates(in: reduced).first)
    #expect(BoundaryConfidence.probability(first.logit) < DocumentArea.minimumConfidence)
    let (candidates, isSure, markedShare) = BoundaryDetector.rankedCandidates(in: reduced)
    #expect(!isSure, "seed \(seed)")
    #expect(abs(try #require(markedShare) - 0.21) < 0.1, "seed \(seed)")
    let order = candidates.map(\.logit)
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
    let first = try #require(BoundaryDetector.candidates(in: ReducedImage(image)).first)
    #expect(BoundaryConfidence.probability(first.logit) < DocumentArea.minimumConfidence)
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(PaintedScene.error(boundary.outline, card) < 5)
    #expect(boundary.confidence >= DocumentArea.minimumConfidence)
  }

  @Test func leavesSureOutlinesAlone() throws {
    let card = PaintedScene.rectangle(centre: (400, 300), size: (430, 271))
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(card, BoundaryDetectorTests.paper)
    scene.print(on: card, rows: 6, seed: 65)
    scene.addNoise(3, seed: 65)
    let reduced = ReducedImage(scene.image())
    let candidates = BoundaryDetector.candidates(in: reduced)
    let ranked = BoundaryDetector.rankedCandidates(in: reduced)
    #expect(ranked.isSure)
    #expect(candidates.map(\.logit) == ranked.candidates.map(\.logit))
  }

  /// Whether the frame cuts off a card beside its border is worth a closer look, however sure the
  /// outline is.
  @Test(arguments: [(5.0, true), (30, false)])
  func looksCloserAtSureOutlinesBesideTheFrame(left: Double, isLookedAt: Bool) throws {
    let card = PaintedScene.rectangle(centre: (left + 215, 300), size: (430, 271))
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(card, BoundaryDetectorTests.paper)
    scene.print(on: card, rows: 6, seed: 65)
    scene.addNoise(3, seed: 65)
    let image = scene.image()
    let ranked = BoundaryDetector.rankedCandidates(in: ReducedImage(image))
    #expect(ranked.isSure)
    #expect((ranked.markedShare != nil) == isLookedAt)
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(!boundary.isCutOff)
    let fromAfar = BoundaryDetector.rankedCandidates(in: ReducedImage(image), fromNear: false)
    #expect(fromAfar.isSure && fromAfar.markedShare == nil)
  }

  /// What is seen from near is of the more probable outlines, each at most once, and ranks them.
  @Test func ranksWhatIsSeenFromNear() throws {
    var scene = PaintedScene(width: 800, height: 600, background: [184, 128, 128])
    scene.strew(1500, size: (16, 11), shades: 60...150, seed: 66)
    scene.addNoise(2, seed: 66)
    let reduced = ReducedImage(scene.image())
    let look = CloserLook(CandidateSearch(reduced), in: reduced)
    #expect(!look.looks.isEmpty && look.looks.count == look.ranked.count)
    #expect(Set(look.looks.map(\.index)).count == look.looks.count)
    #expect(look.candidates.count > look.looks.count)
    let best = try #require(look.looks.map { ViewChoice.score(of: $0) }.max())
    #expect(try #require(look.ranked.first).logit == ViewChoice.logit(best))
    #expect(try #require(look.ranked.first?.odds) == ViewChoice.odds(best))
    let fromAfar = CloserLook(CandidateSearch(reduced), in: reduced, fromNear: false)
    #expect(fromAfar.looks.isEmpty && fromAfar.ranked.count == look.candidates.count)
    let order = fromAfar.ranked.map(\.logit)
    #expect(order == order.sorted(by: >))
  }

  @Test func findsNothingAmongChips() {
    var scene = PaintedScene(width: 800, height: 600, background: [184, 128, 128])
    scene.strew(1500, size: (16, 11), shades: 60...150, seed: 66)
    scene.addNoise(2, seed: 66)
    let image = scene.image()
    let confidence = BoundaryDetector.find(in: image).boundary?.confidence ?? 0
    #expect(confidence < DocumentArea.minimumConfidence)
  }

  /// A frame that nothing is seen of is no outline, whatever the network takes for the document.
  @Test func theFrameItselfIsNoOutline() {
    let reduced = ReducedImage(PaintedScene(width: 800, height: 600).image())
    let search = CandidateSearch(reduced)
    let inside = (0..<64 * 48).map { place -> Float in
      (1..<63).contains(place % 64) && (1..<47).contains(place / 64) ? 1 : 0
    }
    let map = DocumentSegmentation(width: 64, height: 48, inside: inside, outline: inside)
    let candidates = search.closerLook(by: map, with: search.completions())
    #expect(candidates.allSatisfy { $0.outline.frameSides.count < 4 })
  }

  /// A card put before the box of its portrait has the box's odds, and none has those of an outline
  /// around what the network marks.
  @Test func theFirstOneHasTheBestOddsOfThoseThatAreSeen() throws {
    let search = CandidateSearch(ReducedImage(PortraitBoxTests.faintCardScene().image()))
    let seen = search.firstLook()
    let best = try #require(seen.map(\.logit).max())
    #expect(try #require(seen.first).logit < best)
    let nothing = [Float](repeating: 0, count: 64 * 48)
    let map = DocumentSegmentation(width: 64, height: 48, inside: nothing, outline: nothing)
    let closer = search.closerLook(by: map, with: search.completions())
    #expect(try #require(closer.first).logit >= best)
  }

  @Test(arguments: [(800, 24), (24, 800), (800, 9), (3000, 40)])
  func stripsAreNotLookedAtCloser(width: Int, height: Int) {
    var scene = PaintedScene(width: width, height: height, background: [150, 128, 128])
    scene.strew(60, size: (6, 4), shades: 45...190, seed: 69)
    let ranked = BoundaryDetector.rankedCandidates(in: ReducedImage(scene.image()))
    #expect(ranked.markedShare == nil)
  }

  /// Where no outline is plain, what is marked is the mean of four looks, three of them mirrored.
  @Test func looksAtDoubtfulPicturesMirroredToo() throws {
    var scene = PaintedScene(width: 800, height: 600, background: [184, 128, 128])
    scene.strew(1500, size: (16, 11), shades: 60...150, seed: 66)
    scene.addNoise(2, seed: 66)
    let doubtful = ReducedImage(scene.image())
    let ranked = BoundaryDetector.rankedCandidates(in: doubtful)
    let once = DocumentSegmentation(of: doubtful).insideShare
    let mean = DocumentSegmentation(of: doubtful, Mirroring.allCases).insideShare
    #expect(once != mean)
    #expect(try #require(ranked.markedShare) == mean)
  }

  /// What is marked inside the frame speaks against a page that fills it, where an outline does,
  /// too; so does an outline that is nearly sure, or a large one that is likely.
  @Test(arguments: [
    (Float?.none, 0.2, 0.1, 0.3, true), (0.39, 0.2, 0.1, 0.3, false), (0.41, 0.2, 0.1, 0.3, true),
    (0.39, 0.09, 0.09, 0.3, true), (0.9, 0.5, 0.31, 0.3, false), (0.9, 0.2, 0.1, 0.87, false),
  ])
  func outlinesSpeakAgainstAPageThatFillsTheFrame(
    marked: Float?, whole: Double, large: Double, confidence: Double, fills: Bool
  ) {
    let belief = OutlineBelief(cut: 0.1, whole: whole, largeWhole: large)
    #expect(
      BoundaryDetector.mayFillFrame(
        belief, confidence: confidence, markedShare: marked, insideShare: nil) == fills)
  }

  /// So does the best outline, however unlikely, where it encloses about as much as is marked.
  @Test(arguments: [
    (Float(0.08), Float?.some(0.07), false), (0.08, 0.11, false), (0.08, 0.13, true),
    (0.08, 0.05, true), (0.08, nil, true), (0.41, 0.41, true), (0, 0.07, true), (0, 0, true),
  ])
  func anOutlineAroundWhatIsMarkedSpeaksAgainstAPageThatFillsTheFrame(
    marked: Float, inside: Float?, fills: Bool
  ) {
    let belief = OutlineBelief(cut: 0.01, whole: 0.01)
    #expect(
      BoundaryDetector.mayFillFrame(
        belief, confidence: 0.05, markedShare: marked, insideShare: inside) == fills)
  }

  @Test func leavesIconsAlone() throws {
    let card = PaintedScene.rectangle(centre: (45, 45), size: (56, 36))
    var scene = PaintedScene(width: 90, height: 90, background: [150, 128, 128])
    scene.strew(120, size: (6, 4), shades: 45...190, seed: 68)
    scene.fill(card, BoundaryDetectorTests.paper)
    let reduced = ReducedImage(scene.image())
    let candidates = BoundaryDetector.candidates(in: reduced)
    #expect(try #require(candidates.first).logit < BoundaryDetector.sureLogit)
    let ranked = BoundaryDetector.rankedCandidates(in: reduced)
    #expect(!ranked.isSure)
    #expect(candidates.map(\.logit) == ranked.candidates.map(\.logit))
  }

  /// The ground seems to be paper with print up to the borders; a card on it speaks against that.
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
