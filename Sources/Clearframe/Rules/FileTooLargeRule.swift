/// Fails files that have more bytes than the portal takes.
package struct FileTooLargeRule: Rule {
  /// The most bytes that the file may have.
  package static let maximumBytes = LimitDescription(
    name: "maximumBytes", unit: "bytes", range: 1...1e12,
    summary: "The file may have at most this many bytes; left out, there is no maximum.",
    isOptional: true)

  package let description = RuleDescription(
    name: "file-too-large",
    summary: "The file has more bytes than the portal takes.",
    why: """
      Portals refuse uploads over a certain size, often only after the whole file has travelled. \
      The numbers differ: 500 KB, 3 MB and 4 MB are all in use.
      """,
    measurement: "The bytes of the file are counted and may reach, but not exceed, the limit.",
    caveats: """
      Bytes after the end of the picture count too, such as the video of a Motion Photo. Where a \
      profile sets no maximum the rule is skipped.
      """,
    remedy: """
      Set the camera to a lower resolution, such as 8 megapixels, or export the photo as JPEG at \
      quality 85 to 90 without changing its size. Switch Motion Photo or Live Photo off before \
      taking the picture.
      """,
    limits: [maximumBytes])

  package let requirement = RuleRequirement.file

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let bytes = evidence.header.byteCount
    guard let limit = limits.optional(Self.maximumBytes) else {
      return Judgement(
        .skipped, value: Double(bytes), unit: "bytes",
        message: "Not judged: the profile sets no maximum.")
    }
    let fits = Double(bytes) <= limit
    let facts = """
      The file has \(NumberText.count(bytes, "byte", "bytes")); the portal takes at most \
      \(NumberText.plain(limit)).
      """
    return Judgement(
      fits ? .pass : .fail, value: Double(bytes), limit: limit, unit: "bytes",
      message: fits ? facts : facts + Self.advice(for: evidence.header, limit: limit))
  }

  /// Dropping a trailer is the better advice where it alone brings the file under the limit.
  private static func advice(for header: ImageHeader, limit: Double) -> String {
    let video = header.trailers.first { $0.kind == .motionPhoto }
    if let video, Double(header.byteCount - video.byteCount) <= limit {
      return " Switch Motion Photo off and take the photo again, or export it without its video."
    }
    return " Take the photo at a lower resolution, or export it as JPEG at quality 85 to 90."
  }
}
