/// What keeps a picture, and the rules that need it, from being judged.
package struct Obstacle: Sendable {
  /// The least share of the rows that must have been decoded for a picture to be judged. With half
  /// of the picture missing, brightness or sharpness would speak of another picture.
  package static let minimumDecodedShare = 0.5

  /// Why, as the end of "Not judged: ...".
  package let reason: String
  /// Whether not even a size from the header is at hand.
  package let blocksHeader: Bool

  /// What keeps rules from being asked; nil where nothing does.
  package init?(_ evidence: Evidence) {
    let header = evidence.header
    let isPicture = header.format == .jpeg || header.format == .png
    blocksHeader = !isPicture || header.storedSize == nil
    if let exceeded = evidence.exceededLimit {
      reason = "the picture exceeds the safety limit on \(exceeded.subject)."
    } else if !isPicture {
      reason = "the file is neither a JPEG nor a PNG."
    } else if let unsupported = evidence.decode?.unsupportedReason {
      reason = "the file cannot be decoded: \(DisplayText.plain(unsupported, limit: 200))."
    } else if header.storedSize == nil {
      reason = "the file's header does not tell the picture's size."
    } else if let share = Integrity.decodedShare(of: evidence) {
      if share <= Self.minimumDecodedShare {
        reason = "only \(NumberText.percent(share)) of the picture's rows could be decoded."
      } else if evidence.measurements == nil {
        reason = "the decoded picture could not be measured."
      } else {
        return nil
      }
    } else {
      reason = "the picture was not decoded."
    }
  }

  /// The reason where the obstacle stands against a requirement; nil where the rule can be asked.
  package func reason(against requirement: RuleRequirement) -> String? {
    switch requirement {
    case .file: nil
    case .header: blocksHeader ? reason : nil
    case .picture, .patches: reason
    }
  }
}
