import Testing

@testable import Clearframe

@Suite struct PrintLightTests {
  /// What print says about the right half of a printed page.
  private func lift(_ change: (inout MockDocument) -> Void) throws -> PrintLight.Lift? {
    var document = MockDocument(paper: 0.35)
    document.print()
    change(&document)
    let cells = GlareCells(try #require(document.rectified()))
    var light = PrintLight(cells)
    let columns = cells.columns
    let patch = (0..<columns * cells.rows).filter {
      $0 % columns > columns / 2 && cells.isJudged[$0]
    }
    let border = (0..<cells.rows).map { $0 * columns + columns / 2 }
    return light.lift(core: patch, outside: [patch, border], of: cells)
  }

  @Test(arguments: [0.15, 0.3, 0.5])
  func mirroredLightLiftsPrintAsMuchAsPaper(_ added: Double) throws {
    let lift = try #require(try lift { $0.mirror { x, _ in x > 324 ? added : 0 } })
    #expect(lift.mirrored > 0.9)
    #expect(lift.matte == 0)
  }

  @Test(arguments: [1.3, 1.6, 2.2])
  func lightOnMattePaperIsScaledByIt(_ factor: Double) throws {
    let lift = try #require(try lift { $0.illuminate { x, _ in x > 324 ? factor : 1 } })
    #expect(lift.mirrored == 0)
    #expect(lift.matte > 0.2)
  }

  @Test func saysNothingWherePaperIsNoBrighter() throws {
    #expect(try lift { _ in } == nil)
  }

  @Test func saysNothingWithoutPrintInside() throws {
    let lift = try lift { document in
      document.set(300..<640, 0..<400, to: 0.6)
    }
    #expect(lift == nil)
  }
}
