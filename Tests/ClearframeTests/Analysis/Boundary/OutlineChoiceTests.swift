import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct OutlineChoiceTests {
  private static func outline(_ left: Float, _ top: Float, _ right: Float, _ bottom: Float)
    -> OutlineHypothesis
  {
    OutlineHypothesis(
      lines: [
        EdgeLine(normalX: 0, normalY: 1, offset: top),
        EdgeLine(normalX: 1, normalY: 0, offset: right),
        EdgeLine(normalX: 0, normalY: 1, offset: bottom),
        EdgeLine(normalX: 1, normalY: 0, offset: left),
      ],
      corners: [
        SIMD2(left, top), SIMD2(right, top), SIMD2(right, bottom), SIMD2(left, bottom),
      ], score: 1)
  }

  @Test func everyValueHasAWeight() throws {
    let names = OutlineFeatures.names + OutlineChoice.names
    #expect(names.count == OutlineChoice.weights.count)
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(
      PaintedScene.rectangle(centre: (400, 300), size: (430, 271)), BoundaryDetectorTests.paper)
    let reduced = ReducedImage(scene.image())
    let candidates = Array(
      BoundaryDetector.candidates(in: reduced, completes: true)
        .prefix(BoundaryDetector.choiceLimit))
    let grain = OutlineMargin.grain(of: reduced)
    let choice = OutlineChoice(candidates, in: reduced, grain: grain)
    #expect(!candidates.isEmpty && choice.values.count == candidates.count)
    #expect(choice.values.allSatisfy { $0.count == names.count })
    #expect(choice.values.allSatisfy { $0.allSatisfy(\.isFinite) })
  }

  /// What the rule would not decide is what is chosen among anew.
  @Test(arguments: [Profile.idCard, .document])
  func asksWhereTheRuleWouldNotDecide(_ profile: Profile) throws {
    let limits = try #require(profile.setting(for: "document-incomplete")).limits
    #expect(limits["minimumConfidence"] == BoundaryDetector.trusted.whole)
    #expect(limits["minimumFailingConfidence"] == BoundaryDetector.trusted.cut)
    #expect(limits["minimumAgreement"] == BoundaryDetector.leastAgreement)
    #expect(limits["minimumEvidence"] == BoundaryDetector.leastCutBelief)
  }

  /// Half a square lies in a square, and a fourth one beside it has nothing of it.
  @Test func polygonsAreClippedByEachOther() {
    let square = Self.outline(0, 0, 10, 10).corners
    let half = Self.outline(5, -5, 15, 15).corners
    let beside = Self.outline(20, 0, 30, 10).corners
    #expect(square.polygonArea == 100)
    #expect(OutlineRelations.clip(square, by: half).polygonArea == 50)
    #expect(OutlineRelations.clip(square, by: beside).isEmpty)
    #expect(OutlineRelations.clip(square, by: []).isEmpty)
  }

  /// An outline outside of the frame has nothing in common with one inside, and where all are
  /// hopeless none is probable.
  @Test func outlinesOutOfSightAndHopelessOnesCountForNothing() throws {
    let outlines = [Self.outline(10, 10, 60, 60), Self.outline(-30, 10, -10, 60)]
    func value(_ name: String, of index: Int, _ logits: [Float]) throws -> Float {
      let relations = OutlineRelations(outlines, logits: logits, width: 100, height: 100)
      return relations.values[index][try #require(OutlineRelations.names.firstIndex(of: name))]
    }
    #expect(try value("nearVotes", of: 0, [1, 0]) == 0)
    #expect(try value("apart", of: 0, [1, 0]) > 0)
    for logits in [[-40, -41], [-100, -101]] as [[Float]] {
      #expect(try value("probability", of: 0, logits) < 1e-6)
    }
  }

  @Test func outlinesCountWithTheirProbabilityForThoseLikeThem() throws {
    let outlines = [
      Self.outline(10, 10, 60, 60), Self.outline(10, 10, 60, 61), Self.outline(20, 20, 40, 40),
      Self.outline(70, 70, 90, 90),
    ]
    let relations = OutlineRelations(outlines, logits: [1, 0, -1, -2], width: 100, height: 100)
    func value(_ name: String, of index: Int) throws -> Float {
      relations.values[index][try #require(OutlineRelations.names.firstIndex(of: name))]
    }
    let first = try value("probability", of: 0)
    let second = try value("probability", of: 1)
    #expect(first > second && first + second < 1)
    #expect(try value("votes", of: 1) == first)
    #expect(try value("votes", of: 2) == 0)
    #expect(abs(try value("containedIn", of: 2) - first - second) < 1e-6)
    #expect(try value("firstOverlap", of: 0) == 1)
    #expect(try value("sharedFirst", of: 1) == 4)
    #expect(try value("apart", of: 2) == value("probability", of: 3))
    #expect(try value("lag", of: 3) == -3)
  }

  @Test func aClearCardIsNotOpenAndTheChoiceKeepsIt() throws {
    let card = PaintedScene.rectangle(centre: (400, 300), size: (430, 271))
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(card, BoundaryDetectorTests.paper)
    scene.addNoise(3, seed: 93)
    let reduced = ReducedImage(scene.image())
    let candidates = BoundaryDetector.candidates(in: reduced)
    #expect(!BoundaryDetector.isOpen(candidates, in: reduced))
    #expect(BoundaryDetector.isOpen([], in: reduced))
    let chosen = try #require(BoundaryDetector.choosing(in: reduced).first)
    let first = try #require(candidates.first)
    #expect(chosen.outline.distance(to: first.outline) < 5)
  }

  /// 0.45 for one outline inside the frame is open, and four such are not; one that is cut off is
  /// trusted from 0.6 on, or where all of them together have a third.
  @Test(arguments: [
    (false, Float(-1.4), 1, true), (false, -1.4, 4, false), (false, -0.7, 1, false),
    (true, -1, 1, true), (true, -0.7, 1, false), (true, -1, 2, false),
  ])
  func whatTheBestOrAllTogetherTellIsNotOpen(
    isCut: Bool, logit: Float, count: Int, isOpen: Bool
  ) throws {
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(
      PaintedScene.rectangle(centre: (400, 300), size: (430, 271)), BoundaryDetectorTests.paper)
    let reduced = ReducedImage(scene.image())
    var candidate = try #require(BoundaryDetector.candidates(in: reduced).first)
    candidate.logit = logit
    if isCut {
      candidate.outline = Self.outline(-40, 50, 0.5 * Float(reduced.width), 150)
    }
    let candidates = [BoundaryDetector.Candidate](repeating: candidate, count: count)
    #expect(BoundaryDetector.isOpen(candidates, in: reduced) == isOpen)
  }

  /// A card whose right side lies on a sheet of its own tone: nothing tells where it ends, until
  /// all outlines are compared.
  @Test func theChoiceDecidesWhatIsOpen() throws {
    var scene = PaintedScene(width: 800, height: 600, background: [110, 128, 128])
    scene.fill(PaintedScene.rectangle(centre: (650, 300), size: (300, 600)), [205, 128, 128])
    scene.fill(PaintedScene.rectangle(centre: (360, 310), size: (430, 271)), [205, 128, 128])
    scene.addNoise(3, seed: 95)
    let image = scene.image()
    let reduced = ReducedImage(image)
    let candidates = BoundaryDetector.lookingAgain(
      at: BoundaryDetector.candidates(in: reduced), in: reduced)
    #expect(BoundaryDetector.isOpen(candidates, in: reduced))
    let chosen = try #require(BoundaryDetector.choosing(in: reduced).first)
    let found = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(found.confidence == BoundaryConfidence.probability(chosen.logit))
    #expect(found.confidence > 0.8)
    let left = found.outline.corners.map(\.x).min() ?? 0
    #expect(abs(left - 145) < 4, "\(found.outline)")
  }

  @Test func iconsAreNotChosenIn() {
    let scene = PaintedScene(width: 90, height: 90, background: [150, 128, 128])
    #expect(BoundaryDetector.choosing(in: ReducedImage(scene.image())).isEmpty)
  }
}
