import Testing

@testable import Clearframe

@Suite struct SideStripsTests {
  private static let page = PaintedScene.rectangle(centre: (400, 300), size: (440, 400))

  /// The strips along the left side of a page, beyond which lies `upper` and, below, `lower`.
  private func strips(upper: Double, lower: Double) -> (mean: Float, largest: Float) {
    var scene = PaintedScene(width: 800, height: 600, background: [upper, 128, 128])
    scene.fill(PaintedScene.rectangle(centre: (400, 450), size: (800, 300)), [lower, 128, 128])
    scene.fill(Self.page, [200, 128, 128])
    let reduced = ReducedImage(scene.image())
    let corners = Self.page.map { SIMD2(Float($0.x), Float($0.y)) / Float(reduced.factor) }
    return (
      SideStrips(reduced, from: corners[3], to: corners[0]).contrast,
      SideStrips.largestStep(reduced, from: corners[3], to: corners[0])
    )
  }

  /// A bright and a dark half cancel over the whole side alone.
  @Test func theLargestStepIsThatOfAQuarter() {
    let (mean, largest) = strips(upper: 170, lower: 230)
    #expect(mean < 3, "\(mean)")
    #expect((27...33).contains(largest), "\(largest)")
  }

  @Test func aSideOfOneStepHasIt() {
    let (mean, largest) = strips(upper: 170, lower: 170)
    #expect(abs(mean - 30) < 3 && abs(largest - 30) < 3, "\(mean) \(largest)")
  }

  @Test func aSideOutsideTheFrameHasNone() {
    let reduced = ReducedImage(PaintedScene(width: 80, height: 60).image())
    #expect(SideStrips.largestStep(reduced, from: [-40, 50], to: [-40, 0]) == 0)
    #expect(SideStrips.largestStep(reduced, from: [10, 10], to: [10, 10]) == 0)
    #expect(SideStrips.largestStep(reduced, from: SIMD2(Float.nan, 10), to: [10, 10]) == 0)
  }
}
