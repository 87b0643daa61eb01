/// How much colour a document keeps once the colour of the light is taken out.
package struct ColorResidue: Sendable, Hashable {
  /// The share of the document's working pixels with more colour than noise explains, 0 to 1.
  package let share: Double
  /// The number of working pixels measured: one in `step` of each row and column.
  package let count: Int
  /// Whether the whole picture is gray: no chroma planes, or none that differs from neutral.
  package let isGrayFile: Bool

  /// The most by which a coded chroma sample of a gray picture strays from 128: rounding.
  private static let neutralTolerance = 1
  /// The distance in the plane of Cb and Cr, for a pixel of luma 128 or more, from which colour is
  /// seen: twice what chroma noise and uneven light leave on white paper in real photos.
  private static let visibleDistance: Float = 8
  /// The luma of reflections over that of the paper; print and paper themselves vary by less.
  private static let reflection: Float = 1.12
  /// Pixels brighter than this are clipped in at least one channel, which moves their hue.
  private static let clippedLuma: UInt8 = 246

  /// About how many pixels are measured along the longer side: 80,000 in all tell a share of one
  /// percent to within a twentieth of itself, and more cost time.
  private static let samplesOnLongSide = 400

  /// Measures the working pixels that `contains` accepts by their stored position; all where nil.
  package init(_ working: borrowing WorkingImage, contains: ((_ column: Int, _ row: Int) -> Bool)?)
  {
    guard working.hasChroma, working.width > 0 else {
      share = 0
      count = 0
      isGrayFile = true
      return
    }
    isGrayFile = !zip(working.chromaBlue, working.chromaRed).contains {
      abs(Int($0) - 128) > Self.neutralTolerance || abs(Int($1) - 128) > Self.neutralTolerance
    }
    var indexes: [Int] = []
    let longSide = max(working.width, working.height)
    let step = max(1, (longSide + Self.samplesOnLongSide - 1) / Self.samplesOnLongSide)
    for row in stride(from: step / 2, to: working.height, by: step) {
      for column in stride(from: step / 2, to: working.width, by: step)
      where contains?(
        column * working.factor + working.factor / 2, row * working.factor + working.factor / 2)
        ?? true
      {
        indexes.append(row * working.width + column)
      }
    }
    count = indexes.count
    guard let white = WhitePoint(working, indexes: indexes) else {
      share = 0
      return
    }
    var visible = 0
    for index in indexes where working.luma[index] <= Self.clippedLuma {
      let luma = Float(working.luma[index])
      // Brighter than paper are reflections, which have the lamp's colour.
      guard luma <= white.luma * Self.reflection else { continue }
      // Under tinted light a gray of any depth keeps the light's ratio of the channels, and so a
      // chroma in proportion to its luma.
      let part = luma / white.luma
      let blue = Float(working.chromaBlue[index]) - 128 - white.blue * part
      let red = Float(working.chromaRed[index]) - 128 - white.red * part
      // Colours of dark print are small in code values, noise is less so.
      let distance = (blue * blue + red * red).squareRoot() / min(1, max(0.35, luma / 128))
      if distance > Self.visibleDistance { visible += 1 }
    }
    share = Double(visible) / Double(max(1, indexes.count))
  }
}
