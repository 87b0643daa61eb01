import Clearframe
import Testing

@Suite struct UnsupportedFormatRuleTests {
  let rule = UnsupportedFormatRule()

  @Test(arguments: [FileFormat.jpeg, .png])
  func passesJPEGAndPNG(_ format: FileFormat) {
    let answer = rule.answer(EvidenceBuilder(format))
    #expect(answer.outcome == .pass)
    #expect(answer.message.contains(format == .jpeg ? "JPEG" : "PNG"))
  }

  @Test(arguments: [
    (FileFormat.heic, "HEIC"), (.avif, "AVIF"), (.webp, "WebP"), (.gif, "GIF"), (.bmp, "BMP"),
    (.tiff, "TIFF"), (.pdf, "PDF"), (.mp4, "video"), (.zip, "ZIP"), (.xml, "XML"),
    (.text, "plain text"), (.empty, "empty"), (.unknown, "no known"),
  ])
  func failsOtherFormatsByName(_ format: FileFormat, _ word: String) {
    let answer = rule.answer(EvidenceBuilder(format, byteCount: format == .empty ? 0 : 500))
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains(word))
  }

  @Test func everyFormatIsCovered() {
    for format in FileFormat.allCases {
      let expected: Outcome = format == .jpeg || format == .png ? .pass : .fail
      #expect(rule.answer(EvidenceBuilder(format)).outcome == expected, "\(format)")
    }
  }

  @Test(arguments: [
    (JPEGFacts.Process.lossless, 8, "lossless"), (.hierarchical, 8, "hierarchical"),
    (.arithmetic, 8, "arithmetic"), (.extendedSequential, 12, "12 bits"),
    (.progressive, 12, "12 bits"),
  ])
  func failsKindsThatReadersLack(_ process: JPEGFacts.Process, _ precision: Int, _ word: String) {
    var builder = EvidenceBuilder()
    builder.header.jpeg?.process = process
    builder.header.jpeg?.precision = precision
    let answer = rule.answer(builder)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains(word))
  }

  @Test(arguments: [JPEGFacts.Process.baseline, .extendedSequential, .progressive])
  func passesOrdinaryKinds(_ process: JPEGFacts.Process) {
    var builder = EvidenceBuilder()
    builder.header.jpeg?.process = process
    #expect(rule.answer(builder).outcome == .pass)
  }

  @Test func leavesAMissingFrameHeaderToOtherRules() {
    var builder = EvidenceBuilder()
    builder.header.jpeg?.process = nil
    builder.header.jpeg?.precision = 0
    #expect(rule.answer(builder).outcome == .pass)
  }

  @Test func failsApplesPrivatePNG() {
    var builder = EvidenceBuilder(.png)
    builder.header.png?.isAppleOptimized = true
    #expect(rule.answer(builder).outcome == .fail)
  }

  @Test func failsWhatTheDecoderLacks() {
    var builder = EvidenceBuilder()
    builder.decode?.unsupportedReason = "five colour components"
    let answer = rule.answer(builder)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("five colour components"))
  }
}
