/// Runs a profile's rules over the evidence and puts the report together.
package enum Judge {
  /// The report about a file that was opened.
  ///
  /// Every rule that is not off is asked or skipped exactly once. A file whose picture could not be
  /// decoded fails, whatever the profile's rules say about it.
  package static func report(evidence: Evidence, profile: Profile) -> Report {
    let obstacle = Obstacle(evidence)
    var checks: [Check] = []
    for setting in profile.activeRules {
      guard let rule = RuleRegistry.rule(named: setting.rule) else { continue }
      let judgement: Judgement
      if let reason = obstacle?.reason(against: rule.requirement) {
        judgement = Judgement(.skipped, message: "Not judged: \(reason)")
      } else {
        judgement = rule.judge(evidence, limits: setting.ruleLimits)
      }
      checks.append(check(judgement, setting))
    }
    var verdict = verdict(of: checks)
    var error: String?
    if let obstacle, verdict != .fail {
      verdict = .fail
      error = "The picture could not be judged: \(obstacle.reason)"
    }
    return Report(
      path: evidence.path, profile: profile.name, verdict: verdict,
      file: FileSummary(evidence.header), document: document(evidence, profile), checks: checks,
      notes: notes(evidence), error: error)
  }

  /// The report about a file that could not be opened or read.
  ///
  /// - Parameter reason: Why, as a sentence.
  package static func unreadable(path: String, profile: Profile, reason: String) -> Report {
    let checks = profile.activeRules.map { setting in
      check(Judgement(.skipped, message: "Not judged: \(reason)"), setting)
    }
    return Report(
      path: path, profile: profile.name, verdict: .fail, file: nil, checks: checks, error: reason)
  }

  /// The answer for a whole picture: only rules of severity error count.
  package static func verdict(of checks: [Check]) -> Verdict {
    let outcomes = checks.lazy.filter { $0.severity == .error }.map(\.outcome)
    if outcomes.contains(.fail) { return .fail }
    return outcomes.contains(.undecided) ? .undecided : .pass
  }

  /// The least confidence with which an outline is reported: from even odds on, the same as rules
  /// measure it from, so that a report never shows an outline that its checks did not use.
  package static let reportedConfidence = DocumentArea.minimumConfidence

  /// The document's outline, where the profile looks for one and it is trusted.
  private static func document(_ evidence: Evidence, _ profile: Profile) -> DocumentSummary? {
    let isWanted = profile.activeRules.contains {
      $0.rule == "document-not-found" || $0.rule == "document-incomplete"
    }
    guard isWanted, let framing = evidence.measurements?.framing,
      framing.confidence >= reportedConfidence
    else { return nil }
    return DocumentSummary(outline: framing.outline, confidence: framing.confidence)
  }

  private static func check(_ judgement: Judgement, _ setting: RuleSetting) -> Check {
    Check(
      rule: setting.rule, outcome: judgement.outcome, severity: setting.severity,
      value: judgement.value, limit: judgement.limit, unit: judgement.unit,
      regions: judgement.regions, message: judgement.message)
  }

  private static func notes(_ evidence: Evidence) -> [String] {
    var notes = evidence.header.trailers.map(\.note)
    if let trace = MessengerTrace(evidence.header) { notes.append(trace.note) }
    if evidence.decode?.isCompositedOnWhite == true {
      notes.append("Transparent parts were put on white before the picture was judged.")
    }
    if let frames = evidence.header.png?.animationFrameCount {
      notes.append(
        "The file is an animation of \(NumberText.count(frames, "frame", "frames")); only the "
          + "still picture was judged.")
    }
    for finding in Integrity(evidence, kind: .quirk).findings {
      let place = finding.offset.map { " at byte \(NumberText.grouped($0))" } ?? ""
      let times =
        finding.count > 1 ? " (\(NumberText.count(finding.count, "time", "times")))" : ""
      notes.append(
        "A harmless oddity\(place): \(DisplayText.plain(finding.message, limit: 200))\(times).")
    }
    return notes
  }
}
