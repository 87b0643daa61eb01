/// Fails files whose data are damaged.
package struct CorruptFileRule: Rule {
  package let description = RuleDescription(
    name: "corrupt-file",
    summary: "The file's data are damaged, so that parts of the picture are wrong or missing.",
    why: """
      Damaged data show as gray blocks, shifted stripes or wrong colours, sometimes only in one \
      corner. The reviewer sees an unreadable document, or the portal refuses the file.
      """,
    measurement: """
      The markers of a JPEG or the chunks of a PNG with their checksums are walked, and the whole \
      picture is decoded. Each warning of the decoder is sorted into truncated, corrupt or \
      harmless; only corrupt ones count here.
      """,
    caveats: """
      JPEG has no checksum: damage that still reads as valid codes cannot be noticed. Oddities that \
      ordinary phones write are notes, not failures. Bytes after the end of the picture pass with a \
      remark.
      """,
    remedy: """
      Copy the photo again from the camera or phone. If it is damaged there as well, take the photo \
      again and check the memory card.
      """)

  package let requirement = RuleRequirement.file

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let integrity = Integrity(evidence, kind: .corrupt)
    if let first = integrity.findings.first {
      return Judgement(
        .fail, value: Double(integrity.count), limit: 0, unit: "damaged places",
        message: Self.message(first, integrity))
    }
    if let reason = Integrity.skipReason(for: evidence) {
      return Judgement(.skipped, message: "Not judged: \(reason)")
    }
    return Judgement(
      .pass, value: 0, limit: 0, unit: "damaged places",
      message: "No damage was found." + Self.remark(evidence.header.trailers))
  }

  private static func message(_ first: IntegrityFinding, _ integrity: Integrity) -> String {
    var text = "The file is damaged"
    if let offset = integrity.firstOffset { text += " at byte \(NumberText.grouped(offset))" }
    text += ": \(DisplayText.plain(first.message, limit: 200))"
    if integrity.count > 1 {
      text += ", and \(NumberText.count(integrity.count - 1, "more place", "more places"))"
    }
    if let share = integrity.decodedShare, share < 1 {
      text += "; \(NumberText.percent(1 - share)) of the rows are lost"
    }
    return text + ". Copy the photo again from the camera, or take it again."
  }

  /// What to say about trailing bytes that no camera is known to write.
  private static func remark(_ trailers: [FileTrailer]) -> String {
    let unknown = trailers.filter { $0.kind == .unknown || $0.kind == .undeclaredJPEG }
    guard let first = unknown.first else { return "" }
    let bytes = NumberText.count(first.byteCount, "byte", "bytes")
    let what = first.kind == .undeclaredJPEG ? "another JPEG (\(bytes))" : "\(bytes) of unknown use"
    return " After the picture, from byte \(NumberText.grouped(first.offset)) on, there "
      + "\(first.kind != .undeclaredJPEG && first.byteCount != 1 ? "are" : "is") \(what)."
  }
}
