/// Says where on the upright document a reflection is.
struct HighlightPlace {
  private let orientation: Orientation
  private let stored: PixelSize
  private let upright: PixelSize
  /// The upright document's bounding box.
  private let box: (left: Double, top: Double, right: Double, bottom: Double)

  /// The document of a picture's measurements.
  init(_ measurements: Measurements) {
    orientation = measurements.header.orientation
    stored = measurements.analysis.working.storedSize
    upright = orientation.uprightSize(of: stored)
    box = Self.box(
      of: measurements.documentArea.polygon, orientation: orientation, stored: stored)
  }

  /// The reflection's bounding box in upright pixels, cut off at the frame.
  func region(of highlight: Highlight) -> PixelRegion {
    let found = Self.box(of: highlight.outline, orientation: orientation, stored: stored)
    let left = Self.pixel(found.left.rounded(.down), upTo: upright.width)
    let top = Self.pixel(found.top.rounded(.down), upTo: upright.height)
    return PixelRegion(
      x: left, y: top,
      width: Self.pixel(found.right.rounded(.up), upTo: upright.width) - left,
      height: Self.pixel(found.bottom.rounded(.up), upTo: upright.height) - top)
  }

  /// The third of the document in which the reflection's middle lies, such as `in the upper left`.
  func name(of highlight: Highlight) -> String {
    let found = Self.box(of: highlight.outline, orientation: orientation, stored: stored)
    let across = Self.third(
      (found.left + found.right) / 2, from: box.left, to: box.right)
    let down = Self.third((found.top + found.bottom) / 2, from: box.top, to: box.bottom)
    let names = [
      ["in the upper left", "at the top", "in the upper right"],
      ["at the left", "in the middle", "at the right"],
      ["in the lower left", "at the bottom", "in the lower right"],
    ]
    return names[down][across]
  }

  private static func third(_ value: Double, from: Double, to: Double) -> Int {
    let part = (value - from) / max(to - from, 1)
    return part < 1 / 3.0 ? 0 : part > 2 / 3.0 ? 2 : 1
  }

  private static func pixel(_ value: Double, upTo limit: Int) -> Int {
    Int(min(max(value, 0), Double(limit)))
  }

  private static func box(
    of points: [PixelPoint], orientation: Orientation, stored: PixelSize
  ) -> (left: Double, top: Double, right: Double, bottom: Double) {
    let turned = points.map { orientation.upright($0, stored: stored) }
    let across = turned.map(\.x)
    let down = turned.map(\.y)
    return (across.min() ?? 0, down.min() ?? 0, across.max() ?? 0, down.max() ?? 0)
  }
}
