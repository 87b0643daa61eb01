/// A document's outline: four corners, clockwise from the document's top-left as it appears upright.
///
/// Coordinates are pixels of the upright picture and may lie outside the frame.
public struct Quadrilateral: Sendable, Hashable {
  /// The four corners, in order: top-left, top-right, bottom-right, bottom-left.
  public var corners: [PixelPoint] {
    [topLeft, topRight, bottomRight, bottomLeft]
  }
  /// The corner that appears at the top left.
  public var topLeft: PixelPoint
  /// The corner that appears at the top right.
  public var topRight: PixelPoint
  /// The corner that appears at the bottom right.
  public var bottomRight: PixelPoint
  /// The corner that appears at the bottom left.
  public var bottomLeft: PixelPoint

  /// Makes an outline from its corners, clockwise from the top left.
  public init(
    topLeft: PixelPoint, topRight: PixelPoint, bottomRight: PixelPoint, bottomLeft: PixelPoint
  ) {
    self.topLeft = topLeft
    self.topRight = topRight
    self.bottomRight = bottomRight
    self.bottomLeft = bottomLeft
  }

  /// Makes an outline from its four corners, clockwise from the top left.
  package init(corners: [PixelPoint]) {
    self.init(
      topLeft: corners[0], topRight: corners[1], bottomRight: corners[2], bottomLeft: corners[3])
  }

  /// The enclosed area in square pixels, by the shoelace formula.
  public var area: Double {
    let points = corners
    var sum = 0.0
    for index in 0..<4 {
      let here = points[index]
      let next = points[(index + 1) % 4]
      sum += here.x * next.y - next.x * here.y
    }
    return abs(sum) / 2
  }
}
