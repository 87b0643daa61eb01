import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct BoundaryDetectorTests {
  static let paper = PaintedScene.Colour(225, 126, 130)

  static let outlines: [(String, [PixelPoint])] = [
    ("upright", PaintedScene.rectangle(centre: (400, 300), size: (430, 271))),
    (
      "turned by 17 degrees",
      PaintedScene.rectangle(centre: (390, 310), size: (430, 271), cosine: 0.9563, sine: 0.2924)
    ),
    (
      "turned by 45 degrees",
      PaintedScene.rectangle(centre: (400, 300), size: (390, 246), cosine: 0.7071, sine: 0.7071)
    ),
    (
      "in perspective",
      [
        PixelPoint(x: 250, y: 120), PixelPoint(x: 560, y: 135), PixelPoint(x: 690, y: 480),
        PixelPoint(x: 130, y: 455),
      ]
    ),
    (
      "close to the borders",
      [
        PixelPoint(x: 14, y: 16), PixelPoint(x: 784, y: 12), PixelPoint(x: 788, y: 585),
        PixelPoint(x: 11, y: 582),
      ]
    ),
  ]

  @Test(arguments: 0..<5) func findsWholeDocument(_ index: Int) throws {
    let (name, corners) = Self.outlines[index]
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(corners, Self.paper)
    scene.print(on: corners, rows: 7, seed: 5)
    scene.addNoise(3, seed: 11)
    let image = scene.image(factor: 3)
    let boundary = try #require(BoundaryDetector.find(in: image).boundary, "\(name)")
    let stored = corners.map { PixelPoint(x: $0.x * 3, y: $0.y * 3) }
    // 0.3 % of the short side of the smallest outline is 2.2 stored pixels.
    #expect(PaintedScene.error(boundary.outline, stored) < 2.2, "\(name)")
    #expect(!boundary.isCutOff, "\(name)")
    #expect(!boundary.belief.isCut, "\(name)")
    #expect(boundary.confidence > 0.8, "\(name)")
    #expect(boundary.sides.allSatisfy { $0.support > 0.8 && $0.coveredShare == 0 }, "\(name)")
  }

  @Test func cornersStartAtTheTopLeftAndRunClockwise() throws {
    let (_, corners) = Self.outlines[1]
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(corners, Self.paper)
    scene.print(on: corners, rows: 7, seed: 5)
    let image = scene.image()
    let outline = try #require(BoundaryDetector.find(in: image).boundary).outline
    for (found, expected) in zip(outline.corners, corners) {
      #expect(abs(found.x - expected.x) < 1.5 && abs(found.y - expected.y) < 1.5)
    }
  }

  @Test func palePaperOnPaleDesk() throws {
    let (_, corners) = Self.outlines[1]
    var scene = PaintedScene(width: 800, height: 600, background: [219, 127, 129])
    scene.fill(corners, Self.paper)
    scene.print(on: corners, rows: 7, seed: 6)
    scene.addNoise(2, seed: 12)
    let image = scene.image()
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(PaintedScene.error(boundary.outline, corners) < 3)
  }

  @Test func grayPicture() throws {
    let (_, corners) = Self.outlines[3]
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(corners, Self.paper)
    scene.print(on: corners, rows: 7, seed: 7)
    scene.addNoise(3, seed: 13)
    let image = scene.image(isGray: true)
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(PaintedScene.error(boundary.outline, corners) < 2.5)
  }

  @Test func sideOutsideTheFrameIsCutOff() throws {
    // The lower third of the page lies below the frame.
    let corners = [
      PixelPoint(x: 180, y: 90), PixelPoint(x: 620, y: 100), PixelPoint(x: 630, y: 800),
      PixelPoint(x: 170, y: 800),
    ]
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(corners, Self.paper)
    scene.print(on: corners, rows: 16, seed: 8)
    scene.addNoise(3, seed: 14)
    let image = scene.image()
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(boundary.sides.filter(\.isFrameBorder).count == 1)
    #expect(boundary.isCutOff)
    #expect(boundary.sides[2].isFrameBorder)
    #expect(boundary.belief.isCut)
    let top = boundary.outline.topLeft
    #expect(abs(top.x - 180) < 2 && abs(top.y - 90) < 2)
  }

  @Test func cornerOutsideTheFrameIsExtrapolated() throws {
    let corners = PaintedScene.rectangle(
      centre: (560, 300), size: (520, 328), cosine: 0.8660, sine: 0.5)
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(corners, Self.paper)
    scene.print(on: corners, rows: 8, seed: 9)
    scene.addNoise(3, seed: 15)
    let image = scene.image()
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(boundary.isCutOff)
    #expect(PaintedScene.error(boundary.outline, corners) < 4)
  }

  @Test func fingerOverTheEdgeIsCover() throws {
    let corners = Self.outlines[0].1
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(corners, Self.paper)
    scene.print(on: corners, rows: 7, seed: 5)
    let finger = PaintedScene.rectangle(centre: (620, 320), size: (110, 46))
    scene.fill(finger, [150, 105, 160])
    scene.addNoise(3, seed: 16)
    let image = scene.image()
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(PaintedScene.error(boundary.outline, corners) < 2)
    let right = boundary.sides[1].coveredShare
    #expect(right > 0.1 && right < 0.25)
    for index in [0, 2, 3] { #expect(boundary.sides[index].coveredShare == 0) }
  }

  @Test func printedFrameInsideIsNotTheOutline() throws {
    let corners = Self.outlines[1].1
    var scene = PaintedScene(width: 800, height: 600)
    scene.fill(corners, Self.paper)
    let outer = PaintedScene.rectangle(
      centre: (390, 310), size: (390, 231), cosine: 0.9563, sine: 0.2924)
    let inner = PaintedScene.rectangle(
      centre: (390, 310), size: (380, 221), cosine: 0.9563, sine: 0.2924)
    scene.fill(outer, [60, 128, 128])
    scene.fill(inner, Self.paper)
    scene.print(on: inner, rows: 6, seed: 10)
    scene.addNoise(3, seed: 17)
    let image = scene.image()
    let boundary = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(PaintedScene.error(boundary.outline, corners) < 3)
  }

  @Test func emptyPictureHasNoOutline() {
    var scene = PaintedScene(width: 800, height: 600)
    let flat = scene.image()
    #expect(BoundaryDetector.find(in: flat) == .noEvidence)
    scene.addNoise(30, seed: 18)
    let noisy = scene.image()
    let confidence = BoundaryDetector.find(in: noisy).boundary?.confidence ?? 0
    #expect(confidence < 0.5)
  }

  @Test func printUpToTheBordersFillsTheFrame() {
    var scene = PaintedScene(width: 800, height: 600, background: Self.paper)
    let beyond = PaintedScene.rectangle(centre: (400, 300), size: (1300, 900))
    scene.print(on: beyond, rows: 22, seed: 19)
    scene.addNoise(3, seed: 20)
    let image = scene.image()
    let finding = BoundaryDetector.find(in: image)
    #expect(finding == .fillsFrame || finding.boundary?.isCutOff == true)
  }

  /// A winner counts for more than the same outline among all that are looked at.
  @Test func winnersAreTrustedFromEvenOddsOn() {
    #expect(BoundaryConfidence.probability(-1) > 0.5)
    #expect(BoundaryConfidence.probability(-1.2) < 0.5)
    #expect(BoundaryConfidence.odds(0) < 1)
    #expect(BoundaryConfidence.odds(.infinity).isFinite)
  }

  @Test func isDeterministic() {
    let corners = Self.outlines[3].1
    var scene = PaintedScene(width: 640, height: 480)
    scene.fill(corners, Self.paper)
    scene.addNoise(12, seed: 21)
    let image = scene.image()
    let first = BoundaryDetector.find(in: image)
    for _ in 0..<3 { #expect(BoundaryDetector.find(in: image) == first) }
  }

  @Test(arguments: [
    (0, 0), (1, 1), (1, 700), (700, 1), (2, 3), (5, 5), (16, 16), (17, 900), (900, 18), (33, 31),
  ]) func smallAndThinPicturesAreHarmless(_ width: Int, _ height: Int) {
    var scene = PaintedScene(width: width, height: height)
    scene.addNoise(60, seed: 22)
    let image = scene.image()
    if let boundary = BoundaryDetector.find(in: image).boundary {
      #expect(boundary.outline.corners.allSatisfy { $0.x.isFinite && $0.y.isFinite })
      #expect((0...1).contains(boundary.confidence))
    }
  }

  @Test(.timeLimit(.minutes(5)), arguments: 0..<4 as Range<UInt64>)
  func noiseIsBoundedInTime(_ seed: UInt64) {
    var scene = PaintedScene(width: 1200, height: 900)
    scene.addNoise(128, seed: seed)
    let image = scene.image()
    let confidence = BoundaryDetector.find(in: image).boundary?.confidence ?? 0
    #expect(confidence < 0.5, "seed \(seed)")
  }
}
