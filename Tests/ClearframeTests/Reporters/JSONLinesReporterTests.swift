import Clearframe
import Testing

@Suite struct JSONLinesReporterTests {
  @Test func writesOneObjectPerLineInTheContractsOrder() {
    let expected = #"""
      {"schema":1,"path":"good.png","profile":"id-card","verdict":"pass","file":{"bytes":300000,"format":"png","width":1600,"height":1000,"orientation":1},"document":null,"checks":[{"rule":"file-too-small","outcome":"pass","severity":"error","value":300000,"limit":204800,"unit":"bytes","regions":[],"message":"The file is large enough."},{"rule":"tilted","outcome":"fail","severity":"warning","value":5.25,"limit":5,"unit":"degrees","regions":[],"message":"Hold the camera straight."}]}
      {"schema":1,"path":"a/front.jpg","profile":"id-card","verdict":"fail","file":{"bytes":3121023,"format":"jpeg","width":4000,"height":3000,"orientation":6,"camera":{"make":"Acme","model":"P1","captured":"2026:01:02 03:04:05"}},"document":{"corners":[[-1.5,20],[2900,25.25],[2895,1900],[3,1895]],"confidence":0.97},"checks":[{"rule":"glare","outcome":"fail","severity":"error","value":0.031,"limit":0.01,"unit":"fraction of document","regions":[{"x":1200,"y":800,"width":310,"height":120}],"message":"Light reflects on the card, \"here\"; tilt it, then retake."},{"rule":"blurred","outcome":"undecided","severity":"error","value":null,"limit":null,"unit":null,"regions":[],"message":"Look at the text yourself."},{"rule":"screenshot","outcome":"skipped","severity":"warning","value":null,"limit":null,"unit":null,"regions":[],"message":"Not asked."}],"notes":["A video of 12 bytes follows the picture."]}
      {"schema":1,"path":"=cmd\u001b[2J,\n\u2028\u202e.jpg","profile":"id-card","verdict":"fail","file":null,"document":null,"checks":[],"error":"cannot be opened: Permission denied"}

      """#
    #expect(SampleReports.run(JSONLinesReporter()) == expected)
  }
}
