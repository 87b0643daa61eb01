import Clearframe

/// Reports made by hand that between them use every field and every awkward value.
enum SampleReports {
  static let passing = Report(
    path: "good.png", profile: "id-card", verdict: .pass,
    file: FileSummary(bytes: 300_000, format: "png", width: 1600, height: 1000),
    checks: [
      Check(
        rule: "file-too-small", outcome: .pass, severity: .error, value: 300_000, limit: 204_800,
        unit: "bytes", message: "The file is large enough."),
      Check(
        rule: "tilted", outcome: .fail, severity: .warning, value: 5.25, limit: 5, unit: "degrees",
        message: "Hold the camera straight."),
    ])

  static let failing = Report(
    path: "a/front.jpg", profile: "id-card", verdict: .fail,
    file: FileSummary(
      bytes: 3_121_023, format: "jpeg", width: 4000, height: 3000, orientation: 6,
      camera: CameraFacts(make: "Acme", model: "P1", captured: "2026:01:02 03:04:05")),
    document: DocumentSummary(
      outline: Quadrilateral(
        topLeft: PixelPoint(x: -1.5, y: 20), topRight: PixelPoint(x: 2900, y: 25.25),
        bottomRight: PixelPoint(x: 2895, y: 1900), bottomLeft: PixelPoint(x: 3, y: 1895)),
      confidence: 0.97),
    checks: [
      Check(
        rule: "glare", outcome: .fail, severity: .error, value: 0.031, limit: 0.01,
        unit: "fraction of document",
        regions: [PixelRegion(x: 1200, y: 800, width: 310, height: 120)],
        message: "Light reflects on the card, \"here\"; tilt it, then retake."),
      Check(
        rule: "blurred", outcome: .undecided, severity: .error, value: .nan,
        message: "Look at the text yourself."),
      Check(
        rule: "screenshot", outcome: .skipped, severity: .warning, message: "Not asked."),
    ],
    notes: ["A video of 12 bytes follows the picture."])

  static let unreadable = Report(
    path: "=cmd\u{1B}[2J,\n\u{2028}\u{202E}.jpg", profile: "id-card", verdict: .fail, file: nil,
    checks: [], error: "cannot be opened: Permission denied")

  static let all = [passing, failing, unreadable]

  /// What a run over all of them prints.
  static func run(_ reporter: any Reporter, _ reports: [Report] = all) -> String {
    var summary = BatchSummary()
    summary.skipped = SkippedEntries(hidden: 2, nonImages: 1)
    var text = reporter.opening
    var hasPrintedText = false
    for report in reports {
      summary.add(report)
      let printed = reporter.text(for: report)
      guard !printed.isEmpty else { continue }
      text += hasPrintedText ? reporter.separator + printed : printed
      hasPrintedText = true
    }
    return text + reporter.closing(summary)
  }
}
