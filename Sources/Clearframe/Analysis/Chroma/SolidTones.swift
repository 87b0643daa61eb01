/// How much of a document is neither paper nor thin strokes: portraits, bands and dark fields.
///
/// A grey closing takes the strokes of print and handwriting away; what then is still darker than
/// the paper around it is a tone of its own. A page in black on white has none.
package struct SolidTones: Sendable, Hashable {
  /// The share of the document's samples that lie in such tones, 0 to 1.
  package let share: Double

  /// The luma over that of paper from which on a sample is paper. Folds, the soft shadow of a curled
  /// page and the fall of a window's light over it stay above.
  private static let darkest: Float = 0.7
  /// The side of the squares whose largest value is their paper, in samples.
  private static let side = 8
  /// How many squares around it tell a sample's paper: wider than a portrait, narrower than the
  /// fall of a lamp's light over a page.
  private static let reach = 6
  /// The strip along the outline that is left out, as a share of each side.
  private static let rim = 0.04

  /// Measures a document seen from straight above.
  package init(_ document: RectifiedDocument) {
    let width = document.width
    let height = document.height
    let closed = ClosingFilter.closed(document.luma, width: width, height: height)
    let columns = (width + Self.side - 1) / Self.side
    let rows = (height + Self.side - 1) / Self.side
    var paper = [UInt8](repeating: 0, count: columns * rows)
    for row in 0..<height {
      for column in 0..<width {
        let cell = row / Self.side * columns + column / Self.side
        paper[cell] = max(paper[cell], closed[row * width + column])
      }
    }
    paper = Self.spread(paper, count: columns, lines: rows, step: 1, lineStep: columns)
    paper = Self.spread(paper, count: rows, lines: columns, step: columns, lineStep: 1)
    let marginX = Int((Self.rim * Double(width)).rounded(.up))
    let marginY = Int((Self.rim * Double(height)).rounded(.up))
    var dark = 0
    var count = 0
    for row in marginY..<max(marginY, height - marginY) {
      for column in marginX..<max(marginX, width - marginX)
      where document.isSeen[row * width + column] {
        let level = Float(paper[row / Self.side * columns + column / Self.side])
        if Float(closed[row * width + column]) < Self.darkest * level { dark += 1 }
        count += 1
      }
    }
    share = count > 0 ? Double(dark) / Double(count) : 0
  }

  /// The largest value within `reach` of each along one axis.
  private static func spread(
    _ values: [UInt8], count: Int, lines: Int, step: Int, lineStep: Int
  ) -> [UInt8] {
    var result = values
    for line in 0..<lines {
      for place in 0..<count {
        var largest: UInt8 = 0
        for near in max(0, place - reach)...min(count - 1, place + reach) {
          largest = max(largest, values[line * lineStep + near * step])
        }
        result[line * lineStep + place * step] = largest
      }
    }
    return result
  }
}
