package import Clearframe

extension PatchSet {
  /// The squares that a pass over a gray picture keeps.
  package init(luma: [UInt8], size: PixelSize) {
    var sampler = PatchSampler(storedSize: size)
    luma.withUnsafeBufferPointer { luma in
      guard let luma = luma.baseAddress else { return }
      sampler.consume(
        PlanarBand(
          firstRow: 0, rowCount: size.height, width: size.width, luma: luma,
          lumaStride: size.width, chroma: nil))
    }
    self = sampler.finish()
  }
}
