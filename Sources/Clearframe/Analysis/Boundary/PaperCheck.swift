/// Tells a page that fills the frame from a picture without a document.
enum PaperCheck {
  /// Cells along each side of the picture.
  static let cellCount = 8
  /// The least share of the paper's luma that every border cell's own paper keeps; lamp light
  /// falls off by up to a third over a page.
  static let evennessFloor: Float = 0.55
  /// The least luma of paper; less is too dark to tell.
  static let lumaFloor: Float = 60
  /// The largest difference of chroma between border cells and the middle, in levels.
  static let chromaLimit: Float = 12
  /// The least share of the inner cells that show dark marks on their paper.
  static let printFloor = 0.3

  /// Whether bright, evenly coloured paper with marks on it reaches all four borders.
  static func isPaperToTheBorders(_ image: ReducedImage) -> Bool {
    let cells = cellCount
    guard image.width >= 4 * cells, image.height >= 4 * cells else { return false }
    var levels: [Float] = []
    var printed = 0
    var blue: [Float] = []
    var red: [Float] = []
    for row in 0..<cells {
      for column in 0..<cells {
        let rows = (row * image.height / cells)..<((row + 1) * image.height / cells)
        let columns = (column * image.width / cells)..<((column + 1) * image.width / cells)
        var values: [Float] = []
        var blueSum: Float = 0
        var redSum: Float = 0
        for y in stride(from: rows.lowerBound, to: rows.upperBound, by: 2) {
          for x in stride(from: columns.lowerBound, to: columns.upperBound, by: 2) {
            let index = y * image.width + x
            values.append(image.luma[index])
            if image.hasChroma {
              blueSum += image.chromaBlue[index]
              redSum += image.chromaRed[index]
            }
          }
        }
        values.sort()
        let paper = values[values.count * 4 / 5]
        levels.append(paper)
        blue.append(blueSum / Float(values.count))
        red.append(redSum / Float(values.count))
        let isInner = row > 0 && column > 0 && row < cells - 1 && column < cells - 1
        // A fifth darker is more than paper's own shading within an eighth of the picture.
        if isInner, values[values.count / 25] < 0.8 * paper { printed += 1 }
      }
    }
    let usual = levels.value(ofRank: levels.count * 3 / 4)
    let inner = (cells - 2) * (cells - 2)
    guard usual >= lumaFloor, Double(printed) >= printFloor * Double(inner) else { return false }
    let usualBlue = blue.value(ofRank: blue.count / 2)
    let usualRed = red.value(ofRank: red.count / 2)
    for row in 0..<cells {
      for column in 0..<cells
      where row == 0 || column == 0 || row == cells - 1 || column == cells - 1 {
        let index = row * cells + column
        guard levels[index] >= evennessFloor * usual else { return false }
        guard abs(blue[index] - usualBlue) <= chromaLimit, abs(red[index] - usualRed) <= chromaLimit
        else { return false }
      }
    }
    return true
  }
}
