/// Fails files whose name says another format than their bytes.
package struct ExtensionMismatchRule: Rule {
  package let description = RuleDescription(
    name: "extension-mismatch",
    summary: "The file's name says another format than its content.",
    why: """
      Upload forms often look at the name first and at the content later. A PNG that is called \
      photo.jpg may be refused by either look, and it often shows that the picture is not the \
      camera's original.
      """,
    measurement: """
      The format read from the first bytes is compared with the letters after the last dot of the \
      name, regardless of case: jpg, jpeg, jpe and jfif stand for JPEG, png and apng for PNG.
      """,
    caveats: """
      A name without an extension, an extension that stands for no format and a picture from \
      standard input are skipped. A wrong name does no harm to the picture, so this is a warning \
      in the shipped profiles.
      """,
    remedy: """
      Give the file the extension of its real format, or better, send the camera's original file.
      """)

  package let requirement = RuleRequirement.file

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard evidence.path != "-" else {
      return Judgement(.skipped, message: "Not judged: the picture came without a file name.")
    }
    guard let suffix = Self.fileExtension(of: evidence.path) else {
      return Judgement(.skipped, message: "Not judged: the file's name has no extension.")
    }
    let shown = DisplayText.plain(suffix, limit: 16)
    guard let named = FileFormat(fileExtension: suffix) else {
      return Judgement(
        .skipped, message: "Not judged: the extension .\(shown) stands for no picture format.")
    }
    let actual = evidence.header.format
    switch actual {
    case named:
      return Judgement(.pass, message: "The extension .\(shown) agrees with the content.")
    case .empty:
      return Judgement(.skipped, message: "Not judged: the file is empty.")
    case .jpeg, .png:
      let right = actual == .jpeg ? "jpg" : "png"
      return Judgement(
        .fail,
        message: """
          The name ends in .\(shown) but the content is \(actual.displayName). Send the camera's \
          original file, or change the extension to .\(right).
          """)
    case .unknown:
      return Judgement(
        .fail,
        message: """
          The name ends in .\(shown) but the content is no known format. Copy or download the \
          original photo again and send that.
          """)
    default:
      return Judgement(
        .fail,
        message: """
          The name ends in .\(shown) but the content is \(actual.displayName). Export the photo \
          as JPEG; changing the name is not enough.
          """)
    }
  }

  /// The letters after the last dot of a path's last component; nil where there are none or the
  /// only dot is the first character, which marks a hidden file.
  private static func fileExtension(of path: String) -> String? {
    let name = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last
    guard let name, let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex
    else { return nil }
    let suffix = name[name.index(after: dot)...]
    return suffix.isEmpty ? nil : String(suffix)
  }
}
