import Clearframe
import Testing

@Suite struct ExtensionMismatchRuleTests {
  let rule = ExtensionMismatchRule()

  private func answer(_ path: String, _ format: FileFormat) -> Judgement {
    var builder = EvidenceBuilder(format)
    builder.path = path
    return rule.answer(builder)
  }

  @Test(arguments: [
    ("a.jpg", FileFormat.jpeg), ("a.JPG", .jpeg), ("a.Jpeg", .jpeg), ("a.jpe", .jpeg),
    ("a.jfif", .jpeg), ("a.png", .png), ("a.PNG", .png), ("a.b.c/d.e.png", .png),
    ("a.png/b.jpg", .jpeg), ("a.heic", .heic), ("证件.jpg", .jpeg),
  ])
  func passesWhereNameAndContentAgree(_ path: String, _ format: FileFormat) {
    #expect(answer(path, format).outcome == .pass)
  }

  @Test(arguments: [
    ("a.png", FileFormat.jpeg, ".jpg"), ("a.jpg", .png, ".png"), ("a.JPEG", .png, ".png"),
    ("a.heic", .jpeg, ".jpg"), ("a.jpg", .heic, "HEIC"), ("a.png", .webp, "WebP"),
    ("a.jpg", .unknown, "no known format"), ("a.pdf", .jpeg, ".jpg"), ("a.jpg", .pdf, "PDF"),
  ])
  func failsWhereTheyDiffer(_ path: String, _ format: FileFormat, _ word: String) {
    let answer = answer(path, format)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains(word), "\(answer.message)")
  }

  @Test(arguments: [
    "-", "photo", "folder.png/photo", ".jpg", "folder/.png", "photo.", "photo.upload", "",
  ])
  func skipsNamesThatSayNothing(_ path: String) {
    #expect(answer(path, .jpeg).outcome == .skipped)
  }

  @Test func skipsAnEmptyFile() {
    #expect(answer("a.jpg", .empty).outcome == .skipped)
  }

  @Test func showsAHostileExtensionHarmlessly() {
    let answer = answer("a.\u{1B}[2J" + String(repeating: "x", count: 500), .jpeg)
    #expect(answer.outcome == .skipped)
    #expect(!answer.message.contains("\u{1B}"))
    #expect(answer.message.count < 120)
  }
}
