/// Fails photos of a screen.
package struct ScreenRecaptureRule: Rule {
  /// The share of squares with coloured beats that a picture may have.
  package static let maximumBeatShare = LimitDescription(
    name: "maximumBeatShare", unit: "fraction of squares", range: 0.01...1,
    summary: """
      At most this share of the reduced picture's squares may carry a coloured beat, and less \
      where full-resolution squares carry coloured patterns.
      """)
  /// The share of full-resolution squares with coloured patterns that a picture may have.
  package static let maximumColorGridShare = LimitDescription(
    name: "maximumColorGridShare", unit: "fraction of squares", range: 0.01...1,
    summary: """
      At most this share of the full-resolution squares may carry a coloured pattern, and less \
      where the reduced picture's carry coloured beats.
      """)
  /// The share of full-resolution squares with strong patterns that a picture may have.
  package static let maximumGridShare = LimitDescription(
    name: "maximumGridShare", unit: "fraction of squares", range: 0.01...1,
    summary: "At most this share of the full-resolution squares may carry a strong pattern.")
  /// The share of full-resolution squares that may agree on one pattern.
  package static let maximumLatticeShare = LimitDescription(
    name: "maximumLatticeShare", unit: "fraction of squares", range: 0.01...1,
    summary: """
      At most this share of the full-resolution squares may have a fine pattern of one period and \
      direction.
      """)
  /// The share of full-resolution squares with square grids that a picture may have.
  package static let maximumSquareGridShare = LimitDescription(
    name: "maximumSquareGridShare", unit: "fraction of squares", range: 0.01...1,
    summary: """
      At most this share of the full-resolution squares may have two fine patterns of one period \
      at right angles.
      """)
  /// How far the lower of two faint lines at right angles may stand out.
  package static let maximumCrossHeight = LimitDescription(
    name: "maximumCrossHeight", unit: "deviations", range: 1...100,
    summary: """
      In the mean spectrum of all squares, two lines of one frequency at right angles may stand \
      out by at most this.
      """)

  package let description = RuleDescription(
    name: "screen-recapture",
    summary: "The picture is a photo of a screen.",
    why: """
      The portal wants a photo of the document itself. A photo of a screen shows a copy, and the \
      screen's grid covers fine print.
      """,
    measurement: """
      Squares of the picture are transformed (windowed Fourier transform): 81 of 128 pixels at \
      full resolution and squares of 64 pixels all over the reduced picture. A display's grid \
      leaves narrow peaks: coloured beats and patterns where its coloured points meet the \
      sensor's, and a regular pattern in brightness, strong in single squares, the same in many, \
      or equal in two directions at right angles. A grid too faint for that shows in the mean \
      spectrum of all squares, as two lines of one frequency at right angles that stand alone, \
      where ruled lines leave streaks: pixels are square. Single peaks on the axes (lines of \
      text), those on the harmonics of a JPEG's blocks, and pairs that are the harmonics of a \
      coarser pair (squared paper) do not count. Coloured peaks count where red, green and blue \
      follow each other in phase, as a display's points lie, and the clearer they do, the fainter \
      a peak may be; print and cloth go to and fro between two colours. They do not count where \
      they are weak beside those in brightness. With a trusted outline the share on the document \
      bounds that of the whole picture. The value is the largest of the numbers over its limit; \
      for coloured beats and patterns, which are one thing at two scales, the sum of both counts.
      """,
    caveats: """
      A screen far away or out of focus leaves no grid, and strong noise reduction or compression \
      wipes it out. Colour print of several inks, cloth with threads of three colours, and finely \
      ruled paper can leave grids of their own.
      """,
    remedy: "Take a photo of the document itself, not of a screen that shows it.",
    limits: [
      maximumBeatShare, maximumColorGridShare, maximumGridShare, maximumLatticeShare,
      maximumSquareGridShare, maximumCrossHeight,
    ])

  package let requirement = RuleRequirement.patches

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let signals = evidence.measurements?.recaptureSignals,
      signals.gridCount + signals.beatCount > 0
    else {
      return Judgement(.skipped, message: "Not judged: the picture is too small to show a grid.")
    }
    var ratio = 0.0
    var signs: [String] = []
    func weigh(_ share: Double, _ limit: LimitDescription, _ text: String) {
      ratio = max(ratio, share / limits[limit])
      if share > limits[limit] { signs.append("\(text) on \(NumberText.percent(share)) of it") }
    }
    let colors = [
      (signals.beatShare, Self.maximumBeatShare, "coloured fringes"),
      (signals.colorGridShare, Self.maximumColorGridShare, "a coloured grid"),
    ]
    let colorRatio = colors.reduce(0) { $0 + $1.0 / limits[$1.1] }
    ratio = max(ratio, colorRatio)
    if colorRatio > 1 {
      for (share, _, text) in colors where share > 0 {
        signs.append("\(text) on \(NumberText.percent(share)) of it")
      }
    }
    weigh(signals.gridShare, Self.maximumGridShare, "a regular grid")
    weigh(signals.latticeShare, Self.maximumLatticeShare, "one and the same fine grid")
    weigh(signals.squareGridShare, Self.maximumSquareGridShare, "a fine square grid")
    let crossLimit = limits[Self.maximumCrossHeight]
    ratio = max(ratio, signals.crossHeight / crossLimit)
    let isCrossed = signals.crossHeight > crossLimit
    if isCrossed { signs.append("a faint square grid all over it") }
    if !signs.isEmpty {
      var text = "The picture looks like a photo of a screen: " + signs.joined(separator: "; ")
      if let period = signals.period ?? (isCrossed ? signals.crossPeriod : nil) {
        text += " (a period of about \(NumberText.plain(period, fractionDigits: 1)) pixels)"
      }
      return Judgement(
        .fail, value: ratio, limit: 1, unit: "times the limit",
        message: text + ". Take a photo of the document itself.")
    }
    return Judgement(
      .pass, value: ratio, limit: 1, unit: "times the limit",
      message: "No grid of a display was found.")
  }
}
