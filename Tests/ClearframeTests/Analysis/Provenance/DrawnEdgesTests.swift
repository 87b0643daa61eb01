import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct DrawnEdgesTests {
  private let size = PixelSize(width: 640, height: 512)

  /// The share in a picture of one luma with a band of another across it or, `upright`, down it.
  private func share(
    _ ground: Int, _ band: Int, thickness: Int = 40, length: Int = 640, noise: UInt64 = 0,
    upright: Bool = false
  ) -> Double {
    var random = SeededGenerator(seed: 21)
    var luma: [UInt8] = []
    for row in 0..<size.height {
      for column in 0..<size.width {
        let (along, across) = upright ? (row, column) : (column, row)
        let isBand = (200..<200 + thickness).contains(across) && along % 160 < length
        let grain = noise > 0 ? Int(random.next() % (2 * noise + 1)) - Int(noise) : 0
        luma.append(UInt8(max(0, min(255, (isBand ? band : ground) + grain))))
      }
    }
    return DrawnEdges(PatchSet(luma: luma, size: size)).share
  }

  @Test(arguments: [(255, 230), (40, 90), (0, 128)], [false, true])
  func findsBarsOfTwoValues(lumas: (Int, Int), upright: Bool) {
    #expect(share(lumas.0, lumas.1, upright: upright) > 0.2)
  }

  @Test func findsALineOfOnePixel() {
    #expect(share(250, 200, thickness: 1) > 0.2)
  }

  @Test func passesOverNoise() {
    #expect(share(200, 90, noise: 1) == 0)
  }

  /// Compression rounds smooth parts to steps of a few levels.
  @Test func passesOverFaintSteps() {
    #expect(share(128, 139) == 0)
    #expect(share(128, 140) > 0.2)
  }

  /// Scans in two values have straight rules, too.
  @Test(arguments: [(255, 0), (3, 250)])
  func passesOverBlackOnWhite(ground: Int, band: Int) {
    #expect(share(ground, band) == 0)
  }

  @Test func passesOverShortRuns() {
    #expect(share(200, 90, length: 60) == 0)
  }

  @Test func fewSquaresSayLittle() {
    let luma = [UInt8](repeating: 200, count: 128 * 64) + [UInt8](repeating: 90, count: 128 * 64)
    let set = PatchSet(luma: luma, size: PixelSize(width: 128, height: 128))
    #expect(set.patches.count == 1)
    #expect(DrawnEdges(set).share == 0.1)
    #expect(DrawnEdges(PatchSet(patches: [])).share == 0)
  }
}
