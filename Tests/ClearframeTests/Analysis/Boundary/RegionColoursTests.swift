import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct RegionColoursTests {
  /// The edges inside an outline that has them all, added up in another order than all together, may
  /// be a little more than these.
  @Test(arguments: 701...712 as ClosedRange<UInt64>) func nothingIsOutsideOfWhatHasAllEdges(
    seed: UInt64
  ) {
    var scene = PaintedScene(width: 800, height: 600)
    scene.strew(1500, size: (16, 11), shades: 60...150, seed: seed)
    scene.addNoise(3, seed: seed)
    let reduced = ReducedImage(scene.image())
    let colours = RegionColours(reduced, edges: EdgeMap(reduced))
    let around = PaintedScene.rectangle(centre: (400, 300), size: (1000, 800))
    let density = colours.edgeDensity(of: OutlineHypothesis(around, in: reduced))
    #expect(density.inside > 0, "seed \(seed)")
    #expect(density.outside >= 0 && density.outside < 1, "seed \(seed)")
  }
}
