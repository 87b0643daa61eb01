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
  /// The strip along the outline that is left out, as a share of each side.
  private static let rim = 0.04

  package init(share: Double) {
    self.share = share
  }

  /// Measures a document seen from straight above.
  package init(_ document: RectifiedDocument) {
    let width = document.width
    let height = document.height
    let closed = ClosingFilter.closed(document.luma, width: width, height: height)
    let paper = PaperLevels(closed, width: width, height: height)
    let marginX = Int((Self.rim * Double(width)).rounded(.up))
    let marginY = Int((Self.rim * Double(height)).rounded(.up))
    var dark = 0
    var count = 0
    for row in marginY..<max(marginY, height - marginY) {
      for column in marginX..<max(marginX, width - marginX)
      where document.isSeen[row * width + column] {
        let level = Self.darkest * Float(paper[column, row])
        if Float(closed[row * width + column]) < level { dark += 1 }
        count += 1
      }
    }
    share = count > 0 ? Double(dark) / Double(count) : 0
  }
}
