/// What a file's metadata say about changes after the camera.
package struct EditingEvidence: Sendable, Hashable {
  /// An editor that a tag names.
  package struct Editor: Sendable, Hashable {
    /// Which tag, in words.
    package let place: String
    /// What it says, as written.
    package let text: String
  }

  /// A fact of the camera that the picture contradicts.
  package enum Contradiction: Sendable, Hashable {
    /// The EXIF block was written for a picture of another size.
    case pixelSize(claimed: PixelSize, actual: PixelSize)
    /// The thumbnail has another shape than the picture.
    case thumbnail(thumbnail: PixelSize, actual: PixelSize)
  }

  /// The editors named.
  package private(set) var editors: [Editor] = []
  /// The contradictions found.
  package private(set) var contradictions: [Contradiction] = []

  /// The least difference in aspect ratio, as a share, that counts as another crop; rounding a
  /// thumbnail of 160 pixels to whole and even numbers changes its ratio by up to 2 %.
  private static let aspectTolerance = 0.05

  package init(_ header: ImageHeader) {
    readNames(header)
    guard let size = header.storedSize else { return }
    readSizes(header, size: size)
  }

  private mutating func readNames(_ header: ImageHeader) {
    var values: [(place: String, text: String?)] = [
      ("EXIF software", header.exif?.software),
      ("EXIF processing software", header.exif?.processingSoftware),
      ("XMP creator tool", header.jpeg?.xmpCreatorTool ?? header.png?.xmpCreatorTool),
      ("XMP history", header.jpeg?.xmpSoftwareAgent ?? header.png?.xmpSoftwareAgent),
      ("IPTC program", header.jpeg?.iptcOriginatingProgram),
      ("EXIF comment", header.exif?.userComment),
    ]
    for entry in header.png?.texts ?? []
    where ["software", "source", "creator", "comment", "creatortool"].contains(
      entry.keyword.lowercased())
    {
      values.append(("PNG text \(entry.keyword)", entry.text))
    }
    for (place, text) in values {
      guard let text, EditingSoftware.isNamed(in: text) else { continue }
      editors.append(Editor(place: place, text: text))
    }
    // People write captions, where names of programs are words like others: paint, canvas, affinity.
    if let text = header.exif?.imageDescription, EditingSoftware.isCredited(in: text) {
      editors.append(Editor(place: "EXIF description", text: text))
    }
    if header.jpeg?.applicationSegments.contains(where: { $0.hasPrefix("APP12 Ducky") }) == true {
      editors.append(Editor(place: "segment APP12", text: "Ducky, Photoshop's export for the web"))
    }
  }

  private mutating func readSizes(_ header: ImageHeader, size: PixelSize) {
    if let claimed = header.exif?.pixelSize, header.hasCameraFacts,
      claimed != size, claimed != PixelSize(width: size.height, height: size.width)
    {
      contradictions.append(.pixelSize(claimed: claimed, actual: size))
    }
    if let thumbnail = header.exif?.thumbnailSize, thumbnail.width > 0, thumbnail.height > 0,
      !Self.isStandardThumbnail(thumbnail), !Self.isRounded(thumbnail, from: size)
    {
      let ratio = Self.aspect(thumbnail) / Self.aspect(size)
      if abs(ratio - 1) > Self.aspectTolerance, abs(1 / ratio - 1) > Self.aspectTolerance {
        contradictions.append(.thumbnail(thumbnail: thumbnail, actual: size))
      }
    }
  }

  /// Cameras put pictures of any shape into a 4:3 thumbnail with bars (DCF: 160 x 120).
  private static func isStandardThumbnail(_ size: PixelSize) -> Bool {
    size.longSide * 3 == min(size.width, size.height) * 4
  }

  /// Some phones round a thumbnail's short side to whole blocks of a JPEG: 160 x 96 for 16:9.
  private static func isRounded(_ thumbnail: PixelSize, from size: PixelSize) -> Bool {
    let short = min(thumbnail.width, thumbnail.height)
    guard short % 16 == 0 else { return false }
    return abs(Double(thumbnail.longSide) / aspect(size) - Double(short)) < 16
  }

  /// Long over short side, so that turning does not count.
  private static func aspect(_ size: PixelSize) -> Double {
    Double(size.longSide) / Double(min(size.width, size.height))
  }
}
