import Testing

@testable import Clearframe

@Suite struct OtherDocumentTests {
  /// A sheet that runs out of the frame on the left, and a receipt beside it or, where `isInside`,
  /// on it, askew by 20 degrees where `isTurned`.
  private static func reduced(isTurned: Bool, isInside: Bool) -> ReducedImage {
    var scene = PaintedScene(width: 800, height: 600, background: [70, 128, 128])
    scene.fill(sheet, [190, 122, 134])
    scene.fill(receipt(isTurned: isTurned, isInside: isInside), [225, 128, 128])
    scene.addNoise(3, seed: 61)
    return ReducedImage(scene.image())
  }

  private static let sheet = PaintedScene.rectangle(centre: (200, 300), size: (480, 420))

  private static func receipt(isTurned: Bool, isInside: Bool) -> [PixelPoint] {
    PaintedScene.rectangle(
      centre: isInside ? (230, 300) : (610, 300), size: (130, 260),
      cosine: isTurned ? 0.94 : 1, sine: isTurned ? 0.342 : 0)
  }

  /// The cut sheet first, and the receipt with log-odds that lie `lag` lower.
  private static func candidates(
    in reduced: ReducedImage, lag: Float
  ) throws -> [BoundaryDetector.Candidate] {
    let found = BoundaryDetector.candidates(in: reduced)
    var cut = try #require(
      found.first {
        BoundaryDetector.isCut($0.outline, in: reduced)
          && $0.outline.area > 0.2 * Float(reduced.width * reduced.height)
      })
    let whole = try #require(
      found.first {
        !BoundaryDetector.isCut($0.outline, in: reduced)
          && $0.outline.area < 0.12 * Float(reduced.width * reduced.height)
      })
    cut.logit = whole.logit + lag
    return [cut, whole]
  }

  private static func isWholeFirst(
    isTurned: Bool, isInside: Bool = false, lag: Float = 1
  ) throws -> Bool {
    let reduced = reduced(isTurned: isTurned, isInside: isInside)
    let ranked = BoundaryDetector.preferringWholeDocuments(
      of: try candidates(in: reduced, lag: lag), in: reduced)
    #expect(ranked.count == 2)
    let first = try #require(ranked.first)
    return !BoundaryDetector.isCut(first.outline, in: reduced)
  }

  @Test func aWholeDocumentBesideACutSheetGoesFirst() throws {
    #expect(try Self.isWholeFirst(isTurned: true))
  }

  @Test func whatRunsInTheSheetsDirectionsDoesNot() throws {
    #expect(try !Self.isWholeFirst(isTurned: false))
  }

  @Test func whatLiesOnTheSheetDoesNot() throws {
    #expect(try !Self.isWholeFirst(isTurned: true, isInside: true))
  }

  @Test func aLessProbableOneDoesNot() throws {
    #expect(try !Self.isWholeFirst(isTurned: true, lag: BoundaryDetector.otherDocumentLag + 0.1))
  }
}
