import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct DocumentSegmentationTests {
  private static let card = PaintedScene.rectangle(
    centre: (420, 290), size: (400, 252), cosine: 0.9848, sine: 0.1736)

  private static func scene(seed: UInt64) -> PaintedScene {
    var scene = PaintedScene(width: 800, height: 600, background: [110, 120, 138])
    scene.fill(card, [205, 128, 128])
    scene.print(on: card, rows: 6, seed: seed)
    scene.addNoise(2, seed: seed)
    return scene
  }

  @Test func marksACard() {
    let map = DocumentSegmentation(of: ReducedImage(Self.scene(seed: 1).image()))
    #expect(map.width == 64 && map.height == 48)
    let centre = map.value(of: map.inside, at: SIMD2(33.6, 23.2))
    #expect(centre > 0.8)
    #expect(map.value(of: map.inside, at: SIMD2(4, 4)) < 0.2)
    #expect(map.value(of: map.inside, at: SIMD2(60, 44)) < 0.2)
  }

  /// A picture that is higher than wide is looked at on its side.
  @Test func aTransposedPictureHasTransposedMaps() {
    let scene = Self.scene(seed: 2)
    let map = DocumentSegmentation(of: ReducedImage(scene.image()))
    let turned = DocumentSegmentation(of: ReducedImage(scene.transposed().image()))
    #expect(turned.width == 48 && turned.height == 64)
    var largest: Float = 0
    for row in 0..<48 {
      for column in 0..<64 {
        largest = max(
          largest, abs(map.inside[row * 64 + column] - turned.inside[column * 48 + row]))
      }
    }
    #expect(largest < 1e-3)
  }

  @Test func aPictureWithoutColourIsLookedAtAsWell() {
    let reduced = ReducedImage(Self.scene(seed: 4).image(isGray: true))
    let map = DocumentSegmentation(of: reduced)
    #expect(map.value(of: map.inside, at: SIMD2(33.6, 23.2)) > 0.8)
    #expect(abs(map.insideShare - 0.21) < 0.06)
  }

  /// What hangs on the document by a place or two is not part of its outline.
  @Test func bridgesAreTakenAway() throws {
    let reduced = ReducedImage(Self.scene(seed: 5).image())
    var inside = DocumentSegmentation(of: reduced).inside
    for column in 0..<64 where (20..<22).contains(column) {
      for row in 0..<48 { inside[row * 64 + column] = 1 }
    }
    let plane = CoarsePlane(columns: 64, rows: 48, values: inside).opened(radius: 2)
    #expect(plane.values[2 * 64 + 20] < 0.5)
    #expect(plane.values[23 * 64 + 33] > 0.8)
    let map = DocumentSegmentation(width: 64, height: 48, inside: inside, outline: inside)
    let scale = 1 / Float(reduced.factor)
    let card = Self.card.map { SIMD2(Float($0.x), Float($0.y)) * scale }
    let outlines = map.outlines(edges: EdgeMap(reduced), image: reduced)
    let distances = outlines.map { $0.distance(to: OutlineHypothesis(corners: card)) }
    #expect(try #require(distances.min()) < 5)
  }

  @Test func valuesBetweenPlacesAreMixed() {
    let map = DocumentSegmentation(
      width: 2, height: 2, inside: [0, 1, 2, 3], outline: [0, 0, 0, 0])
    #expect(map.value(of: map.inside, at: SIMD2(1, 1)) == 1.5)
    #expect(map.value(of: map.inside, at: SIMD2(0, 0)) == 0)
    #expect(map.value(of: map.inside, at: SIMD2(9, 9)) == 3)
  }

  /// The outlines around what is marked lie on the edges near it: within a place of the map, and half
  /// of them much nearer.
  @Test func outlinesFollowTheEdgesNearTheMarkedPlaces() throws {
    let errors = try (1...6 as ClosedRange<UInt64>).map { seed in
      let reduced = ReducedImage(Self.scene(seed: seed).image())
      let map = DocumentSegmentation(of: reduced)
      let outlines = map.outlines(edges: EdgeMap(reduced), image: reduced)
      let factor = Double(reduced.factor)
      let errors = outlines.map { outline in
        let points = outline.corners.map {
          PixelPoint(x: Double($0.x) * factor, y: Double($0.y) * factor)
        }
        return PaintedScene.error(Quadrilateral(corners: points), Self.card)
      }
      return try #require(errors.min(), "seed \(seed)")
    }
    #expect(errors.allSatisfy { $0 < 800.0 / 64 }, "seeds 1 to 6: \(errors)")
    #expect(errors.sorted()[2] < 4, "seeds 1 to 6: \(errors)")
  }
}
