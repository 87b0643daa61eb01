import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct ClosingFilterTests {
  /// The definition, sample by sample.
  private func plain(_ source: [UInt8], width: Int, height: Int) -> [UInt8] {
    func window(_ values: [UInt8], _ choose: ([UInt8]) -> UInt8?) -> [UInt8] {
      (0..<width * height).map { index in
        let (x, y) = (index % width, index / width)
        var near: [UInt8] = []
        for row in max(0, y - 3)...min(height - 1, y + 3) {
          for column in max(0, x - 3)...min(width - 1, x + 3) {
            near.append(values[row * width + column])
          }
        }
        return choose(near) ?? 0
      }
    }
    return window(window(source, { $0.max() }), { $0.min() })
  }

  @Test(arguments: [(1, 1), (1, 9), (9, 1), (7, 5), (33, 17), (64, 20), (71, 13)])
  func equalsItsDefinition(_ width: Int, _ height: Int) {
    let seed = UInt64(width * 1_000 + height)
    var random = SeededGenerator(seed: seed)
    let source = (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &random) }
    let expected = plain(source, width: width, height: height)
    #expect(
      ClosingFilter.closed(source, width: width, height: height) == expected, "seed \(seed)")
  }

  @Test func standsAnEmptyRaster() {
    #expect(ClosingFilter.closed([], width: 0, height: 0).isEmpty)
  }

  @Test func removesThinStrokesAndKeepsThickOnes() {
    var source = [UInt8](repeating: 200, count: 40 * 20)
    for y in 0..<20 {
      for x in 5..<11 { source[y * 40 + x] = 20 }
      for x in 20..<30 { source[y * 40 + x] = 20 }
    }
    let closed = ClosingFilter.closed(source, width: 40, height: 20)
    #expect(closed[10 * 40 + 8] == 200)
    #expect(closed[10 * 40 + 25] == 20)
  }
}
