/// The part of the stored picture that rules on the document measure.
package struct DocumentArea: Sendable, Hashable {
  /// The document's outline in stored pixels, clockwise; corners may lie outside the frame. The
  /// frame itself where no outline is trusted.
  package let outline: Quadrilateral
  /// The part of the outline inside the frame, in stored pixels, clockwise: three to eight corners.
  package let polygon: [PixelPoint]
  /// The calibrated probability that the outline is the document's; 0 where none was found.
  package let confidence: Double
  /// Whether the whole frame is measured because no outline is trusted.
  package let isWholeFrame: Bool

  /// The least confidence with which an outline is measured instead of the whole frame: below
  /// even odds, leaving the frame's borders in does less harm than cutting the document apart.
  package static let minimumConfidence = 0.5

  /// The area that a finding about a picture of `storedSize` pixels stands for.
  package init(_ finding: BoundaryFinding, storedSize: PixelSize) {
    let confidence = finding.boundary?.confidence ?? 0
    if let boundary = finding.boundary, confidence >= Self.minimumConfidence {
      let clipped = Self.clip(boundary.outline.corners, to: storedSize)
      if clipped.count >= 3, Self.area(of: clipped) >= 1 {
        self.init(
          outline: boundary.outline, polygon: clipped, confidence: confidence, isWholeFrame: false)
        return
      }
    }
    self.init(wholeOf: storedSize, confidence: confidence)
  }

  /// The whole frame of a picture.
  package init(wholeOf size: PixelSize, confidence: Double = 0) {
    let width = Double(size.width)
    let height = Double(size.height)
    let frame = Quadrilateral(
      topLeft: PixelPoint(x: 0, y: 0), topRight: PixelPoint(x: width, y: 0),
      bottomRight: PixelPoint(x: width, y: height), bottomLeft: PixelPoint(x: 0, y: height))
    self.init(
      outline: frame, polygon: frame.corners, confidence: confidence, isWholeFrame: true)
  }

  private init(
    outline: Quadrilateral, polygon: [PixelPoint], confidence: Double, isWholeFrame: Bool
  ) {
    self.outline = outline
    self.polygon = polygon
    self.confidence = confidence
    self.isWholeFrame = isWholeFrame
  }

  /// The area in square pixels of the part inside the frame.
  package var visibleArea: Double { Self.area(of: polygon) }

  /// Whether a stored point lies in the area.
  package func contains(_ point: PixelPoint) -> Bool {
    var isInside = true
    for (index, from) in polygon.enumerated() {
      let to = polygon[(index + 1) % polygon.count]
      let cross = (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
      if cross < 0 { isInside = false }
    }
    return isInside
  }

  /// The part of a convex polygon inside the frame (Sutherland and Hodgman, Reentrant Polygon
  /// Clipping, CACM 17, 1974).
  private static func clip(_ corners: [PixelPoint], to size: PixelSize) -> [PixelPoint] {
    guard corners.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return [] }
    var polygon = corners
    // How far inside each of the frame's four sides a point lies.
    let depths: [(PixelPoint) -> Double] = [
      { $0.x }, { Double(size.width) - $0.x }, { $0.y }, { Double(size.height) - $0.y },
    ]
    for depth in depths {
      var kept: [PixelPoint] = []
      for (index, to) in polygon.enumerated() {
        let from = polygon[(index + polygon.count - 1) % polygon.count]
        let before = depth(from)
        let after = depth(to)
        if (before < 0) != (after < 0) {
          let part = before / (before - after)
          kept.append(
            PixelPoint(x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y)))
        }
        if after >= 0 { kept.append(to) }
      }
      // A corner on the border would come twice.
      polygon = kept.enumerated().filter { $0 == 0 || kept[$0 - 1] != $1 }.map(\.element)
      if polygon.count > 1, polygon.first == polygon.last { polygon.removeLast() }
    }
    return polygon
  }

  private static func area(of polygon: [PixelPoint]) -> Double {
    var sum = 0.0
    for (index, here) in polygon.enumerated() {
      let next = polygon[(index + 1) % polygon.count]
      sum += here.x * next.y - next.x * here.y
    }
    return abs(sum) / 2
  }
}
