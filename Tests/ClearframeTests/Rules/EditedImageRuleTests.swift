import Clearframe
import Testing

@Suite struct EditedImageRuleTests {
  private func builder() -> EvidenceBuilder {
    var builder = EvidenceBuilder()
    builder.header.exif = EXIFFacts()
    builder.header.exif?.make = "Specimen"
    return builder
  }

  @Test func namesTheEditor() {
    var builder = builder()
    builder.header.exif?.software = "GIMP 2.10"
    let answer = EditedImageRule().answer(builder)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("EXIF software says \"GIMP 2.10\""))
  }

  @Test func looksIntoTheHistory() {
    var builder = builder()
    builder.header.jpeg?.xmpCreatorTool = "17.5.1"
    builder.header.jpeg?.xmpSoftwareAgent = "Adobe Photoshop 22.0 (Macintosh)"
    builder.header.exif?.processingSoftware = "digiKam-7.1"
    let answer = EditedImageRule().answer(builder)
    #expect(answer.value == 2)
    #expect(answer.message.contains("XMP history says \"Adobe Photoshop"))
    #expect(answer.message.contains("EXIF processing software says \"digiKam"))
  }

  @Test func readsTheProgramOfIPTC() {
    var builder = builder()
    builder.header.jpeg?.iptcOriginatingProgram = "Adobe Photoshop"
    let answer = EditedImageRule().answer(builder)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("IPTC program says \"Adobe Photoshop\""))
  }

  @Test(arguments: [
    ("Processed with VSCO with a6 preset", Outcome.fail), ("Created with GIMP", .fail),
    ("Edited in Adobe Photoshop Express", .fail),
    ("OLYMPUS DIGITAL CAMERA", .pass), ("We paint the fence", .pass),
    ("Edited on PicsArt", .fail), ("Drawn and edited in Microsoft Paint", .fail),
    ("Made with Adobe Illustrator", .fail),
    ("A course on Photoshop", .pass), ("Made with love in Canvas Town", .pass),
    ("Watercolour made with paint by Anna", .pass), ("Made in Paint Rock, Alabama", .pass),
    ("Drawing made by illustrator Jane Doe", .pass), ("Created by Airbrush artist", .pass),
  ])
  func believesDescriptionsThatCreditAnEditor(_ text: String, _ outcome: Outcome) {
    var builder = builder()
    builder.header.exif?.imageDescription = text
    #expect(EditedImageRule().answer(builder).outcome == outcome)
  }

  @Test func seesAnotherSizeThanTheCameraWrote() {
    var builder = builder()
    builder.header.exif?.pixelSize = PixelSize(width: 4032, height: 3024)
    let answer = EditedImageRule().answer(builder)
    #expect(answer.outcome == .fail)
    #expect(answer.message.contains("4,032 x 3,024"))
    builder.header.exif?.pixelSize = PixelSize(width: 3000, height: 4000)
    #expect(EditedImageRule().answer(builder).outcome == .pass)
  }

  @Test(arguments: [
    (PixelSize(width: 160, height: 120), Outcome.pass), (PixelSize(width: 120, height: 160), .pass),
    (PixelSize(width: 160, height: 90), .fail),
  ])
  func comparesTheThumbnailsShape(_ size: PixelSize, _ outcome: Outcome) {
    var builder = builder()
    builder.header.exif?.thumbnailSize = size
    #expect(EditedImageRule().answer(builder).outcome == outcome)
  }

  @Test(arguments: [
    (PixelSize(width: 96, height: 160), Outcome.pass), (PixelSize(width: 112, height: 160), .fail),
  ])
  func acceptsAThumbnailInWholeBlocks(_ size: PixelSize, _ outcome: Outcome) {
    var builder = builder()
    builder.header.storedSize = PixelSize(width: 1688, height: 3000)
    builder.header.exif?.thumbnailSize = size
    #expect(EditedImageRule().answer(builder).outcome == outcome)
  }

  @Test func acceptsBarsInAStandardThumbnail() {
    var builder = builder()
    builder.header.storedSize = PixelSize(width: 4000, height: 2250)
    builder.header.exif?.thumbnailSize = PixelSize(width: 160, height: 120)
    #expect(EditedImageRule().answer(builder).outcome == .pass)
  }
}
