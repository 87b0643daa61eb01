/// Fails files that are not JPEG or PNG by content, and kinds of both that portals cannot open.
package struct UnsupportedFormatRule: Rule {
  package let description = RuleDescription(
    name: "unsupported-format",
    summary: "The file is neither a JPEG nor a PNG, or a kind of them that cannot be opened.",
    why: """
      The portal takes JPG and PNG only. Phones save other formats under ordinary names: HEIC on \
      iPhones, WebP in browsers and messengers. The portal refuses them, or shows a broken picture \
      to the reviewer.
      """,
    measurement: """
      The format is read from the first bytes of the content, never from the name. JPEG frame \
      headers (ITU-T T.81, table B.1) tell the coding process and the bits per sample; only \
      8-bit baseline, extended and progressive Huffman coding passes. A PNG with Apple's CgBI \
      chunk is no standard PNG and fails.
      """,
    caveats: """
      A file whose first bytes are damaged may be named as an unknown format although it was a \
      JPEG once. Whether the rest of the file is whole is the question of truncated-file and \
      corrupt-file.
      """,
    remedy: """
      Export the picture as JPEG and send that file; changing the name is not enough. On an iPhone, \
      Settings > Camera > Formats > Most Compatible makes the camera save JPEG. Do not take a \
      screenshot of the picture instead.
      """)

  package let requirement = RuleRequirement.file

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    if let advice = Self.advice(for: evidence.header.format) {
      return Judgement(.fail, message: advice)
    }
    if let reason = Self.unsupportedKind(of: evidence.header)
      ?? evidence.decode?.unsupportedReason.map({ "The file cannot be opened: \($0)." })
    {
      return Judgement(
        .fail, message: reason + " Save the photo again as an ordinary JPEG and send that.")
    }
    return Judgement(
      .pass, message: "The file is a \(evidence.header.format.displayName) by its content.")
  }

  /// What to say about a format that is neither JPEG nor PNG; nil for those two.
  private static func advice(for format: FileFormat) -> String? {
    switch format {
    case .jpeg, .png: nil
    case .heic:
      """
      The file is a HEIC picture; the portal takes JPG and PNG only. Export the photo as JPEG \
      (on an iPhone: Settings > Camera > Formats > Most Compatible) and send that.
      """
    case .avif, .webp, .gif, .bmp, .tiff:
      """
      The file is \(format == .avif ? "an" : "a") \(format.displayName) picture; the portal takes \
      JPG and PNG only. Send the camera's original JPEG, or export this picture as JPEG.
      """
    case .pdf:
      """
      The file is a PDF document; the portal takes JPG and PNG pictures only. Photograph the \
      document and send the photo.
      """
    case .mp4:
      """
      The file is a video; the portal takes JPG and PNG pictures only. Take a still photo and \
      send that.
      """
    case .zip:
      """
      The file is a ZIP archive or an office document; the portal takes JPG and PNG pictures only. \
      Take the photo out of it and send that.
      """
    case .xml, .text:
      """
      The file is \(format == .xml ? "an XML, SVG or HTML" : "a plain") text, not a picture. \
      Send the photo itself as JPG or PNG.
      """
    case .empty:
      "The file is empty. Copy or download the photo again and send that."
    case .unknown:
      """
      The content is no known picture format; the portal takes JPG and PNG only. Send the camera's \
      original JPEG.
      """
    }
  }

  /// The kinds that the header already tells apart, as a sentence; nil for ordinary files.
  ///
  /// Arithmetic coding is refused even where the local library has it: hardly any reader opens it.
  private static func unsupportedKind(of header: ImageHeader) -> String? {
    if let jpeg = header.jpeg, let process = jpeg.process {
      switch process {
      case .lossless: return "The file is a lossless JPEG, which hardly any program can open."
      case .hierarchical:
        return "The file is a hierarchical JPEG, which hardly any program can open."
      case .arithmetic:
        return "The file is an arithmetic-coded JPEG, which hardly any program can open."
      case .baseline, .extendedSequential, .progressive: break
      }
      if jpeg.precision != 8 {
        return "The file is a JPEG with \(jpeg.precision) bits per sample instead of 8, which "
          + "hardly any program can open."
      }
    }
    if header.png?.isAppleOptimized == true {
      return "The file is a PNG in Apple's private form (CgBI), which only Apple's systems open."
    }
    return nil
  }
}
