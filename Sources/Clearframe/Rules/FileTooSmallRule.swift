/// Fails files that do not have more bytes than the portal asks for.
package struct FileTooSmallRule: Rule {
  /// The number of bytes that the file must exceed.
  package static let bytesMustExceed = LimitDescription(
    name: "bytesMustExceed", unit: "bytes", range: 0...1e9,
    summary: "The file must have more bytes than this; exactly as many is too few.")

  package let description = RuleDescription(
    name: "file-too-small",
    summary: "The file has too few bytes for the portal.",
    why: """
      The portal takes only files larger than 200 KB. The number stands in for "the camera's \
      original": messengers and screenshots shrink a photo below it, and with the bytes goes the \
      small print.
      """,
    measurement: """
      The bytes of the file are counted and must exceed the limit. 200 KB is taken as 204,800 \
      bytes, the larger of its two readings, so that a file that passes here passes both.
      """,
    caveats: """
      The number of bytes says nothing about sharpness. A police portrait by GA 461-2004 has 14 to \
      20 KB and can never pass; photograph the person anew.
      """,
    remedy: """
      Send the original photo from the camera, not a copy from a messenger; in WeChat choose \
      "Original" when sending. Do not enlarge or re-save a small picture: that adds bytes without \
      adding print.
      """,
    limits: [bytesMustExceed])

  package let requirement = RuleRequirement.file

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let bytes = evidence.header.byteCount
    let limit = limits[Self.bytesMustExceed]
    let isEnough = Double(bytes) > limit
    let facts = """
      The file has \(NumberText.count(bytes, "byte", "bytes")); the portal wants more than \
      \(NumberText.plain(limit)).
      """
    return Judgement(
      isEnough ? .pass : .fail, value: Double(bytes), limit: limit, unit: "bytes",
      message: isEnough
        ? facts : facts + " Send the original photo, not a copy from a messenger.")
  }
}
