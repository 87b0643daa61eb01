import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct NetworkInputTests {
  /// Brightness as a whole does not change what the network is given.
  @Test func lumaIsDividedByThePapersLevel() {
    var bright = PaintedScene(width: 400, height: 300, background: [100, 128, 128])
    bright.fill(PaintedScene.rectangle(centre: (200, 150), size: (200, 126)), [200, 128, 128])
    var dark = PaintedScene(width: 400, height: 300, background: [50, 128, 128])
    dark.fill(PaintedScene.rectangle(centre: (200, 150), size: (200, 126)), [100, 128, 128])
    let one = NetworkInput(ReducedImage(bright.image()), columns: 128, rows: 96).values
    let two = NetworkInput(ReducedImage(dark.image()), columns: 128, rows: 96).values
    #expect(zip(one, two).allSatisfy { abs($0 - $1) < 0.02 })
    #expect(one.max() == 1)
  }

  @Test func aPictureWithoutColourHasNoChroma() {
    let scene = PaintedScene(width: 400, height: 300, background: [100, 128, 128])
    let input = NetworkInput(ReducedImage(scene.image(isGray: true)), columns: 128, rows: 96)
    #expect(input.values.count == 128 * 96 * 3)
    #expect(stride(from: 1, to: input.values.count, by: 3).allSatisfy { input.values[$0] == 0 })
    #expect(stride(from: 2, to: input.values.count, by: 3).allSatisfy { input.values[$0] == 0 })
  }

  /// The networks see landscape pictures only; one that is higher than wide lies on its side.
  @Test func aHighPictureIsTransposed() {
    var wide = PaintedScene(width: 400, height: 300, background: [100, 128, 128])
    wide.fill(PaintedScene.rectangle(centre: (90, 70), size: (120, 60)), [200, 120, 150])
    let one = NetworkInput(ReducedImage(wide.image()), columns: 192, rows: 144).values
    let two = NetworkInput(ReducedImage(wide.transposed().image()), columns: 192, rows: 144).values
    #expect(zip(one, two).allSatisfy { abs($0 - $1) < 0.02 })
  }
}
