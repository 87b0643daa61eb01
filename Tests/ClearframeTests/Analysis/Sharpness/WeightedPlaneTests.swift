@testable import Clearframe
import Testing

@Suite struct WeightedPlaneTests {
  private func points(_ weights: [Double]) -> [WeightedPlane.Point] {
    weights.enumerated().map { index, weight in
      let x = Double(index % 3)
      let y = Double(index / 3)
      return WeightedPlane.Point(x: x, y: y, value: 2 + 3 * x - y, weight: weight)
    }
  }

  @Test func findsThePlaneThatIsThere() throws {
    let plane = try #require(WeightedPlane.solve(points([1, 2, 3, 1, 5, 1])))
    #expect(abs(plane.constant - 2) < 1e-9)
    #expect(abs(plane.x - 3) < 1e-9)
    #expect(abs(plane.y + 1) < 1e-9)
    #expect(abs(plane.value(x: 2, y: 2) - 6) < 1e-9)
  }

  @Test func pointsInALineSpanNoPlane() {
    #expect(WeightedPlane.solve(points([1, 1, 1])) == nil)
    #expect(WeightedPlane.solve([]) == nil)
    #expect(WeightedPlane.solve(points([0, 0, 0, 0, 0, 0])) == nil)
  }
}
