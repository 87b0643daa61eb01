/// A few consecutive decoded rows as separate planes, lent by a decoder for the length of one call.
///
/// The pointers are valid only inside the call that receives the band. Luma and chroma follow
/// JFIF's full-range BT.601 definition; chroma is centred on 128 and may be subsampled.
package struct PlanarBand {
  /// The two chroma planes of a band.
  package struct Chroma {
    /// The first sample of the Cb plane.
    package let blue: UnsafePointer<UInt8>
    /// The first sample of the Cr plane.
    package let red: UnsafePointer<UInt8>
    /// Bytes from one chroma row to the next.
    package let stride: Int
    /// Chroma samples in a row.
    package let columns: Int
    /// Chroma rows in this band.
    package let rows: Int
    /// Luma columns per chroma column: 1, 2 or 4.
    package let horizontalFactor: Int
    /// Luma rows per chroma row: 1, 2 or 4.
    package let verticalFactor: Int

    package init(
      blue: UnsafePointer<UInt8>, red: UnsafePointer<UInt8>, stride: Int, columns: Int,
      rows: Int, horizontalFactor: Int, verticalFactor: Int
    ) {
      self.blue = blue
      self.red = red
      self.stride = stride
      self.columns = columns
      self.rows = rows
      self.horizontalFactor = horizontalFactor
      self.verticalFactor = verticalFactor
    }
  }

  /// The picture row of the band's first row. Bands come in order, without gaps.
  package let firstRow: Int
  /// The number of luma rows; a multiple of the vertical chroma factor except in the last band.
  package let rowCount: Int
  /// The number of luma columns: the stored picture's width.
  package let width: Int
  /// The first luma sample.
  package let luma: UnsafePointer<UInt8>
  /// Bytes from one luma row to the next, at least `width`.
  package let lumaStride: Int
  /// The chroma planes; nil for a gray picture.
  package let chroma: Chroma?

  package init(
    firstRow: Int, rowCount: Int, width: Int, luma: UnsafePointer<UInt8>, lumaStride: Int,
    chroma: Chroma?
  ) {
    self.firstRow = firstRow
    self.rowCount = rowCount
    self.width = width
    self.luma = luma
    self.lumaStride = lumaStride
    self.chroma = chroma
  }
}
