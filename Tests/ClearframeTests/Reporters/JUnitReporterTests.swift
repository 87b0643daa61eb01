import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct JUnitReporterTests {
  @Test func writesOneSuitePerFileAndOneCasePerRule() {
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="clearframe">
        <testsuite name="good.png" tests="2" failures="0" errors="0" skipped="0">
          <properties>
            <property name="profile" value="id-card"/>
            <property name="verdict" value="pass"/>
            <property name="file" value="png, 300,000 bytes, 1600 x 1000 pixels, orientation 1"/>
          </properties>
          <testcase name="file-too-small" classname="good.png"/>
          <testcase name="tilted" classname="good.png">
            <system-out>warning: Hold the camera straight. measured 5.25, limit 5, degrees</system-out>
          </testcase>
        </testsuite>
        <testsuite name="a/front.jpg" tests="3" failures="2" errors="0" skipped="1">
          <properties>
            <property name="profile" value="id-card"/>
            <property name="verdict" value="fail"/>
            <property name="file" value="jpeg, 3,121,023 bytes, 4000 x 3000 pixels, orientation 6, Acme P1, taken 2026:01:02 03:04:05"/>
            <property name="note" value="A video of 12 bytes follows the picture."/>
          </properties>
          <testcase name="glare" classname="a/front.jpg">
            <failure type="fail" message="Light reflects on the card, &quot;here&quot;; tilt it, then retake.">measured 0.031, limit 0.01, fraction of document; at x 1200, y 800, 310 x 120 pixels</failure>
          </testcase>
          <testcase name="blurred" classname="a/front.jpg">
            <failure type="undecided" message="Look at the text yourself."/>
          </testcase>
          <testcase name="screenshot" classname="a/front.jpg">
            <skipped type="skipped" message="Not asked."/>
          </testcase>
        </testsuite>
        <testsuite name="=cmd\\u{1B}[2J,\\u{A}\\u{2028}\\u{202E}.jpg" tests="1" failures="0" errors="1" skipped="0">
          <properties>
            <property name="profile" value="id-card"/>
            <property name="verdict" value="fail"/>
          </properties>
          <testcase name="readable" classname="=cmd\\u{1B}[2J,\\u{A}\\u{2028}\\u{202E}.jpg">
            <error type="unreadable" message="cannot be opened: Permission denied"/>
          </testcase>
        </testsuite>
      </testsuites>

      """
    #expect(SampleReports.run(JUnitReporter()) == expected)
  }

  @Test func countsWhatItWrites() throws {
    let xml = XMLOutline(
      SampleReports.run(JUnitReporter(), SampleReports.all + [SampleReports.hostile]))
    #expect(xml.failure == nil)
    func total(_ name: String) -> Int {
      xml["testsuite"].compactMap { Int($0.attributes[name] ?? "") }.reduce(0, +)
    }
    #expect(total("tests") == xml["testcase"].count)
    #expect(total("failures") == xml["failure"].count)
    #expect(total("errors") == xml["error"].count)
    #expect(total("skipped") == xml["skipped"].count)
  }

  @Test func hostileTextStaysText() {
    let xml = XMLOutline(SampleReports.run(JUnitReporter(), [SampleReports.hostile]))
    #expect(xml.failure == nil)
    let known: Set<String> = [
      "testsuites", "testsuite", "properties", "property", "testcase", "failure", "system-out",
    ]
    #expect(Set(xml.elements.map(\.name)) == known)
    let name = xml["testsuite"].first?.attributes["name"]
    #expect(name?.hasPrefix("</h2><script>alert(1)</script>\"'&amp;]]>\\u{1B}[2J") == true)
  }

  @Test func aStoppedRunIsAnError() {
    var summary = BatchSummary()
    summary.add(SampleReports.passing)
    summary.isComplete = false
    let reporter = JUnitReporter()
    let xml = XMLOutline(reporter.opening + reporter.closing(summary))
    #expect(xml.failure == nil)
    #expect(xml["error"].first?.attributes["message"] == "The run was stopped after 1 file.")
  }
}
