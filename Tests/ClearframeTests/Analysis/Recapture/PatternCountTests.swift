import Clearframe
import Testing

@Suite struct PatternCountTests {
  private func count(
    around: (hits: Int, total: Int), onDocument: (hits: Int, total: Int)
  ) -> PatternCount {
    var count = PatternCount()
    for index in 0..<around.total { count.add(index < around.hits, isOnDocument: false) }
    for index in 0..<onDocument.total { count.add(index < onDocument.hits, isOnDocument: true) }
    return count
  }

  @Test func clothAroundASmallDocumentSaysNothing() {
    #expect(count(around: (36, 36), onDocument: (0, 4)).share == 0)
    #expect(count(around: (36, 36), onDocument: (4, 4)).share == 1)
  }

  @Test func countsAllWhereNoDocumentIsKnown() {
    #expect(count(around: (10, 40), onDocument: (0, 0)).share == 0.25)
  }

  @Test func fewSquaresSayLittle() {
    #expect(count(around: (2, 4), onDocument: (0, 0)).share == 0.125)
  }

  /// Twenty-four squares over the area of twelve are no more than twelve.
  @Test func overlappingSquaresSayLittleToo() {
    var count = PatternCount(worth: 0.5)
    for index in 0..<24 { count.add(index < 8, isOnDocument: false) }
    #expect(count.share == 0.25)
    for _ in 24..<64 { count.add(true, isOnDocument: false) }
    #expect(count.share == 0.75)
  }
}
