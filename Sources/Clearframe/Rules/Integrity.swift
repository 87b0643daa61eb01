/// What header walk and decoder found out about a file's wholeness, put together for the rules.
package struct Integrity: Sendable {
  /// The findings of one kind, header first.
  package let findings: [IntegrityFinding]
  /// The share of rows that came out of the decoder, 0 to 1; nil where none was asked for.
  package let decodedShare: Double?

  package init(_ evidence: Evidence, kind: IntegrityFinding.Kind) {
    findings = (evidence.header.findings + (evidence.decode?.findings ?? []))
      .filter { $0.kind == kind }
    decodedShare = Self.decodedShare(of: evidence)
  }

  /// How many times something was found; saturates.
  package var count: Int {
    findings.reduce(0) { sum, finding in
      let (total, overflow) = sum.addingReportingOverflow(max(finding.count, 1))
      return overflow ? .max : total
    }
  }

  /// The first position in the file that any finding names; nil where none does.
  package var firstOffset: Int? { findings.compactMap(\.offset).min() }

  /// The share of the picture's rows that the decoder delivered; nil where it was not run.
  package static func decodedShare(of evidence: Evidence) -> Double? {
    guard let decode = evidence.decode, decode.unsupportedReason == nil,
      let height = evidence.header.storedSize?.height, height > 0
    else { return nil }
    return min(1, max(0, Double(decode.decodedRows) / Double(height)))
  }

  /// Why wholeness cannot be judged, as the end of "Not judged: ..."; nil where it can.
  package static func skipReason(for evidence: Evidence) -> String? {
    guard evidence.header.format == .jpeg || evidence.header.format == .png else {
      return "the file is neither a JPEG nor a PNG."
    }
    guard let decode = evidence.decode else {
      return evidence.exceededLimit.map { "the picture exceeds the safety limit on \($0.subject)." }
        ?? "the picture was not decoded."
    }
    return decode.unsupportedReason.map { "the file cannot be decoded: \($0)." }
  }
}
