import Clearframe
import Testing

@Suite struct CSVReporterTests {
  @Test func writesOneRowPerFileAndRule() {
    let rows = [
      "path,profile,verdict,format,bytes,width,height,orientation,rule,outcome,severity,value,"
        + "limit,unit,message,error",
      "good.png,id-card,pass,png,300000,1600,1000,1,file-too-small,pass,error,300000,204800,bytes,"
        + "The file is large enough.,",
      "good.png,id-card,pass,png,300000,1600,1000,1,tilted,fail,warning,5.25,5,degrees,"
        + "Hold the camera straight.,",
      "a/front.jpg,id-card,fail,jpeg,3121023,4000,3000,6,glare,fail,error,0.031,0.01,"
        + "fraction of document,"
        + "\"Light reflects on the card, \"\"here\"\"; tilt it, then retake.\",",
      "a/front.jpg,id-card,fail,jpeg,3121023,4000,3000,6,blurred,undecided,error,,,,"
        + "Look at the text yourself.,",
      "a/front.jpg,id-card,fail,jpeg,3121023,4000,3000,6,screenshot,skipped,warning,,,,Not asked.,",
      "\"'=cmd\u{1B}[2J,\n\u{2028}\u{202E}.jpg\",id-card,fail,,,,,,,,,,,,,"
        + "cannot be opened: Permission denied",
    ]
    #expect(SampleReports.run(CSVReporter()) == rows.map { $0 + "\r\n" }.joined())
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "=\u{301}x"])
  func disarmsFormulas(name: String) {
    var report = SampleReports.unreadable
    report.path = name
    let cell = CSVReporter().text(for: report).unicodeScalars.drop { $0 == "\"" }
    #expect(cell.first == "'")
  }

  @Test func leavesNegativeNumbersAlone() {
    var report = SampleReports.passing
    report.checks = [
      Check(rule: "tilted", outcome: .pass, severity: .error, value: -2.5, message: "Straight.")
    ]
    #expect(CSVReporter().text(for: report).contains(",-2.5,"))
  }
}
