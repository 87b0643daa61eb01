import Clearframe
import Foundation
import Testing

@testable import accuracy

struct PolygonTests {
  private static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double)
    -> Polygon
  {
    Polygon(points: [
      PixelPoint(x: x, y: y), PixelPoint(x: x + width, y: y),
      PixelPoint(x: x + width, y: y + height), PixelPoint(x: x, y: y + height),
    ])
  }

  @Test func equalOutlinesOverlapWholly() {
    let outline = Self.rectangle(3, 4, 50, 20)
    #expect(abs(Polygon.jaccard(outline, outline) - 1) < 1e-12)
  }

  @Test func halfShiftedSquaresShareAThird() {
    let overlap = Polygon.jaccard(Self.rectangle(0, 0, 10, 10), Self.rectangle(5, 0, 10, 10))
    #expect(abs(overlap - 1.0 / 3) < 1e-12)
  }

  @Test func theOrderOfCornersDoesNotMatter() {
    let outline = Self.rectangle(0, 0, 10, 10)
    let reversed = Polygon(points: outline.points.reversed())
    #expect(abs(Polygon.jaccard(outline, reversed) - 1) < 1e-12)
    #expect(abs(Polygon.jaccard(reversed, outline) - 1) < 1e-12)
  }

  @Test func apartOutlinesDoNotOverlap() {
    #expect(
      Polygon.jaccard(Self.rectangle(0, 0, 10, 10), Self.rectangle(20, 20, 5, 5)) == 0)
  }
}

struct RuleTallyTests {
  @Test func countsEveryAnswerInItsPlace() {
    var tally = RuleTally()
    tally.add(truth: .defect, outcome: "fail", value: 9)
    tally.add(truth: .defect, outcome: "pass", value: 2)
    tally.add(truth: .defect, outcome: "undecided", value: 5)
    tally.add(truth: .sound, outcome: "pass", value: 1)
    tally.add(truth: .sound, outcome: "fail", value: 6)
    tally.add(truth: .sound, outcome: "skipped", value: nil)
    #expect(tally.count == 6)
    #expect(tally.precision == 0.5)
    #expect(tally.recall == 1.0 / 3)
    #expect(tally.undecidedShare == 1.0 / 6)
    #expect(tally.rocArea(isLargerWorse: true) == 4.0 / 6)
    #expect(tally.rocArea(isLargerWorse: false) == 2.0 / 6)
  }

  @Test func nothingToCountGivesNoFigure() {
    let tally = RuleTally()
    #expect(tally.precision == nil)
    #expect(tally.recall == nil)
    #expect(tally.rocArea(isLargerWorse: true) == nil)
  }
}

struct CSVTableTests {
  @Test func readsQuotedCellsAndBothLineEnds() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("clearframe-" + UUID().uuidString + ".csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "path,note\r\n\"a,b\",\"say \"\"no\"\"\"\nc,\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    let table = try CSVTable(contentsOf: path)
    #expect(table.columns == ["path", "note"])
    #expect(
      table.rows == [["path": "a,b", "note": "say \"no\""], ["path": "c", "note": ""]])
  }

  @Test func aShortRowIsAnError() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("clearframe-" + UUID().uuidString + ".csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "path,note\nalone\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: AccuracyError.self) { try CSVTable(contentsOf: path) }
  }
}

struct ScoreboardTests {
  @Test func aPeersTableIsCountedLikeAReport() {
    var board = Scoreboard(name: "peer")
    let outline = [
      "x0": "0", "y0": "0", "x1": "10", "y1": "0", "x2": "10", "y2": "10", "x3": "0",
      "y3": "10",
    ]
    let answer = Answer(
      peerRow: outline.merging(["glare": "fail", "glare.value": "0.2"]) { first, _ in first })
    board.add(
      answer,
      labels: outline.merging(["glare": "yes", "complete": "yes"]) { first, _ in first })
    #expect(board.tallies["glare"]?.trueFails == 1)
    #expect(board.overlaps.map(\.jaccard) == [1])
  }

  @Test func onlyPicturesWithoutAnyDefectAreClean() {
    #expect(Scoreboard.isClean(["glare": "no", "complete": "yes", "blurry": "no"]))
    #expect(!Scoreboard.isClean(["glare": "unsure", "complete": "yes"]))
    #expect(!Scoreboard.isClean(["glare": "no", "recapture": "copy"]))
    #expect(!Scoreboard.isClean(["path": "a.jpg"]))
  }

  @Test func dotsPerInchBelowTheProfilesLimitAreADefect() throws {
    func label(_ row: [String: String], _ profile: Profile = .idCard) -> String? {
      ResolutionLabel.completing(row, for: profile)["low_resolution"]
    }
    // The shipped profile asks for 150.
    #expect(label(["effective_dpi": "132"]) == "yes")
    #expect(label(["effective_dpi": "147"]) == "unsure")
    #expect(label(["effective_dpi": "301"]) == "no")
    #expect(label(["effective_dpi": "90", "low_resolution": "no"]) == "no")
    #expect(label(["effective_dpi": "90"], .document) == nil)
    #expect(label(["effective_dpi": ""]) == nil)
    let low = ResolutionLabel.completing(["glare": "no", "effective_dpi": "90"], for: .idCard)
    #expect(!Scoreboard.isClean(low))
  }
}

struct OutputFileTests {
  @Test func aLinkStaysALinkAndItsTargetIsWritten() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("clearframe-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appendingPathComponent("target.txt").path
    let link = folder.appendingPathComponent("link.txt").path
    try "a longer text than the new one".write(toFile: target, atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    try OutputFile.write("new", to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "new")
  }
}
