import Clearframe
import Testing

@Suite struct TooBrightRuleTests {
  private func answer(_ luma: [UInt8: Int]) -> Judgement {
    var builder = EvidenceBuilder()
    builder.luma = luma
    return TooBrightRule().answer(
      builder, ["maximumShadowLuma": 200, "maximumClippedShare": 0.3])
  }

  @Test func passesPrintOnPaper() {
    let answer = answer([40: 30, 240: 970])
    #expect(answer.outcome == .pass)
    #expect(answer.value == 0)
  }

  @Test func failsWhereEvenPrintIsWashedOut() {
    let answer = answer([215: 50, 245: 950])
    #expect(answer.outcome == .fail)
    #expect(answer.unit == "luma")
    #expect((212.0...216.0).contains(answer.value ?? 0))
  }

  @Test(arguments: [(300, Outcome.pass), (301, .fail)])
  func turnsAtTheClippedShare(_ clipped: Int, _ outcome: Outcome) {
    let answer = answer([60: 1000 - clipped, 255: clipped])
    #expect(answer.outcome == outcome)
    #expect(answer.value == Double(clipped) / 1000)
    #expect(answer.limit == 0.3)
  }

  @Test func skipsAPictureWithoutPixels() {
    #expect(answer([:]).outcome == .skipped)
  }

  /// A dark desk with a document of which `burnt` of 52 tile columns are burnt out.
  private func answer(burnt: Int, ink: UInt8, _ boundary: BoundaryFinding? = nil) -> Judgement {
    var builder = EvidenceBuilder()
    builder.luma = [30: 100]
    if let boundary { builder.boundary = boundary }
    builder.retouch = { tiles in
      for row in 6..<40 {
        for column in 5..<57 {
          tiles.set(
            column < 5 + burnt ? [255: 90, ink: 10] : [180: 90, ink: 10], column: column, row: row)
        }
      }
    }
    return TooBrightRule().answer(
      builder,
      [
        "maximumBurntShare": 0.6, "scanInkLuma": 12, "maximumShadowLuma": 200,
        "maximumClippedShare": 0.3,
      ])
  }

  @Test(arguments: [(0, Outcome.pass), (26, .pass), (40, .fail), (52, .fail)])
  func judgesTheDocument(_ burnt: Int, _ outcome: Outcome) {
    let answer = answer(burnt: burnt, ink: 60)
    #expect(answer.outcome == outcome)
    #expect(answer.unit == "fraction of document")
  }

  /// A pale red document on a dark desk, of which so many of 52 tile columns have lost their red.
  @Test(arguments: [(36, Outcome.pass), (38, .fail)])
  func aPaleDocumentMayLoseAChannelOnASmallerPart(_ clipped: Int, _ outcome: Outcome) throws {
    var builder = EvidenceBuilder()
    builder.luma = [30: 100]
    builder.retouch = { tiles in
      for row in 6..<40 {
        for column in 5..<57 {
          tiles.set(
            column < 5 + clipped ? [242: 100] : [180: 100], column: column, row: row)
          let index = tiles.index(column: column, row: row)
          tiles.tiles[index].chromaCount = 256
          tiles.tiles[index].chromaRedSum = 2560
        }
      }
    }
    func answer(_ limits: [String: Double]) -> Judgement {
      TooBrightRule().answer(
        builder,
        limits.merging(["maximumShadowLuma": 200, "maximumClippedShare": 0.3]) { $1 })
    }
    let judged = answer(["maximumBurntShare": 0.35, "maximumClippedDocumentShare": 0.71])
    #expect(judged.outcome == outcome)
    #expect(judged.message.contains("one colour channel") == (outcome == .fail))
    if outcome == .fail {
      #expect(abs(try #require(judged.value) - Double(clipped) / 52) < 0.02)
      #expect(judged.limit == 0.71)
    } else {
      #expect(judged.value == 0)
    }
    #expect(answer(["maximumBurntShare": 0.35]).outcome == .pass)
  }

  @Test func aWhiteScanOnADarkDeskIsUndecided() {
    #expect(answer(burnt: 52, ink: 4).outcome == .undecided)
    #expect(answer(burnt: 52, ink: 20).outcome == .fail)
  }

  // A chip or a phone may be the only outline that is left in a burnt-out picture.
  @Test(arguments: [(700.0, 62, Outcome.fail), (700, 58, .pass), (2000, 62, .pass)])
  func judgesThePictureAroundASmallDocument(_ side: Double, _ burnt: Int, _ outcome: Outcome) {
    var builder = EvidenceBuilder()
    builder.luma = [255: burnt, 120: 100 - burnt]
    builder.boundary = .found(
      EvidenceBuilder.boundary([
        (400, 400), (400 + side, 400), (400 + side, 400 + side), (400, 400 + side),
      ]))
    let last = (400 + Int(side)) / 64
    builder.retouch = { tiles in
      for row in 5...last {
        for column in 5...last { tiles.set([90: 90, 40: 10], column: column, row: row) }
      }
    }
    let answer = TooBrightRule().answer(
      builder,
      [
        "maximumBurntShare": 0.35, "maximumBurntPictureShare": 0.55, "smallDocumentShare": 0.1,
        "scanInkLuma": 12, "maximumShadowLuma": 200, "maximumClippedShare": 0.33,
      ])
    #expect(answer.outcome == outcome)
    #expect(answer.unit == (outcome == .fail ? "fraction of picture" : "fraction of document"))
  }

  // A card on a flatbed scanner: white all around, but the card's own print is dark.
  @Test(arguments: [
    ([UInt8(180): 90, 40: 10], Outcome.pass), ([180: 90, 70: 10], .fail),
    ([100: 90, 40: 10], .fail),
  ])
  func printOnASmallDocumentProvesItsExposure(_ card: [UInt8: Int], _ outcome: Outcome) {
    var builder = EvidenceBuilder()
    builder.luma = [255: 100]
    builder.boundary = .found(
      EvidenceBuilder.boundary([(400, 400), (1100, 400), (1100, 1100), (400, 1100)]))
    builder.retouch = { tiles in
      for row in 5...17 {
        for column in 5...17 { tiles.set(card, column: column, row: row) }
      }
    }
    let answer = TooBrightRule().answer(
      builder,
      [
        "maximumBurntShare": 0.35, "maximumBurntPictureShare": 0.55, "smallDocumentShare": 0.1,
        "smallDocumentInkLuma": 60, "maximumShadowLuma": 200, "maximumClippedShare": 0.33,
      ])
    #expect(answer.outcome == outcome)
  }

  @Test(arguments: [
    ([UInt8(255): 90, 4: 10], true), ([255: 90, 40: 10], false),
    ([255: 45, 180: 45, 4: 10], false),
  ])
  func aWhiteScanIsNotBurnt(_ page: [UInt8: Int], _ isScan: Bool) {
    for boundary in [
      BoundaryFinding.noEvidence,
      .found(EvidenceBuilder.boundary([(400, 400), (3000, 400), (3000, 2400), (400, 2400)])),
    ] {
      var builder = EvidenceBuilder()
      builder.luma = page
      builder.boundary = boundary
      let answer = TooBrightRule().answer(
        builder,
        [
          "maximumBurntShare": 0.35, "scanInkLuma": 12, "scanSideShare": 0.5,
          "maximumShadowLuma": 200, "maximumClippedShare": 0.33,
        ])
      #expect((answer.outcome == .pass) == isScan)
      #expect((answer.unit == "luma") == isScan)
    }
  }

  @Test func measuresThePictureWhereNoOutlineIsTrusted() {
    let answer = answer(burnt: 52, ink: 60, .noEvidence)
    #expect(answer.unit == "fraction of picture")
    #expect(answer.outcome == .fail)
  }
}
