@testable import Clearframe
import Testing

@Suite struct BlurTrendTests {
  private func blocks(_ widths: [Double], slope: Double = 20, count: Int = 200) -> [BlurTrend
    .Block?]
  {
    widths.map { BlurTrend.Block(width: $0, count: count, slope: slope) }
  }

  private func greatest(_ blocks: [BlurTrend.Block?], isWholeFrame: Bool = false) -> Double? {
    BlurTrend.widths(blocks, columns: 4, isWholeFrame: isWholeFrame).compactMap { $0 }.max()
  }

  @Test func followsBlurThatGrows() throws {
    let found = BlurTrend.widths(
      blocks([0.5, 1, 2, 3, 0.5, 1, 2, 3, 0.5, 1, 2, 3]), columns: 4, isWholeFrame: false)
    #expect(try #require(found[3]) > 2.5)
    #expect(try #require(found[0]) < 0.6)
  }

  @Test func oneSoftBlockIsNoTrend() throws {
    let sharp = [Double](repeating: 0.6, count: 12)
    for place in 0..<12 {
      var widths = sharp
      widths[place] = 5
      #expect(try #require(greatest(blocks(widths))) < 1.4, "at \(place)")
    }
  }

  @Test func isNoMoreThanTheBlocksOwnWidth() throws {
    let found = BlurTrend.widths(
      blocks([1, 2, 3, 0.4, 1, 2, 3, 4, 1, 2, 3, 4]), columns: 4, isWholeFrame: false)
    #expect(try #require(found[3]) <= 0.4)
  }

  @Test func sharpBlocksSayOnlyHowHighThePlaneMayLie() throws {
    // Blur that begins beyond the depth of field and then grows by 0.9 a block.
    let known = blocks([0, 0, 0, 0, 0, 0, 0, 0.9, 0, 0, 0.9, 1.8, 0, 0.9, 1.8, 2.7])
    #expect(try #require(greatest(known)) > 2.5)
    // A sharp desk around a small document says nothing of the document's depth of field.
    #expect(try #require(greatest(known, isWholeFrame: true)) < 2.2)
    // Blocks that are all sharp have no trend to speak of.
    #expect(try #require(greatest(blocks([Double](repeating: 0.2, count: 12)))) <= 0.2)
  }

  @Test func faintBlocksAreLeftOut() throws {
    // The rim of a reflection: wide, and much fainter than print.
    var known = blocks([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5], slope: 50)
    known += blocks([4, 4, 4, 4], slope: 7)
    #expect(try #require(greatest(known)) < 0.7)
    // Grain of a desk counts on no document, but may be print on a known one.
    known = Array(known.prefix(8)) + blocks([4, 4, 4, 4], slope: 10)
    #expect(try #require(greatest(known)) > 2)
    #expect(try #require(greatest(known, isWholeFrame: true)) < 0.7)
  }

  @Test func fewBlocksHaveNoTrend() {
    #expect(greatest(blocks([1, 2, 3, 4, 1])) == nil)
    #expect(greatest(blocks([1, 2, 3, 4, 1, 2])) != nil)
    #expect(greatest([BlurTrend.Block?](repeating: nil, count: 12)) == nil)
  }

  @Test func aTrendIsBorneOutByASecondBlock() throws {
    let none = [Double?](repeating: nil, count: 3)
    // A soft portrait, alone among sharp print.
    let alone = BlurTrend.borneOut([0.5, 1, 3], others: none)
    #expect(try #require(alone[2]) < 1.2)
    #expect(alone[0] == 0.5)
    #expect(alone[1] == 1)
    // Two blocks bear each other out, and so does what the outline tells of another.
    #expect(BlurTrend.borneOut([0.5, 2.8, 3], others: none) == [0.5, 2.8, 3])
    #expect(BlurTrend.borneOut([0.5, 1, 3], others: [nil, 2.8, nil]) == [0.5, 1, 3])
    // Of one block alone nothing is told.
    #expect(BlurTrend.borneOut([nil, nil, 3], others: none) == none)
    #expect(BlurTrend.borneOut(none, others: none) == none)
  }
}
