/// Fails files whose data end before the picture does.
package struct TruncatedFileRule: Rule {
  package let description = RuleDescription(
    name: "truncated-file",
    summary: "The file ends before the picture does.",
    why: """
      A broken download or copy leaves a file whose lower part is gray or missing. Many viewers \
      show it without a word, and the reviewer then sees an incomplete document.
      """,
    measurement: """
      The markers of a JPEG or the chunks of a PNG are walked from start to end, and the whole \
      picture is decoded. The file is truncated where the walk or the decoder runs out of data \
      before the end marker. The value is the share of rows that came out.
      """,
    caveats: """
      In a progressive JPEG every row comes out, only coarser, when its later scans are missing; \
      the file still fails. Bytes that follow a complete picture are no truncation.
      """,
    remedy: """
      Copy or download the photo again and wait until the transfer ends. If the camera's own file \
      is broken, take the photo again.
      """)

  package let requirement = RuleRequirement.file

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let integrity = Integrity(evidence, kind: .truncated)
    if let first = integrity.findings.first {
      return Judgement(
        .fail, value: integrity.decodedShare, limit: integrity.decodedShare.map { _ in 1 },
        unit: integrity.decodedShare.map { _ in "fraction of rows" },
        message: Self.message(
          first, integrity, isProgressive: evidence.header.jpeg?.process == .progressive))
    }
    if let reason = Integrity.skipReason(for: evidence) {
      return Judgement(.skipped, message: "Not judged: \(reason)")
    }
    return Judgement(
      .pass, value: integrity.decodedShare, limit: 1, unit: "fraction of rows",
      message: "The file reaches the end of its picture.")
  }

  private static func message(
    _ first: IntegrityFinding, _ integrity: Integrity, isProgressive: Bool
  ) -> String {
    var text = "The file ends too early"
    if let offset = integrity.firstOffset { text += ", at byte \(NumberText.grouped(offset))" }
    text += " (\(DisplayText.plain(first.message, limit: 200)))"
    switch integrity.decodedShare {
    case .some(let share) where share >= 1:
      text +=
        isProgressive
        ? "; every row came out, but perhaps coarser than it was taken"
        : "; every row came out, but the end is missing"
    case .some(let share): text += "; \(NumberText.percent(1 - share)) of the rows are lost"
    case nil: break
    }
    return text + ". Copy or download the photo again."
  }
}
