import Clearframe
import Testing

@Suite struct BatchSummaryTests {
  @Test func countsEachReportOnceByVerdict() {
    var summary = BatchSummary()
    for report in SampleReports.all { summary.add(report) }
    var undecided = SampleReports.passing
    undecided.verdict = .undecided
    summary.add(undecided)
    #expect(summary.files == 4)
    #expect(summary.passed == 1)
    #expect(summary.failed == 2)
    #expect(summary.undecided == 1)
    #expect(summary.unreadable == 1)
    #expect(summary.passedWithWarnings == 1)
  }

  @Test func skippedEntriesAddUp() {
    let skipped = SkippedEntries(hidden: 1, nonImages: 2, specialFiles: 3, repeatedFolders: 4)
    #expect(skipped.total == 10)
    #expect(SkippedEntries().total == 0)
  }
}
