/// The pixel density that a file claims: JFIF density, EXIF resolution or PNG pHYs.
public struct PixelDensity: Sendable, Hashable, Codable {
  /// Dots per inch along a row; 0 where the file gives only an aspect ratio.
  public var horizontal: Double
  /// Dots per inch along a column; 0 where the file gives only an aspect ratio.
  public var vertical: Double

  /// Makes a density from dots per inch.
  public init(horizontal: Double, vertical: Double) {
    self.horizontal = horizontal
    self.vertical = vertical
  }
}
