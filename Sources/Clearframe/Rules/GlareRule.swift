/// Fails pictures with reflections on the document.
package struct GlareRule: Rule {
  /// The largest share of the document under reflections.
  package static let maximumShare = LimitDescription(
    name: "maximumShare", unit: "fraction of document", range: 0...1,
    summary: "Reflections may cover at most this share of the document.")
  /// The largest share of the document under one reflection.
  package static let maximumLargestShare = LimitDescription(
    name: "maximumLargestShare", unit: "fraction of document", range: 0...1,
    summary: "The largest single reflection may cover at most this share of the document.")

  /// The log-odds from which on a patch that is not counted is not dismissed either.
  static let doubtfulEvidence = Double(Measurements.glareThreshold) - 0.1
  /// The share of the document from which a doubtful patch matters.
  static let doubtfulShare = 0.03

  package let description = RuleDescription(
    name: "glare",
    summary: "A lamp, a window or the flash is mirrored on the document and hides what is printed.",
    why: """
      Print under a reflection cannot be read, and no later treatment brings it back. Portals name \
      reflections on either side of an identity card as a reason for refusal.
      """,
    measurement: """
      The document is straightened along its outline, print is closed, and the brightness of the \
      paper that is left is cut at thirteen levels. Every connected patch above a level is \
      weighed: how much brighter it is than the paper around it and than the brightest of the \
      rest, how softly its border falls off compared with the sharp edges of the document itself, \
      whether print inside is paler than elsewhere (light on matte paper keeps its contrast, \
      mirrored light takes it away) and in how much of a wide patch, whether print is lifted by as \
      much light as its paper, as mirrored light does, or by its own small share of it, as a lamp \
      does, how far it is burnt out, and whether it is only where paper that grows brighter towards \
      an edge reaches white. Where a sheen covers most of a sheet or runs into its edges, its \
      brighter print is compared with its darker print as well: mirrored light takes as much of the \
      contrast as it brightens the paper, a lamp and a long exposure take none. Where a sheen is too \
      broad and faint for any patch to tell, all print is compared with the paper around it, part \
      of the paper by part: where it is lifted everywhere by as much light as its paper, and fades, \
      that light is mirrored. A soft and wide patch whose print is nearly everywhere as dark \
      against its paper as elsewhere is paper that is lit better, even where it burns out. A \
      logistic function of these says whether it is a reflection; a patch with a steep border has \
      to be one at two levels, or more plainly at one. The value is the share of the document that \
      reflections cover, without a strip of 3 % along its edges; the largest one is limited on its \
      own as well.
      """,
    caveats: """
      White paper, white borders, a bright photo and pale print are no reflections. A page that is \
      burnt out all over is the question of too-bright. Where no outline is trusted, the whole \
      picture is measured and more evidence is asked for. A bright patch that may as well be a \
      lamp's light on matte paper gives undecided. A faint sheen where nothing is printed is \
      missed, and so is one that lies evenly over all of the document; paper without print that a \
      lamp burns out in places and bright artwork on a dark cover can pass for a reflection. \
      Coloured shimmer of holograms is not looked for.
      """,
    remedy: """
      Tilt the document or move it until the reflection slides off it. Switch the flash off, turn \
      away from lamps and windows, and take the photo in even daylight or shade.
      """,
    limits: [maximumShare, maximumLargestShare])

  package let requirement = RuleRequirement.picture

  package init() {}

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    guard let measurements = evidence.measurements, let glare = measurements.glare else {
      return Judgement(.skipped, message: "Not judged: the picture is too small.")
    }
    let place = HighlightPlace(measurements)
    let subject = measurements.documentArea.isWholeFrame ? "picture" : "document"
    let unit = "fraction of \(subject)"
    let shareLimit = limits[Self.maximumShare]
    let largestLimit = limits[Self.maximumLargestShare]
    let regions = glare.highlights.map { place.region(of: $0) }
    let advice = """
       Tilt the document or move the light until the reflection slides off it, and do not use flash.
      """
    if let largest = glare.highlights.first,
      glare.share > shareLimit || glare.largestShare > largestLimit
    {
      let isTotal = glare.share > shareLimit
      let limit = isTotal ? shareLimit : largestLimit
      let covered = NumberText.percent(glare.share, besideLimit: limit)
      let position = place.name(of: largest)
      let facts =
        glare.highlights.count == 1
        ? "A reflection \(position) of the \(subject) covers \(covered) of it"
        : """
        \(NumberText.count(glare.highlights.count, "reflection", "reflections")) cover \
        \(covered) of the \(subject), the largest \(position)
        """
      return Judgement(
        .fail, value: isTotal ? glare.share : glare.largestShare,
        limit: limit, unit: unit, regions: regions,
        message: """
          \(facts); at most \(NumberText.percent(limit)) may be covered.
          """ + advice)
    }
    if let doubtful = glare.runnerUp, !measurements.documentArea.isWholeFrame,
      doubtful.evidence > Self.doubtfulEvidence, doubtful.share > Self.doubtfulShare
    {
      return Judgement(
        .undecided, value: glare.share, limit: shareLimit, unit: unit,
        regions: [place.region(of: doubtful)],
        message: """
          The bright part \(place.name(of: doubtful)) of the \(subject) may be a reflection or only \
          a lamp's light on the paper. See whether all print in it can be read; if not, take the \
          photo again in more even light.
          """)
    }
    return Judgement(
      .pass, value: glare.share, limit: shareLimit, unit: unit, regions: regions,
      message: """
        Reflections cover \(NumberText.percent(glare.share, besideLimit: shareLimit)) of the \
        \(subject); at most \(NumberText.percent(shareLimit)) may be covered.
        """)
  }
}
