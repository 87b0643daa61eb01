import Clearframe
import Testing

@Suite struct UnevenLightRuleTests {
  private func answer(_ shadow: UInt8, _ finding: BoundaryFinding? = nil) -> Judgement {
    var builder = EvidenceBuilder()
    builder.luma = [200: 100]
    if let finding { builder.boundary = finding }
    builder.retouch = { tiles in
      // The shadow lies on the table as well, up to four tiles from the document.
      for row in 3..<22 {
        for column in 2..<22 { tiles.set([shadow: 100], column: column, row: row) }
      }
    }
    return UnevenLightRule().answer(builder, ["minimumLightRatio": 0.4])
  }

  // 200 is 0.578 of white's light, 128 is 0.216 and 136 is 0.246; the limit is at 0.231.
  @Test(arguments: [(UInt8(200), Outcome.pass), (140, .pass), (124, .fail), (100, .fail)])
  func turnsAtTheLimit(_ shadow: UInt8, _ outcome: Outcome) {
    #expect(answer(shadow).outcome == outcome)
  }

  @Test func showsTheShadow() {
    let answer = answer(100)
    #expect(answer.regions.count == 1)
    // Tiles of 64 pixels; the document begins at 400, 500.
    #expect(answer.regions.first == PixelRegion(x: 448, y: 512, width: 1024, height: 960))
    #expect((0.2...0.25).contains(answer.value ?? 0))
  }

  // A shadow goes on beside the document (136 is 0.43 of the light of 200, 172 is 0.72), print does
  // not; on a black desk it would not show.
  @Test(arguments: [
    (UInt8(200), UInt8(136), Outcome.fail), (200, 160, .fail), (200, 172, .pass), (200, 200, .pass),
    (20, 20, .undecided),
  ])
  func judgesADarkDocumentByWhatLiesBesideItsDarkerParts(
    _ desk: UInt8, _ beside: UInt8, _ outcome: Outcome
  ) {
    var builder = EvidenceBuilder()
    builder.luma = [desk: 100]
    builder.retouch = { tiles in
      for row in 0..<24 {
        for column in 0..<24 { tiles.set([beside: 100], column: column, row: row) }
      }
      for row in 8..<39 {
        for column in 7..<56 {
          let isDarker = row < 22 && column < 22
          tiles.set([isDarker ? 30 : 60: 95, 220: 5], column: column, row: row)
        }
      }
    }
    let answer = UnevenLightRule().answer(
      builder, ["minimumLightRatio": 0.4, "minimumMiddleLight": 0.12])
    #expect(answer.outcome == outcome)
  }

  @Test func printUpToTheEdgeIsNoShadow() {
    // A dark field of the paper's hue on a table that is lit alike all around.
    var builder = EvidenceBuilder()
    builder.luma = [200: 100]
    builder.retouch = { tiles in
      for row in 8..<22 {
        for column in 7..<22 { tiles.set([100: 100], column: column, row: row) }
      }
    }
    #expect(UnevenLightRule().answer(builder, ["minimumLightRatio": 0.4]).outcome == .pass)
    // The table below it and to its left is in shadow too.
    builder.retouch = { tiles in
      for row in 4..<22 {
        for column in 3..<22 { tiles.set([100: 100], column: column, row: row) }
      }
    }
    #expect(UnevenLightRule().answer(builder, ["minimumLightRatio": 0.4]).outcome == .fail)
  }

  @Test func paperInShadowFailsOnABlackTable() {
    var builder = EvidenceBuilder()
    builder.luma = [20: 100]
    builder.retouch = { tiles in
      for row in 8..<39 {
        for column in 7..<56 {
          tiles.set([row < 22 && column < 22 ? 100 : 200: 100], column: column, row: row)
        }
      }
    }
    #expect(UnevenLightRule().answer(builder, ["minimumLightRatio": 0.4]).outcome == .fail)
  }

  @Test func isSkippedWithoutATrustedOutline() {
    #expect(answer(100, .noEvidence).outcome == .skipped)
  }

  @Test func isUndecidedWhereTooLittleIsSeen() {
    let small = EvidenceBuilder.boundary([(400, 400), (460, 400), (460, 460), (400, 460)])
    #expect(answer(100, .found(small)).outcome == .undecided)
  }
}
