/// Collects findings, merging equal ones, and stays small whatever the file holds.
package struct FindingLog: Sendable {
  /// The most different findings that are kept; a hostile file could otherwise fill memory.
  package static let maximumCount = 64

  /// The findings in the order of their first appearance.
  package private(set) var findings: [IntegrityFinding] = []

  package init() {}

  /// Notes one finding; one with the same kind and message is counted instead.
  package mutating func add(_ kind: IntegrityFinding.Kind, at offset: Int?, _ message: String) {
    for index in findings.indices
    where findings[index].kind == kind && findings[index].message == message {
      findings[index].count += 1
      return
    }
    guard findings.count < Self.maximumCount else { return }
    findings.append(IntegrityFinding(kind: kind, offset: offset, message: message))
  }
}
