/// Prints one page for reading in a browser: each file with its reasons, and where they are.
///
/// The page stands alone: no script, no font, no picture and nothing that is loaded, which its
/// content security policy also forbids. Of a photo it shows only the frame's outline with the
/// document and the places of defects drawn into it, so that the page can be sent where the photo
/// must not go. It is well-formed XML, so that other programs can take it apart. The counts come
/// last in the text, because they are known last, and first on the page.
public struct HTMLReporter: Reporter {
  /// Makes a reporter; it has no settings.
  public init() {}

  /// True.
  public var tellsSummary: Bool { true }

  /// The page up to its first file.
  public var opening: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>Clearframe report</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <h1>Clearframe report</h1>

    """
  }

  /// One file with its drawing, its reasons, and what is fine folded away.
  public func text(for report: Report) -> String {
    let findings = report.checks.filter(\.isFinding)
    let others = report.checks.filter { !$0.isFinding }
    let verdict = report.verdict.rawValue
    var text = "<article class=\"\(verdict)\">\n"
    text += "<h2><bdi>\(MarkupText.escaped(report.path))</bdi> <strong>\(verdict)</strong></h2>\n"
    let facts = (report.file.map { [$0.factsText] } ?? []) + ["profile \(report.profile)"]
    text += "<p>\(MarkupText.escaped(facts.joined(separator: "; ")))</p>\n"
    if let error = report.error {
      text += "<p class=\"error\">\(MarkupText.escaped(error))</p>\n"
    }
    text += FrameDrawing(report, findings: findings)?.text ?? ""
    if !findings.isEmpty {
      text += "<ol>\n" + findings.map { Self.item($0) }.joined() + "</ol>\n"
    }
    if !others.isEmpty {
      let passed = others.count { $0.outcome == .pass }
      text += "<details>\n<summary>\(passed) passed, \(others.count - passed) skipped</summary>\n"
      text += "<ul>\n" + others.map { Self.item($0) }.joined() + "</ul>\n</details>\n"
    }
    if !report.notes.isEmpty {
      text += "<ul>\n"
      for note in report.notes { text += "<li>note: \(MarkupText.escaped(note))</li>\n" }
      text += "</ul>\n"
    }
    return text + "</article>\n"
  }

  /// The counts and the end of the page.
  public func closing(_ summary: BatchSummary) -> String {
    var text = "<section>\n"
    for line in TextReporter().closing(summary).split(separator: "\n") {
      text += "<p>\(MarkupText.escaped(String(line)))</p>\n"
    }
    return text + "</section>\n</body>\n</html>\n"
  }

  private static func item(_ check: Check) -> String {
    let kind = check.label.split(separator: " ").joined(separator: "-")
    var text = "<li class=\"\(kind)\"><strong>\(check.label)</strong> "
    text += "<code>\(MarkupText.escaped(check.rule))</code>: \(MarkupText.escaped(check.message))"
    if !check.evidenceText.isEmpty {
      text += " <small>[\(MarkupText.escaped(check.evidenceText))]</small>"
    }
    return text + "</li>\n"
  }

  private static let style = """
    :root { color-scheme: light dark; --bad: #c62828; --doubt: #9a6700; --good: #1a7f37; }
    @media (prefers-color-scheme: dark) {
      :root { --bad: #ff7b72; --doubt: #e3b341; --good: #56d364; }
    }
    body { display: flex; flex-direction: column; max-width: 60rem; margin: 1rem auto;
      padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
    h1 { order: -2; font-size: 1.5rem; }
    section { order: -1; }
    article { border-top: 1px solid; padding: 0.5rem 0; overflow-wrap: anywhere; }
    h2 { font-size: 1.1rem; margin: 0.5rem 0; }
    svg { display: block; max-width: 20rem; max-height: 20rem; margin: 0.5rem 0; }
    svg * { fill: none; stroke: currentColor; stroke-width: 1.5;
      vector-effect: non-scaling-stroke; }
    svg text { fill: currentColor; stroke: none; }
    .document { stroke-dasharray: 6 4; }
    .fail { --mark: var(--bad); }
    .warning, .undecided, .undecided-warning { --mark: var(--doubt); }
    .pass { --mark: var(--good); }
    .skipped { --mark: currentColor; }
    h2 strong, li strong { color: var(--mark); }
    g { color: var(--mark); }
    .error { color: var(--bad); }
    """
}
