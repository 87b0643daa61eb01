/// Fails pictures that exceed a safety limit and are therefore not decoded.
package struct DecoderLimitRule: Rule {
  package let description = RuleDescription(
    name: "decoder-limit",
    summary: "The picture exceeds a safety limit and is not decoded.",
    why: """
      A file of a few hundred bytes can claim a picture that fills all memory or keeps a computer \
      busy for minutes. Such a file is refused by portals, and no camera writes one.
      """,
    measurement: """
      Pixels, side length, scans of a progressive JPEG alone and times its pixels, bytes of one \
      metadata chunk, the memory that the decoder would need and the size of the file are read \
      from the header before anything is allocated, and compared with the limits in force. \
      Compressed metadata chunks are unpacked, without keeping anything, until the limit is passed.
      """,
    caveats: """
      The limits belong to the program that runs the check, not to the profile. A genuine picture \
      can exceed them, such as a panorama or a large scan; no rule that needs the picture is judged \
      then.
      """,
    remedy: """
      Take an ordinary photo of at most 50 megapixels, not a panorama, and save it without \
      progressive options. Whoever runs the check can raise the limits.
      """)

  package let requirement = RuleRequirement.file

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let exceeded = evidence.exceededLimit else {
      guard evidence.header.format == .jpeg || evidence.header.format == .png else {
        return Judgement(
          .skipped, message: "Not judged: the file is neither a JPEG nor a PNG.")
      }
      return Judgement(.pass, message: "The picture keeps to the safety limits.")
    }
    return Judgement(
      .fail, value: exceeded.value, limit: exceeded.limit, unit: exceeded.unit,
      message: """
        The picture exceeds the safety limit on \(exceeded.subject): \
        \(NumberText.plain(exceeded.value)) against \(NumberText.plain(exceeded.limit)) \
        \(exceeded.unit). Send an ordinary camera photo.
        """)
  }
}
