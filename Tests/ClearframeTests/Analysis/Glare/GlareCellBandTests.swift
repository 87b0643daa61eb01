import ClearframeTestSupport
import Testing

@testable import Clearframe

@Suite struct GlareCellBandTests {
  /// The definition, sample by sample.
  private func plain(
    _ document: RectifiedDocument, closed: [UInt8], left: Int, top: Int
  ) -> GlareCellBand.Cell {
    var cell = GlareCellBand.Cell()
    func step(_ values: [UInt8], _ x: Int, _ y: Int) -> UInt8 {
      func value(_ x: Int, _ y: Int) -> Int {
        let column = min(max(x, 0), document.width - 1)
        return Int(values[min(max(y, 0), document.height - 1) * document.width + column])
      }
      return UInt8(
        max(
          abs(value(x + 1, y) - value(x - 1, y)), abs(value(x, y + 1) - value(x, y - 1))))
    }
    for y in top..<top + GlareCells.side {
      for x in left..<left + GlareCells.side {
        let value = document.luma[y * document.width + x]
        cell.sum += Int(closed[y * document.width + x])
        cell.clippedCount += value >= GlareCells.clippedLuma ? 1 : 0
        cell.darkest = min(cell.darkest, value)
        cell.brightest = max(cell.brightest, value)
        cell.paperStep = max(cell.paperStep, step(closed, x, y))
        cell.printStep = max(cell.printStep, step(document.luma, x, y))
        if !document.isSeen[y * document.width + x] { cell.isSeen = false }
      }
    }
    return cell
  }

  @Test(arguments: [UInt64(1), 2])
  func addsUpWhatEverySampleSays(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let luma = (0..<200 * 150).map { _ in UInt8.random(in: 0...255, using: &random) }
    let image = WorkingImage(
      storedSize: PixelSize(width: 200, height: 150), factor: 1, luma: luma, chromaBlue: [],
      chromaRed: [])
    // A corner lies outside of the frame.
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: 20, y: -15), topRight: PixelPoint(x: 180, y: 10),
      bottomRight: PixelPoint(x: 190, y: 140), bottomLeft: PixelPoint(x: 10, y: 130))
    let rectified = RectifiedDocument(image, outline: outline, decodedRows: 150)
    let document = try #require(rectified)
    let closed = ClosingFilter.closed(
      document.luma, width: document.width, height: document.height)
    for row in 0..<document.height / GlareCells.side {
      let band = GlareCellBand(document, closed: closed, top: row * GlareCells.side)
      for column in 0..<document.width / GlareCells.side {
        let expected = plain(
          document, closed: closed, left: column * GlareCells.side, top: row * GlareCells.side)
        #expect(band.cell(column) == expected)
      }
    }
  }
}
