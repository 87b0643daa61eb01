import Clearframe
import ClearframeTestSupport
import Foundation
import Testing

@Suite struct ScreenRecaptureRuleTests {
  private let limits = [
    "maximumBeatShare": 0.2, "maximumColorGridShare": 0.3, "maximumGridShare": 0.6,
    "maximumLatticeShare": 0.75, "maximumSquareGridShare": 0.14,
    "maximumCrossHeight": 3.9,
  ]

  /// Noise, with coloured fringes of an amplitude, whose red is `phase` ahead of their blue.
  private func answer(fringes: Double, phase: Double, seed: UInt64 = 9) -> Judgement {
    var random = SeededGenerator(seed: seed)
    let size = PixelSize(width: 320, height: 256)
    var luma: [UInt8] = []
    var blue: [UInt8] = []
    var red: [UInt8] = []
    for index in 0..<size.width * size.height {
      let angle = Double(index % size.width) * 0.9 + Double(index / size.width) * 0.5
      luma.append(UInt8(120 + random.next() % 9))
      blue.append(UInt8(126 + Double(random.next() % 5) + fringes * sin(angle)))
      red.append(UInt8(126 + Double(random.next() % 5) + fringes * sin(angle + phase)))
    }
    let header = EvidenceBuilder().header
    let evidence = Evidence(
      path: "a.jpg", header: header, exceededLimit: nil, decode: DecodeOutcome(),
      measurements: Measurements(
        header: header,
        analysis: PictureAnalysis(
          working: WorkingImage(
            storedSize: size, factor: 1, luma: luma, chromaBlue: blue, chromaRed: red),
          tiles: TileGrid(storedSize: size), decodedRows: size.height)))
    return ScreenRecaptureRule().judge(evidence, limits: RuleLimits(limits))
  }

  @Test func failsColouredFringes() {
    let answer = answer(fringes: 6, phase: 2)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("fringes"))
  }

  /// Print in one ink and cloth of two yarns: colour goes to and fro between two.
  @Test(arguments: [0, Double.pi]) func passesFringesOfTwoColours(phase: Double) {
    let answer = answer(fringes: 6, phase: phase)
    #expect(answer.outcome == .pass)
    #expect(answer.value == 0)
  }

  /// Coloured beats and patterns are one thing at two scales: what one leaves of its limit is all
  /// that the other may use up.
  @Test(arguments: [
    (0.15, 0.0, Outcome.pass), (0.15, 0.06, .pass), (0.15, 0.09, .fail), (0, 0.31, .fail),
  ])
  func addsColouredBeatsAndPatterns(beats: Double, patterns: Double, outcome: Outcome) {
    let header = EvidenceBuilder().header
    let size = PixelSize(width: 8, height: 8)
    let gray = [UInt8](repeating: 128, count: 64)
    let measurements = Measurements(
      header: header,
      analysis: PictureAnalysis(
        working: WorkingImage(
          storedSize: size, factor: 1, luma: gray, chromaBlue: gray, chromaRed: gray),
        tiles: TileGrid(storedSize: size), decodedRows: 8))
    measurements.recaptureSignals = RecaptureSignals(
      beatShare: beats, beatCount: 40, colorGridShare: patterns, gridCount: 25)
    let answer = ScreenRecaptureRule().judge(
      Evidence(
        path: "a.jpg", header: header, exceededLimit: nil, decode: DecodeOutcome(),
        measurements: measurements), limits: RuleLimits(limits))
    #expect(answer.outcome == outcome)
    #expect(answer.message.contains("coloured grid") == (outcome == .fail))
  }

  /// Noise over a pattern of rows and columns with a pitch each, in pixels.
  private func answer(across: Float, down: Float) -> Judgement {
    var random = SeededGenerator(seed: 12)
    let size = PixelSize(width: 768, height: 640)
    func wave(_ place: Int, _ pitch: Float) -> Float { cos(2 * Float.pi * Float(place) / pitch) }
    var luma: [UInt8] = []
    for row in 0..<size.height {
      for column in 0..<size.width {
        let noise = Float(random.next() % 1000) / 250 - 2
        let pattern = wave(column, across) + wave(row, down)
        luma.append(UInt8((150 + noise + 1.5 * pattern).rounded()))
      }
    }
    let header = EvidenceBuilder().header
    let gray = [UInt8](repeating: 150, count: 64)
    return ScreenRecaptureRule().judge(
      Evidence(
        path: "a.jpg", header: header, exceededLimit: nil, decode: DecodeOutcome(),
        measurements: Measurements(
          header: header,
          analysis: PictureAnalysis(
            working: WorkingImage(
              storedSize: PixelSize(width: 8, height: 8), factor: 1, luma: gray, chromaBlue: gray,
              chromaRed: gray),
            tiles: TileGrid(storedSize: size), decodedRows: size.height,
            patches: PatchSet(luma: luma, size: size)))), limits: RuleLimits(limits))
  }

  @Test func failsAnUprightDisplay() {
    let answer = answer(across: 2.9, down: 2.9)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("a fine square grid"))
  }

  @Test func passesThreadsOfTwoPitches() {
    let answer = answer(across: 2.9, down: 3.5)
    #expect(!answer.message.contains("square grid"))
  }

  @Test func passesNoise() {
    let answer = answer(fringes: 0, phase: 2)
    #expect(answer.outcome == .pass)
    #expect(answer.value == 0)
  }

  @Test func onlyProfilesThatAskKeepSquares() {
    #expect(Profile.idCard.needsPatches)
    var rules = Profile.idCard.rules
    rules.removeAll { ["screen-recapture", "screenshot"].contains($0.rule) }
    let without = Profile(name: "plain", summary: "", rules: rules)
    #expect(!without.needsPatches)
  }
}
