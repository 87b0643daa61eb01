/// Tells the box of a two-dimensional barcode, such as a QR code, from a document.
///
/// Its sides are clearer than those of a card that the frame cuts off. It is told by its content: it
/// is square, about half of it is dark, in marks that are everywhere, and much darker than the rest.
/// Text is a sixth of a page or less, a picture has parts without marks, and covers and newsprint
/// have less contrast once reduced.
package enum MatrixCode {
  /// The width over the height, as seen from straight above: 1, but for what the outline is off.
  static let ratios = 0.78...1.28
  /// The sampled part of the outline, from its margins on: a code is surrounded by four modules
  /// without marks (ISO/IEC 18004).
  static let part = 0.15...0.85
  /// Samples in each direction.
  static let sampleCount = 24
  /// Samples in each direction of a block, of which there are four in each direction.
  static let blockSize = 6
  /// The least difference between dark and bright, over the bright: reduced codes on mock cards have
  /// 0.75 and more; pages, covers and pictures of the same shape up to 0.6.
  static let contrastFloor: Float = 0.66
  /// The least luma of the bright; less is too dark to tell.
  static let lumaFloor: Float = 16
  /// The shares of the whole and of a block that are dark.
  static let darkShares: ClosedRange<Float> = 0.28...0.68
  /// See `darkShares`.
  static let blockShares: ClosedRange<Float> = 0.15...0.85
  /// How many blocks of the sixteen have such a share at least.
  static let blockFloor = 14

  /// Whether an outline is that of a code.
  package static func isBox(_ outline: OutlineHypothesis, in image: ReducedImage) -> Bool {
    guard let shape = outline.wholeShape(in: image), ratios.contains(shape.aspectRatio),
      let samples = outline.samples(of: part, count: sampleCount, in: image)
    else { return false }
    let values = samples.map { image.luma[$0] }
    let dark = values.value(ofRank: values.count / 10)
    let bright = values.value(ofRank: values.count * 9 / 10)
    guard bright >= lumaFloor, bright - dark >= contrastFloor * bright else { return false }
    let middle = (dark + bright) / 2
    let isDark = values.map { $0 < middle }
    guard darkShares.contains(Float(isDark.count { $0 }) / Float(isDark.count)) else {
      return false
    }
    let blocks = sampleCount / blockSize
    var marked = 0
    for block in 0..<blocks * blocks {
      let first = block / blocks * blockSize * sampleCount + block % blocks * blockSize
      var count = 0
      for row in 0..<blockSize {
        for column in 0..<blockSize where isDark[first + row * sampleCount + column] { count += 1 }
      }
      if blockShares.contains(Float(count) / Float(blockSize * blockSize)) { marked += 1 }
    }
    return marked >= blockFloor
  }
}
