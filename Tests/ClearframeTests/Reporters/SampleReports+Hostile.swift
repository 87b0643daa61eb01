import Clearframe

extension SampleReports {
  /// A report in which every text from outside tries to break out of where it is printed.
  static let hostile = Report(
    path: "</h2><script>alert(1)</script>\"'&amp;]]>\u{1B}[2J\u{FFFE}\u{202E}%41 {0} [x](y).jpg",
    profile: "<p>", verdict: .fail,
    file: FileSummary(
      bytes: 1, format: "jpeg", width: 30, height: 20, orientation: 6,
      camera: CameraFacts(make: "\"><svg onload=alert(1)>", model: "\u{0}")),
    document: DocumentSummary(
      outline: Quadrilateral(
        topLeft: PixelPoint(x: -1e300, y: 1), topRight: PixelPoint(x: 19, y: 1),
        bottomRight: PixelPoint(x: 19, y: 29), bottomLeft: PixelPoint(x: 1, y: 1e300)),
      confidence: 0.6),
    checks: [
      Check(
        rule: "glare", outcome: .fail, severity: .error, value: .infinity,
        regions: [
          PixelRegion(x: 1, y: 2, width: 3, height: 4),
          PixelRegion(x: 1, y: 2, width: 3, height: 4),
          PixelRegion(x: .max, y: .max, width: .max, height: .max),
        ], message: "<b>&\u{8}</b> {1}"),
      Check(
        rule: "tilted", outcome: .fail, severity: .warning, value: 9, limit: 5, unit: "<degrees>",
        message: "Hold it straight."),
    ],
    notes: ["--></style><img src=x>"])
}
