/// A picture's size in whole pixels.
public struct PixelSize: Sendable, Hashable, Codable {
  /// The number of columns, at least 0.
  public var width: Int
  /// The number of rows, at least 0.
  public var height: Int

  /// Makes a size from columns and rows.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The number of pixels; `Int.max` where the product does not fit.
  public var area: Int {
    let (product, overflow) = width.multipliedReportingOverflow(by: height)
    return overflow ? Int.max : product
  }

  /// The longer of the two sides, in pixels.
  public var longSide: Int { max(width, height) }

  /// The shorter of the two sides, in pixels.
  public var shortSide: Int { min(width, height) }
}
