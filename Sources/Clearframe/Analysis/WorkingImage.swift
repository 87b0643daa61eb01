/// The whole picture, area-averaged to about 1,000 pixels on its long side, in stored orientation.
///
/// Each working pixel is the mean of a block of `factor` by `factor` stored pixels; blocks at the
/// right and bottom edges may be smaller. Planes are full-range BT.601 Y, Cb and Cr, row by row
/// without padding.
package struct WorkingImage: ~Copyable, Sendable {
  /// The number of working columns: `storedSize.width / factor`, rounded up.
  package let width: Int
  /// The number of working rows: `storedSize.height / factor`, rounded up.
  package let height: Int
  /// How many stored pixels a working pixel covers in each direction, at least 1.
  package let factor: Int
  /// The size of the stored picture.
  package let storedSize: PixelSize
  /// `width * height` luma samples.
  package let luma: [UInt8]
  /// `width * height` Cb samples; empty for a gray picture.
  package let chromaBlue: [UInt8]
  /// `width * height` Cr samples; empty for a gray picture.
  package let chromaRed: [UInt8]

  package init(
    storedSize: PixelSize, factor: Int, luma: [UInt8], chromaBlue: [UInt8], chromaRed: [UInt8]
  ) {
    width = (storedSize.width + factor - 1) / factor
    height = (storedSize.height + factor - 1) / factor
    self.factor = factor
    self.storedSize = storedSize
    self.luma = luma
    self.chromaBlue = chromaBlue
    self.chromaRed = chromaRed
  }

  /// Whether the picture has chroma planes.
  package var hasChroma: Bool { !chromaBlue.isEmpty }

  /// Whether a point in working pixels lies in the picture.
  package func contains(_ point: SIMD2<Float>) -> Bool {
    point.x >= 0 && point.y >= 0 && point.x < Float(width) && point.y < Float(height)
  }

  /// The block factor for a picture: the smallest whole number that brings the long side to at
  /// most 1,200 pixels, so that the long side lands between 600 and 1,200 for larger pictures.
  package static func factor(for stored: PixelSize) -> Int {
    max(1, (stored.longSide + 1_199) / 1_200)
  }
}
