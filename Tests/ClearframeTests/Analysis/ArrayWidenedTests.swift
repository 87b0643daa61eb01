import Testing

@testable import Clearframe

@Suite struct ArrayWidenedTests {
  /// A grid of dots and marks, row by row.
  private func grid(_ rows: [String]) -> [Bool] { rows.joined().map { $0 == "#" } }

  @Test func marksReachDiagonallyAndStayInTheGrid() {
    let marks = grid(["....#", ".....", ".....", "#...."])
    #expect(
      marks.widened(columns: 5, by: 1) == grid(["...##", "...##", "##...", "##..."]))
    #expect(
      marks.widened(columns: 5, by: 2) == grid(["..###", "#####", "#####", "###.."]))
    #expect(marks.widened(columns: 5, by: 0) == marks)
    #expect([Bool]().widened(columns: 5, by: 2).isEmpty)
  }
}
