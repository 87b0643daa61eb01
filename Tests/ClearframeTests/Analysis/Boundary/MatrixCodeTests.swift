import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct MatrixCodeTests {
  private static let tint: PaintedScene.Colour = [190, 124, 122]

  /// A page that fills the frame with a box of 240 x `height` pixels; `isDark` says which of the
  /// modules in it are, by column and row.
  private func page(
    height: Double = 240, modules: Int = 21, ink: Double = 30,
    isDark: (_ column: Int, _ row: Int) -> Bool
  ) -> (scene: PaintedScene, box: [PixelPoint]) {
    var scene = PaintedScene(width: 800, height: 600, background: Self.tint)
    let box = PaintedScene.rectangle(centre: (250, 280), size: (240, height))
    scene.fill(box, [235, 128, 128])
    let size = (x: 208 / Double(modules), y: (height - 32) / Double(modules))
    for row in 0..<modules {
      for column in 0..<modules where isDark(column, row) {
        scene.fill(
          PaintedScene.rectangle(
            centre: (
              146 + (Double(column) + 0.5) * size.x,
              280 - height / 2 + 16 + (Double(row) + 0.5) * size.y
            ), size: size), [ink, 128, 128])
      }
    }
    return (scene, box)
  }

  private func code(seed: UInt64, height: Double = 240, ink: Double = 30) -> (
    scene: PaintedScene, box: [PixelPoint]
  ) {
    var generator = SeededGenerator(seed: seed)
    return page(height: height, ink: ink) { _, _ in Bool.random(using: &generator) }
  }

  private func isBox(_ painted: (scene: PaintedScene, box: [PixelPoint])) -> Bool {
    let reduced = ReducedImage(painted.scene.image())
    return MatrixCode.isBox(OutlineHypothesis(painted.box, in: reduced), in: reduced)
  }

  @Test(arguments: [71, 72, 73] as [UInt64]) func aCodeIsOne(seed: UInt64) {
    #expect(isBox(code(seed: seed)), "seed \(seed)")
  }

  @Test func otherBoxesAreNone() {
    // No square, faint, lines of text, a picture of two plain parts, nothing.
    #expect(!isBox(code(seed: 71, height: 160)))
    #expect(!isBox(code(seed: 71, ink: 120)))
    #expect(!isBox(page { column, row in row % 4 == 0 && column % 3 != 0 }))
    #expect(!isBox(page { column, row in column > 6 && row > 8 }))
    #expect(!isBox(page { _, _ in false }))
  }

  /// The code on a page that fills the frame is not the document, nor is anything in its place.
  @Test(arguments: [74, 75] as [UInt64]) func aCodeIsNoDocument(seed: UInt64) {
    var (scene, box) = code(seed: seed)
    scene.print(
      on: PaintedScene.rectangle(centre: (600, 280), size: (360, 500)), rows: 9, seed: seed)
    scene.addNoise(2, seed: seed)
    let boundary = BoundaryDetector.find(in: scene.image()).boundary
    if let boundary {
      #expect(PaintedScene.error(boundary.outline, box) > 40, "seed \(seed)")
    }
  }
}
