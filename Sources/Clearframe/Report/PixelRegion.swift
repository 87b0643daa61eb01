/// An axis-aligned rectangle in whole pixels of the upright picture.
public struct PixelRegion: Sendable, Hashable, Codable {
  /// The first column.
  public var x: Int
  /// The first row.
  public var y: Int
  /// The number of columns, at least 0.
  public var width: Int
  /// The number of rows, at least 0.
  public var height: Int

  /// Makes a region from its first column and row and its extent.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}
