import Clearframe
import Testing

@Suite struct JudgeTests {
  private func report(_ builder: EvidenceBuilder, _ profile: Profile = .idCard) -> Report {
    Judge.report(evidence: builder.evidence, profile: profile)
  }

  private func outcome(_ rule: String, in report: Report) -> Outcome? {
    report.checks.first { $0.rule == rule }?.outcome
  }

  private func expectOneCheckPerRule(_ report: Report, _ profile: Profile) {
    #expect(report.checks.map(\.rule) == profile.activeRules.map(\.rule))
    #expect(report.checks.map(\.severity) == profile.activeRules.map(\.severity))
    #expect(report.checks.allSatisfy { $0.message.hasSuffix(".") && $0.message.count > 10 })
    #expect(report.profile == profile.name)
  }

  @Test(arguments: Profile.shipped)
  func aGoodPhotoPassesEveryRule(_ profile: Profile) {
    let report = report(EvidenceBuilder(), profile)
    expectOneCheckPerRule(report, profile)
    // The evidence was made without a face model.
    #expect(
      report.checks.allSatisfy { $0.outcome == ($0.rule.hasPrefix("face-") ? .skipped : .pass) })
    #expect(report.verdict == .pass)
    #expect(report.error == nil)
    #expect(report.notes.isEmpty)
    #expect(report.path == "photos/front.jpg")
    #expect(
      report.file
        == FileSummary(bytes: 3_121_023, format: "jpeg", width: 4000, height: 3000))
  }

  @Test func reportsTheOutlineUpright() throws {
    var builder = EvidenceBuilder()
    builder.header.orientation = .right
    let document = try #require(report(builder).document)
    #expect(document.confidence == 0.99)
    #expect(
      document.outline.corners.map { [$0.x, $0.y] }
        == [[500, 400], [2500, 400], [2500, 3600], [500, 3600]])
  }

  @Test(arguments: [(0.5, true), (0.49, false)])
  func reportsATrustedOutlineOnly(_ confidence: Double, _ isReported: Bool) {
    var builder = EvidenceBuilder()
    builder.boundary = .found(EvidenceBuilder.boundary(confidence: confidence))
    #expect((report(builder).document != nil) == isReported)
    #expect(report(builder, .portrait).document == nil)
  }

  @Test func aWarningLeavesTheVerdictAlone() {
    var builder = EvidenceBuilder(.png)
    builder.path = "a.jpg"
    let report = report(builder)
    #expect(outcome("extension-mismatch", in: report) == .fail)
    #expect(report.verdict == .pass)
  }

  @Test func anErrorFails() {
    let report = report(EvidenceBuilder(byteCount: 204_800))
    #expect(outcome("file-too-small", in: report) == .fail)
    #expect(report.verdict == .fail)
    #expect(report.error == nil)
  }

  @Test func rulesThatAreOffDoNotAppear() throws {
    var profile = Profile.idCard
    try profile.setSeverity(.off, of: "file-too-small")
    let report = report(EvidenceBuilder(byteCount: 10), profile)
    expectOneCheckPerRule(report, profile)
    #expect(outcome("file-too-small", in: report) == nil)
    #expect(report.verdict == .pass)
  }

  @Test func verdictsFollowErrorRulesOnly() {
    func check(_ outcome: Outcome, _ severity: Severity) -> Check {
      Check(rule: "r", outcome: outcome, severity: severity, message: "m")
    }
    #expect(Judge.verdict(of: []) == .pass)
    #expect(Judge.verdict(of: [check(.skipped, .error), check(.pass, .error)]) == .pass)
    #expect(Judge.verdict(of: [check(.undecided, .error), check(.pass, .error)]) == .undecided)
    #expect(Judge.verdict(of: [check(.undecided, .error), check(.fail, .error)]) == .fail)
    #expect(Judge.verdict(of: [check(.fail, .warning), check(.undecided, .warning)]) == .pass)
  }

  @Test(arguments: [FileFormat.heic, .empty, .text, .unknown])
  func otherFormatsFailWithReasonsForEachRule(_ format: FileFormat) {
    var builder = EvidenceBuilder(format, byteCount: 300_000)
    builder.path = "a.jpg"
    let report = report(builder)
    expectOneCheckPerRule(report, .idCard)
    #expect(report.verdict == .fail)
    #expect(outcome("unsupported-format", in: report) == .fail)
    for rule in [
      "truncated-file", "corrupt-file", "decoder-limit", "resolution-too-low", "too-dark",
      "too-bright",
    ] {
      let check = report.checks.first { $0.rule == rule }
      #expect(check?.outcome == .skipped)
      #expect(check?.message == "Not judged: the file is neither a JPEG nor a PNG.")
    }
    #expect(report.file?.format == format.rawValue)
    #expect(report.file?.width == nil)
  }

  @Test func aPictureOverALimitIsJudgedByItsHeader() {
    var builder = EvidenceBuilder()
    builder.exceededLimit = ExceededLimit(
      subject: "pixels", value: 4e9, limit: 2e8, unit: "pixels")
    builder.decode = nil
    builder.luma = nil
    let report = report(builder)
    #expect(report.verdict == .fail)
    #expect(outcome("decoder-limit", in: report) == .fail)
    #expect(outcome("resolution-too-low", in: report) == .pass)
    #expect(outcome("too-dark", in: report) == .skipped)
    #expect(outcome("corrupt-file", in: report) == .skipped)
  }

  @Test(arguments: [(1500, Outcome.skipped), (1501, .pass), (0, .skipped)])
  func aCutPictureIsMeasuredOnlyWhereMoreThanHalfCameOut(_ rows: Int, _ expected: Outcome) {
    var builder = EvidenceBuilder()
    builder.decode?.decodedRows = rows
    builder.decode?.findings = [
      IntegrityFinding(kind: .truncated, offset: 9_000, message: "premature end")
    ]
    let report = report(builder)
    #expect(report.verdict == .fail)
    #expect(outcome("too-dark", in: report) == expected)
    #expect(outcome("truncated-file", in: report) == .fail)
    #expect(outcome("resolution-too-low", in: report) == .pass)
  }

  /// A profile in which nothing that looks at the file's wholeness is an error.
  private func lenientProfile() throws -> Profile {
    var profile = Profile.idCard
    for rule in [
      "unsupported-format", "truncated-file", "corrupt-file", "decoder-limit",
    ] {
      try profile.setSeverity(rule == "corrupt-file" ? .warning : .off, of: rule)
    }
    return profile
  }

  @Test func whatCannotBeDecodedFailsUnderEveryProfile() throws {
    let profile = try lenientProfile()
    var undecodable = EvidenceBuilder()
    undecodable.decode?.decodedRows = 0
    undecodable.luma = nil
    var unsupported = EvidenceBuilder()
    unsupported.decode?.unsupportedReason = "12 bits per sample"
    unsupported.luma = nil
    var limited = EvidenceBuilder()
    limited.decode = nil
    limited.luma = nil
    limited.exceededLimit = ExceededLimit(
      subject: "pixels", value: 4e9, limit: 2e8, unit: "pixels")
    var headless = EvidenceBuilder()
    headless.header.storedSize = nil
    headless.decode = nil
    headless.luma = nil
    let heic = EvidenceBuilder(.heic)
    for builder in [undecodable, unsupported, limited, headless, heic] {
      let report = report(builder, profile)
      expectOneCheckPerRule(report, profile)
      #expect(report.verdict == .fail)
      #expect(report.error?.hasPrefix("The picture could not be judged: ") == true)
    }
    #expect(self.report(EvidenceBuilder(), profile).verdict == .pass)
  }

  @Test func anUnreadableFileSkipsEveryRule() {
    let report = Judge.unreadable(
      path: "a.jpg", profile: .document, reason: "The file cannot be opened: Permission denied.")
    expectOneCheckPerRule(report, .document)
    #expect(report.verdict == .fail)
    #expect(report.file == nil)
    #expect(report.error == "The file cannot be opened: Permission denied.")
    #expect(report.checks.allSatisfy { $0.outcome == .skipped })
    #expect(report.checks.allSatisfy { $0.message.contains("Permission denied") })
  }

  @Test func notesSayWhatIsWorthKnowing() {
    var builder = EvidenceBuilder(.png)
    builder.header.trailers = [FileTrailer(kind: .motionPhoto, offset: 3_000, byteCount: 2_000)]
    builder.header.png?.animationFrameCount = 3
    builder.header.findings = [
      IntegrityFinding(kind: .quirk, offset: 40, message: "odd SOS parameters", count: 2)
    ]
    builder.decode?.isCompositedOnWhite = true
    #expect(
      report(builder).notes == [
        "The video of a Motion Photo follows the picture (2,000 bytes from byte 3,000 on).",
        "Transparent parts were put on white before the picture was judged.",
        "The file is an animation of 3 frames; only the still picture was judged.",
        "A harmless oddity at byte 40: odd SOS parameters (2 times).",
      ])
  }

  @Test func cameraFactsComeFromTheMetadata() {
    var builder = EvidenceBuilder()
    #expect(report(builder).file?.camera == nil)
    var exif = EXIFFacts()
    exif.make = "Maker"
    exif.model = "Model"
    exif.captured = "2026:01:02 03:04:05"
    builder.header.exif = exif
    builder.header.orientation = .right
    builder.header.jpeg?.xmpCreatorTool = "Editor 1.0"
    let file = report(builder).file
    #expect(
      file?.camera
        == CameraFacts(
          make: "Maker", model: "Model", software: "Editor 1.0",
          captured: "2026:01:02 03:04:05"))
    #expect(file?.orientation == 6)
    #expect(file?.width == 4000 && file?.height == 3000)
  }
}
