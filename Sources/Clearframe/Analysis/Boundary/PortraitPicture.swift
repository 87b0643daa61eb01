/// Tells the picture of a person's head and shoulders, as on identity documents, from a document.
///
/// Its sides are clearer than those of a card that the frame cuts off. It is told by its content:
/// one plain colour along the upper side and the upper part of the two beside it, a head in the
/// middle, and shoulders that are wider and are cut by the lower side. A document has a margin on
/// all four sides.
package enum PortraitPicture {
  /// The width over the height, as seen from straight above: 0.78 by most standards. Pages, cards
  /// and passports have 0.63 to 0.71, letter pages 0.77.
  static let ratios = 0.75...0.96
  /// The sampled part of the outline in both directions: its sides are blurred and a little off.
  static let part = 0.06...0.94
  /// Samples in each direction.
  static let sampleCount = 24
  /// The least distance of a sample of the person from the background, in levels of luma and double
  /// chroma.
  static let colourFloor: Float = 28
  /// The largest share of the person in the upper rows and beside the head; pictures on mock cards
  /// have none.
  static let backgroundLimit: Float = 0.03
  /// The least share of the person in the middle, from the head to the lower side; in such pictures
  /// all of it, in documents of such a shape 0.83 at most with a margin on the three other sides.
  static let personFloor: Float = 0.94
  /// The share of the rows through the head that it takes up.
  static let headShares: ClosedRange<Float> = 0.35...0.7
  /// By how much more of the lower rows the shoulders take up.
  static let shoulderGain: Float = 0.1

  /// Whether an outline is that of such a picture, whichever of its sides is up.
  package static func isBox(_ outline: OutlineHypothesis, in image: ReducedImage) -> Bool {
    guard let shape = outline.wholeShape(in: image) else { return false }
    let isUpright = ratios.contains(shape.aspectRatio)
    guard isUpright || ratios.contains(1 / shape.aspectRatio),
      let samples = outline.samples(of: part, count: sampleCount, in: image)
    else { return false }
    let colours = samples.map { index in
      image.hasChroma
        ? SIMD3(image.luma[index], 2 * image.chromaBlue[index], 2 * image.chromaRed[index])
        : SIMD3(image.luma[index], 0, 0)
    }
    let last = sampleCount - 1
    // Turned by no or half a turn, and by a quarter or three.
    let upright: [(Int, Int) -> Int] = [
      { $0 * sampleCount + $1 }, { (last - $0) * sampleCount + last - $1 },
    ]
    let lying: [(Int, Int) -> Int] = [
      { $1 * sampleCount + last - $0 }, { (last - $1) * sampleCount + $0 },
    ]
    return (isUpright ? upright : lying).contains { place in
      isPerson { colours[place($0, $1)] }
    }
  }

  /// Whether the colours by row and column, the head up, show a person.
  private static func isPerson(_ colour: (Int, Int) -> SIMD3<Float>) -> Bool {
    let last = sampleCount - 1
    let along = (0...last).map { colour(0, $0) }
    let beside = (0..<10).flatMap { [colour($0, 0), colour($0, last)] }
    let background = (along + beside).medianOfLanes()
    func share(_ rows: Range<Int>, _ columns: Range<Int>) -> Float {
      var count = 0
      for row in rows {
        for column in columns {
          let change = colour(row, column) - background
          if (change * change).sum() > colourFloor * colourFloor { count += 1 }
        }
      }
      return Float(count) / Float(rows.count * columns.count)
    }
    let all = 0..<sampleCount
    guard share(0..<2, all) <= backgroundLimit,
      share(0..<8, 0..<3) + share(0..<8, last - 2..<sampleCount) <= 2 * backgroundLimit,
      share(8..<sampleCount, 9..<15) >= personFloor,
      share(last - 1..<sampleCount, 5..<19) >= personFloor
    else { return false }
    let head = share(8..<12, all)
    return headShares.contains(head)
      && share(last - 2..<sampleCount, all) >= head + shoulderGain
  }
}
