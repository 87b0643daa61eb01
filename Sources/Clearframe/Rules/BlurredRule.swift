#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Fails pictures whose document is out of focus, shaken, or sharp on one side only, and portraits
/// whose person is.
package struct BlurredRule: Rule {
  /// The blur from which the whole document counts as blurred.
  package static let maximumWidth = LimitDescription(
    name: "maximumWidth", unit: "pixels of view", range: 0.1...20,
    summary: """
      Edges of the document may be blurred by at most this standard deviation, in pixels of a \
      view 1,800 pixels long.
      """)
  /// The blur from which a portrait's person counts as blurred.
  package static let maximumPersonWidth = LimitDescription(
    name: "maximumPersonWidth", unit: "pixels of view", range: 0.1...20,
    summary: """
      Where this is set, the person of a portrait is judged instead of a document: the sharpest \
      fifth of the edges may be blurred by at most this standard deviation, in pixels of a view \
      1,800 pixels long.
      """,
    isOptional: true)
  /// The blur from which one side of the document counts as blurred.
  package static let maximumSideWidth = LimitDescription(
    name: "maximumSideWidth", unit: "pixels of view", range: 0.1...40,
    summary: """
      Where blur grows towards one side of the document, it may reach at most this standard \
      deviation there, in pixels of a view 1,800 pixels long.
      """)
  /// The same where the whole picture is judged.
  package static let maximumFrameSideWidth = LimitDescription(
    name: "maximumFrameSideWidth", unit: "pixels of view", range: 0.1...40,
    summary: """
      Where no outline is trusted and the whole picture is judged, this takes the place of \
      maximumSideWidth, if it is set.
      """,
    isOptional: true)
  /// The edges without which there is nothing to judge.
  package static let minimumEdges = LimitDescription(
    name: "minimumEdges", unit: "edge pixels", range: 1...1e6,
    summary: """
      With fewer edge pixels than this in a picture reduced to about 1,000 pixels, clarity is \
      left undecided.
      """)

  package let description = RuleDescription(
    name: "blurred",
    summary: "The document or the person is out of focus or shaken, or one side is blurred.",
    why: """
      The reviewer reads the small print, and a machine may read it too. What is blurred cannot be \
      read, and no program brings it back: a sharpened file has harder edges and no more letters.
      """,
    measurement: """
      Edges are looked for on the document and at its outline, in a copy of the picture reduced to \
      about 1,000 pixels. On each, luma is followed until it stops rising or falling; the share of \
      this contrast that falls on the middle of the edge gives the standard deviation of the blur \
      (for a step under a Gaussian blur the share is erf(1 / (s sqrt 2))). So neither contrast nor \
      the amount of print nor JPEG quality matters; edges near the noise and under reflections are \
      left out. The median by gradient energy is taken for each of eight directions, and an \
      ellipse is fitted: its longer axis is the value, and a slim ellipse means motion. Motion \
      also shows where edges of one direction have lost most of their strength against those \
      across it and are wider. A plane through the medians of twelve blocks gives the trend of the \
      blur over the document, as far as two blocks bear it out whose print is neither faint nor \
      far softer than the outline beside it; so does blur that grows along the sides of a sure \
      outline, carried over to where there is print, and no more than 1.65 times as wide as that \
      print. The unit is a pixel of a view of the document 1,800 pixels long, which enlarges smaller documents by up to \
      1.4, and by up to 2 in small pictures. Where the document is small in a large picture, the \
      greatest gradients of tiles of original pixels are used as well. Where the outline is \
      doubtful, what lies inside is blurred and the whole picture is sharp, the outline may be \
      that of a soft photo on the document, and the whole picture counts. In a portrait the edges \
      of head and shoulders are judged, by the sharpest fifth for each direction: eyes, hair and \
      collars are sharp where the person is, cheeks and folds are not.
      """,
    caveats: """
      Fine print is taken for up to 1.5 times as sharp as it is, since its lines are thinner than \
      the blur. A document without print, or one so dark that noise hides its edges, is left \
      undecided. Print that is soft itself, as on a worn carbon copy, looks like blur. A picture \
      that was enlarged afterwards is blurred.
      """,
    remedy: """
      Wipe the lens. Hold the phone with both hands or rest the elbows, in good light, so that the \
      exposure is short. Tap on the document to focus on it, stay at least 20 cm away, and hold \
      the phone level with the document. Then look at the small print in the photo.
      """,
    limits: [
      maximumWidth, maximumSideWidth, maximumFrameSideWidth, minimumEdges, maximumPersonWidth,
    ])

  package let requirement = RuleRequirement.picture

  /// What makes the document blurred.
  enum Kind: Sendable, Hashable {
    case defocus
    /// Along a direction of the upright picture; nil where it cannot be told.
    case motion(String)
    case uneven
  }

  /// A point spread that is less than this part as wide across as along is a line: shake, which
  /// spreads light along its path only, gives 0.1 to 0.5, and defocus 0.7 to 1.
  private static let motionSlimness = 0.55

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let measurements = evidence.measurements else {
      return Judgement(.skipped, message: "Not judged: the picture has no pixels.")
    }
    if let limit = limits.optional(Self.maximumPersonWidth) {
      return judgePerson(measurements, limit: limit, minimumEdges: limits[Self.minimumEdges])
    }
    let sharpness = measurements.sharpness
    let limit = limits[Self.maximumWidth]
    let frameSideLimit = sharpness.isWholeFrame ? limits.optional(Self.maximumFrameSideWidth) : nil
    let sideLimit = frameSideLimit ?? limits[Self.maximumSideWidth]
    // One number for both questions: the blur of the worse side, on the scale of the whole.
    let side = (sharpness.trendMaximum ?? 0) * limit / sideLimit
    let value = sharpness.width.map { max($0, side) }
    let unit = "pixels of view"
    guard let width = sharpness.width, let value,
      Double(sharpness.edgeCount) >= limits[Self.minimumEdges]
    else {
      return Judgement(
        .undecided, value: value, limit: limit, unit: unit,
        message: """
          There is too little print or too little light to tell whether the document is sharp. \
          Look at the photo at full size, and take it again in better light if in doubt.
          """)
    }
    let number = NumberText.plain(value, fractionDigits: 1)
    guard value > limit else {
      return Judgement(
        .pass, value: value, limit: limit, unit: unit,
        message: """
          The document is sharp: its edges are blurred by \(number) pixels in a view 1,800 pixels \
          long; at most \(NumberText.plain(limit, fractionDigits: 2)) is allowed.
          """)
    }
    let orientation = measurements.header.orientation
    let stored = measurements.analysis.tiles.storedSize
    let kind = width > limit ? Self.kind(sharpness, orientation, stored) : .uneven
    return Judgement(
      .fail, value: value, limit: limit, unit: unit,
      regions: kind == .uneven
        ? Self.regions(sharpness, above: sideLimit, orientation, stored) : [],
      message: Self.message(kind) + " " + Self.advice(kind))
  }

  private func judgePerson(
    _ measurements: Measurements, limit: Double, minimumEdges: Double
  ) -> Judgement {
    let sharpness = measurements.personSharpness
    let unit = "pixels of view"
    guard let width = sharpness.width, Double(sharpness.edgeCount) >= minimumEdges else {
      return Judgement(
        .undecided, value: sharpness.width, limit: limit, unit: unit,
        message: """
          There is too little contrast or too little light to tell whether the person is sharp. \
          Look at the eyes at full size, and take the photo again in better light if in doubt.
          """)
    }
    let number = NumberText.plain(width, fractionDigits: 1)
    guard width > limit else {
      return Judgement(
        .pass, value: width, limit: limit, unit: unit,
        message: """
          The person is sharp: the sharpest edges are blurred by \(number) pixels in a view 1,800 \
          pixels long; at most \(NumberText.plain(limit, fractionDigits: 2)) is allowed.
          """)
    }
    let kind = Self.kind(
      sharpness, measurements.header.orientation, measurements.analysis.tiles.storedSize)
    let message =
      if case .motion(let direction) = kind {
        """
        The portrait is shaken \(direction). Rest the camera on something, ask the person to keep \
        still, and take it again in more light.
        """
      } else {
        """
        The portrait is out of focus. Wipe the lens, tap on the face to focus on it, and take it \
        again.
        """
      }
    return Judgement(.fail, value: width, limit: limit, unit: unit, message: message)
  }

  private static func kind(
    _ sharpness: Sharpness, _ orientation: Orientation, _ stored: PixelSize
  ) -> Kind {
    guard let width = sharpness.width, let least = sharpness.leastWidth,
      let direction = sharpness.direction, least < motionSlimness * width
    else { return .defocus }
    let from = orientation.upright(PixelPoint(x: 0, y: 0), stored: stored)
    let to = orientation.upright(
      PixelPoint(x: cos(direction), y: sin(direction)), stored: stored)
    let across = abs(to.x - from.x)
    let down = abs(to.y - from.y)
    // tan(22.5 degrees): each of the three words covers the same range of directions.
    if down < 0.414 * across { return .motion("from side to side") }
    if across < 0.414 * down { return .motion("up and down") }
    return .motion("diagonally")
  }

  private static func message(_ kind: Kind) -> String {
    switch kind {
    case .defocus: "The document is out of focus."
    case .motion(let direction): "The picture is shaken: the camera moved \(direction)."
    case .uneven: "One side of the document is out of focus."
    }
  }

  private static func advice(_ kind: Kind) -> String {
    switch kind {
    case .defocus:
      """
      Wipe the lens, tap on the document to focus on it, stay at least 20 cm away, and take it \
      again.
      """
    case .motion:
      "Hold the phone still with both hands or rest it on something, in more light, and take it again."
    case .uneven:
      """
      Hold the phone level with the document, tap on its middle to focus, and take it again from a \
      little farther away.
      """
    }
  }

  /// The blocks that the trend finds blurred, in upright pixels.
  private static func regions(
    _ sharpness: Sharpness, above limit: Double, _ orientation: Orientation, _ stored: PixelSize
  ) -> [PixelRegion] {
    sharpness.blocks.compactMap { block in
      guard let trend = block.trend, trend > limit, !block.columns.isEmpty, !block.rows.isEmpty
      else { return nil }
      let first = orientation.upright(
        PixelPoint(x: Double(block.columns.lowerBound), y: Double(block.rows.lowerBound)),
        stored: stored)
      let last = orientation.upright(
        PixelPoint(x: Double(block.columns.upperBound), y: Double(block.rows.upperBound)),
        stored: stored)
      return PixelRegion(
        x: Int(min(first.x, last.x)), y: Int(min(first.y, last.y)),
        width: Int(abs(last.x - first.x)), height: Int(abs(last.y - first.y)))
    }
  }
}
