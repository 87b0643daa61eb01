import Clearframe
import Testing

@Suite struct TextReporterTests {
  @Test func tellsOnlyOfBadFilesByDefault() {
    let expected = #"""
      a/front.jpg: fail
        fail glare: Light reflects on the card, "here"; tilt it, then retake.
        undecided blurred: Look at the text yourself.
      =cmd\u{1B}[2J,\u{A}\u{2028}\u{202E}.jpg: fail
        cannot be opened: Permission denied
      3 files: 1 pass (1 with warnings), 2 fail (1 unreadable), 0 undecided
      skipped: 2 hidden, 1 not a picture

      """#
    #expect(SampleReports.run(TextReporter()) == expected)
  }

  @Test func tellsEverythingWhenVerbose() {
    let reporter = TextReporter(options: ReporterOptions(isVerbose: true))
    let expected = #"""
      good.png: pass
        png, 300,000 bytes, 1600 x 1000 pixels, orientation 1
        pass file-too-small: The file is large enough. [300,000, limit 204,800, bytes]
        warning tilted: Hold the camera straight. [5.25, limit 5, degrees]
      a/front.jpg: fail
        jpeg, 3,121,023 bytes, 4000 x 3000 pixels, orientation 6, Acme P1, taken 2026:01:02 03:04:05
        fail glare: Light reflects on the card, "here"; tilt it, then retake. [0.031, limit 0.01, fraction of document]
        undecided blurred: Look at the text yourself.
        skipped screenshot: Not asked.
        note: A video of 12 bytes follows the picture.
      =cmd\u{1B}[2J,\u{A}\u{2028}\u{202E}.jpg: fail
        cannot be opened: Permission denied
      3 files: 1 pass (1 with warnings), 2 fail (1 unreadable), 0 undecided
      skipped: 2 hidden, 1 not a picture

      """#
    #expect(SampleReports.run(reporter) == expected)
  }

  @Test func colorsOnlyVerdictsAndLabels() {
    let reporter = TextReporter(options: ReporterOptions(usesColor: true))
    let text = reporter.text(for: SampleReports.failing)
    #expect(text.contains("a/front.jpg: \u{1B}[31mfail\u{1B}[0m\n"))
    #expect(text.contains("  \u{1B}[33mundecided\u{1B}[0m blurred"))
    let plain = TextReporter().text(for: SampleReports.failing)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test func saysThatARunWasStopped() {
    var summary = BatchSummary()
    summary.add(SampleReports.passing)
    summary.isComplete = false
    #expect(
      TextReporter().closing(summary)
        == "1 file: 1 pass (1 with warnings), 0 fail, 0 undecided; stopped before the end\n")
  }
}
