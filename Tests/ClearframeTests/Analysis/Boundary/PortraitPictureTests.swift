import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct PortraitPictureTests {
  /// What of a picture of 156 x 200 pixels is painted otherwise than usual.
  private enum Change {
    case none, wide, withoutHead, withMargin, patterned, narrowShoulders
  }

  /// A page with a picture of a person on it, turned by so many quarters.
  private func page(_ change: Change = .none, quarters: Int = 0) -> (
    scene: PaintedScene, box: [PixelPoint]
  ) {
    var scene = PaintedScene(width: 800, height: 600, background: [205, 124, 122])
    let cosine = [1.0, 0, -1, 0][quarters]
    let sine = [0.0, 1, 0, -1][quarters]
    // Corners by places in the picture, its middle being the origin.
    func place(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [PixelPoint] {
      PaintedScene.rectangle(
        centre: (300 + x * cosine - y * sine, 300 + x * sine + y * cosine),
        size: (width, height), cosine: cosine, sine: sine)
    }
    let width = change == .wide ? 300.0 : 156
    let box = place(0, 0, width, 200)
    scene.fill(box, [140, 150, 110])
    if change == .patterned {
      for column in 0..<4 {
        scene.fill(place(-60 + 40 * Double(column), 0, 14, 200), [90, 128, 128])
      }
    }
    let low = change == .withMargin ? 80.0 : 100
    if change != .withoutHead { scene.fill(place(0, -15, 78, 90), [70, 110, 150]) }
    let shoulders = change == .narrowShoulders ? 74.0 : 130
    scene.fill(place(0, (25 + low) / 2, shoulders, low - 25), [60, 128, 128])
    return (scene, box)
  }

  private func isBox(_ painted: (scene: PaintedScene, box: [PixelPoint])) -> Bool {
    let reduced = ReducedImage(painted.scene.image())
    return PortraitPicture.isBox(OutlineHypothesis(painted.box, in: reduced), in: reduced)
  }

  @Test(arguments: 0..<4) func aPersonIsOneWhicheverSideIsUp(quarters: Int) {
    #expect(isBox(page(quarters: quarters)))
  }

  @Test func otherBoxesAreNone() {
    #expect(!isBox(page(.wide)))
    #expect(!isBox(page(.withoutHead)))
    #expect(!isBox(page(.withMargin)))
    #expect(!isBox(page(.patterned)))
    #expect(!isBox(page(.narrowShoulders)))
  }

  /// The picture on a page that fills the frame is not the document.
  @Test func aPictureIsNoDocument() {
    var (scene, box) = page()
    scene.print(
      on: PaintedScene.rectangle(centre: (600, 300), size: (340, 500)), rows: 9, seed: 76)
    scene.addNoise(2, seed: 76)
    if let boundary = BoundaryDetector.find(in: scene.image()).boundary {
      #expect(PaintedScene.error(boundary.outline, box) > 40)
    }
  }
}
