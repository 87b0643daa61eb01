import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct HTMLReporterTests {
  @Test func isWellFormedAndTellsOfEveryFile() throws {
    let page = XMLOutline(SampleReports.run(HTMLReporter()))
    #expect(page.failure == nil)
    #expect(page["article"].map { $0.attributes["class"] } == ["pass", "fail", "fail"])
    #expect(page["bdi"].map(\.text).prefix(2) == ["good.png", "a/front.jpg"])
    let section = try #require(page["section"].first?.text)
    #expect(section.contains("3 files: 1 pass (1 with warnings), 2 fail (1 unreadable)"))
    #expect(section.contains("skipped: 2 hidden, 1 not a picture"))
    #expect(page.elements.contains { $0.text == "cannot be opened: Permission denied" })
    #expect(page["li"].contains { $0.text == "note: A video of 12 bytes follows the picture." })
  }

  @Test func listsReasonsAndFoldsAwayTheRest() {
    let page = XMLOutline(SampleReports.run(HTMLReporter(), [SampleReports.failing]))
    let reasons = page["li"].filter { $0.ancestors.last == "ol" }
    #expect(reasons.map { $0.attributes["class"] } == ["fail", "undecided"])
    #expect(
      reasons.first?.text == "fail glare: Light reflects on the card, \"here\"; tilt it, then "
        + "retake. [0.031, limit 0.01, fraction of document]")
    let folded = page["li"].filter { $0.ancestors.contains("details") }
    #expect(folded.map(\.text) == ["skipped screenshot: Not asked."])
  }

  @Test func drawsPlacesOverTheUprightFrame() throws {
    let page = XMLOutline(SampleReports.run(HTMLReporter(), [SampleReports.failing]))
    let drawing = try #require(page["svg"].first)
    // The corner that lies 1.5 pixels outside is inside the drawing, with a hundredth of room.
    #expect(drawing.attributes["viewBox"] == "-41.5 -40 3081.5 4080")
    let rectangles = page["rect"].map(\.attributes)
    #expect(rectangles.first == ["width": "3000", "height": "4000"])
    #expect(
      rectangles.last == ["x": "1200", "y": "800", "width": "310", "height": "120"])
    #expect(
      page["polygon"].first?.attributes["points"] == "-1.5,20 2900,25.3 2895,1900 3,1895")
    // The number is that of the reason in the list.
    #expect(page["text"].map(\.text) == ["1"])
  }

  @Test func drawsNothingWhereThereIsNothingToShow() {
    for report in [SampleReports.passing, SampleReports.unreadable] {
      #expect(!HTMLReporter().text(for: report).contains("<svg"))
    }
    var report = SampleReports.hostile
    report.document?.outline.topLeft.x = .nan
    report.checks = []
    #expect(!HTMLReporter().text(for: report).contains("<svg"))
  }

  @Test func loadsAndRunsNothing() {
    let text = SampleReports.run(HTMLReporter(), SampleReports.all + [SampleReports.hostile])
    let page = XMLOutline(text)
    #expect(page.failure == nil)
    let loading: Set<String> = ["script", "img", "image", "link", "iframe", "object", "use", "a"]
    #expect(loading.isDisjoint(with: page.elements.map(\.name)))
    for element in page.elements {
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0.hasSuffix("href") })
      #expect(element.attributes["src"] == nil)
    }
    #expect(!text.contains("url(") && !text.contains("@import"))
    let policy = page["meta"].compactMap { $0.attributes["content"] }
    #expect(policy.contains("default-src 'none'; style-src 'unsafe-inline'"))
  }

  @Test func hostileTextStaysText() throws {
    let page = XMLOutline(SampleReports.run(HTMLReporter(), [SampleReports.hostile]))
    let name = try #require(page["bdi"].first?.text)
    #expect(name.hasPrefix("</h2><script>alert(1)</script>\"'&amp;]]>\\u{1B}[2J\\u{FFFE}\\u{202E}"))
    // Corners far outside do not shrink the frame to nothing.
    #expect(page["svg"].first?.attributes["viewBox"] == "-7.8 -0.3 28.1 38.1")
  }
}
