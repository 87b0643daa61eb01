import Clearframe
import Testing

@Suite struct OrientationStoredTests {
  @Test(arguments: Orientation.allCases)
  func storedUndoesUpright(_ orientation: Orientation) {
    let size = PixelSize(width: 40, height: 30)
    let point = PixelPoint(x: 7, y: 11)
    let upright = orientation.upright(point, stored: size)
    #expect(orientation.stored(upright, stored: size) == point)
  }
}
