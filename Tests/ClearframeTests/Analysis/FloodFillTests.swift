import Clearframe
import ClearframeTestSupport
import Testing

/// A flood fill finds the pieces of a grid: compared with a slow search that lowers each cell's number
/// to its neighbours' until none changes.
@Suite struct FloodFillTests {
  /// The least index of each cell's piece.
  private func pieces(of isSet: [Bool], width: Int, height: Int) -> [Int] {
    var least = Array(isSet.indices)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in isSet.indices where isSet[index] {
        for (dx, dy) in [(-1, 0), (1, 0), (0, -1), (0, 1)] {
          let x = index % width + dx
          let y = index / width + dy
          guard x >= 0, y >= 0, x < width, y < height, isSet[y * width + x] else { continue }
          if least[y * width + x] < least[index] {
            least[index] = least[y * width + x]
            hasChanged = true
          }
        }
      }
    }
    return least
  }

  @Test(arguments: [(1, 1), (1, 9), (9, 1), (7, 5), (16, 17), (33, 20)])
  func findsThePiecesOfAGrid(width: Int, height: Int) {
    for seed in UInt64(1)...6 {
      var random = SeededGenerator(seed: seed)
      let isSet = (0..<width * height).map { _ in random.next() % 100 < 58 }
      let expected = pieces(of: isSet, width: width, height: height)
      var found = Array(isSet.indices)
      var isOpen = isSet
      var fill = FloodFill(width: width, height: height)
      var visits = 0
      for start in isOpen.indices where isOpen[start] {
        isOpen[start] = false
        func take(_ index: Int) -> Bool {
          guard isOpen[index] else { return false }
          isOpen[index] = false
          return true
        }
        fill.fill(from: start, taking: take) { index, column, row in
          #expect(index == row * width + column)
          found[index] = start
          visits += 1
        }
      }
      #expect(found == expected, "seed \(seed)")
      #expect(visits == isSet.count { $0 }, "seed \(seed)")
    }
  }
}
