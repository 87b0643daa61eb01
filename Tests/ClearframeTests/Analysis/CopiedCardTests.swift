import Clearframe
import Testing

@Suite struct CopiedCardTests {
  private let size = PixelSize(width: 800, height: 600)
  private let page = EvidenceBuilder.boundary(
    [(60, 40), (740, 40), (740, 560), (60, 560)], confidence: 0.95)

  /// A white page on a brown desk with lines of text, and a field of a luma and a width on it.
  private func working(
    field: UInt8, width: Int = 232, left: Int = 300, rows: Range<Int> = 240..<386
  ) -> WorkingImage {
    var luma: [UInt8] = []
    var red: [UInt8] = []
    for y in 0..<size.height {
      for x in 0..<size.width {
        let isPage = (60..<740).contains(x) && (40..<560).contains(y)
        let isField = (left..<left + width).contains(x) && rows.contains(y)
        let isText =
          (100..<280).contains(x) && y > 80 && y < 520 && y % 24 < 4 && x % 17 < 12
          || (left + 20..<left + 140).contains(x) && (260..<366).contains(y) && y % 20 < 4
            && x % 11 < 7
        luma.append(isPage ? isText ? 70 : isField ? field : 235 : 120)
        red.append(isPage ? 128 : 145)
      }
    }
    return WorkingImage(
      storedSize: size, factor: 1, luma: luma,
      chromaBlue: [UInt8](repeating: 126, count: red.count), chromaRed: red)
  }

  private func area(confidence: Double = 0.95) -> DocumentArea {
    var page = page
    page.confidence = confidence
    return DocumentArea(.found(page), storedSize: size)
  }

  @Test func findsAPaleCardOnAPage() throws {
    let picture = working(field: 212)
    let found = CopiedCard(picture, on: area())
    let card = try #require(found)
    #expect(card.confidence > 0.7)
    let left = card.outline.corners.map(\.x).min() ?? 0
    let right = card.outline.corners.map(\.x).max() ?? 0
    let top = card.outline.corners.map(\.y).min() ?? 0
    let bottom = card.outline.corners.map(\.y).max() ?? 0
    #expect(abs(left - 300) < 4 && abs(right - 532) < 4, "\(card.outline)")
    #expect(abs(top - 240) < 4 && abs(bottom - 386) < 4, "\(card.outline)")
  }

  @Test func textIsNoCard() {
    let picture = working(field: 235)
    let card = CopiedCard(picture, on: area())
    #expect((card?.confidence ?? 0) < 0.7)
  }

  @Test func whatReachesThePagesBorderIsNoCopy() {
    let picture = working(field: 170, width: 232, left: 520)
    let card = CopiedCard(picture, on: area())
    #expect(card == nil)
  }

  @Test func whatTakesMostOfThePageIsNoCard() {
    let picture = working(field: 200, width: 560, left: 120, rows: 90..<510)
    let card = CopiedCard(picture, on: area())
    #expect(card == nil)
  }

  @Test func looksOnlyWhereAnOutlineIsTrusted() {
    let picture = working(field: 212)
    let card = CopiedCard(picture, on: area(confidence: 0.2))
    #expect(card == nil)
  }
}
