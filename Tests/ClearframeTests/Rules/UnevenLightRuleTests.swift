import Clearframe
import Testing

@Suite struct UnevenLightRuleTests {
  private func answer(_ shadow: UInt8, _ finding: BoundaryFinding? = nil) -> Judgement {
    var builder = EvidenceBuilder()
    builder.luma = [200: 100]
    if let finding { builder.boundary = finding }
    builder.retouch = { tiles in
      for row in 5..<22 {
        for column in 5..<22 { tiles.set([shadow: 100], column: column, row: row) }
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

  // A shadow goes on beside the document (136 is 0.43 of the light of 200), print does not.
  @Test(arguments: [(UInt8(136), Outcome.undecided), (184, .undecided), (196, .pass), (200, .pass)])
  func judgesADarkDocumentByWhatLiesBesideItsDarkerParts(_ beside: UInt8, _ outcome: Outcome) {
    var builder = EvidenceBuilder()
    builder.luma = [200: 100]
    builder.retouch = { tiles in
      for row in 0..<24 {
        for column in 0..<24 { tiles.set([beside: 100], column: column, row: row) }
      }
      for row in 5..<42 {
        for column in 5..<58 {
          let isDarker = row < 22 && column < 22
          tiles.set([isDarker ? 30 : 60: 95, 220: 5], column: column, row: row)
        }
      }
    }
    let answer = UnevenLightRule().answer(builder, ["minimumLightRatio": 0.4])
    #expect(answer.outcome == outcome)
    #expect(answer.message.contains("dark"))
  }

  @Test func paperInShadowFailsWhateverLiesBesideIt() {
    // A shadow may end where the desk is brighter or lies lower.
    #expect(answer(100).outcome == .fail)
  }

  @Test func isSkippedWithoutATrustedOutline() {
    #expect(answer(100, .noEvidence).outcome == .skipped)
  }

  @Test func isUndecidedWhereTooLittleIsSeen() {
    let small = EvidenceBuilder.boundary([(400, 400), (460, 400), (460, 460), (400, 460)])
    #expect(answer(100, .found(small)).outcome == .undecided)
  }
}
