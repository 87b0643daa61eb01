/// The outlines of a picture that are worth a closer look, with what they are made of.
package struct CandidateSearch {
  /// How many lines are looked for; on a keyboard or a brick wall most are not the document's.
  static let lineLimit = 110
  /// How many lines, those with the best stretches, take part in outlines.
  static let sideLimit = 48
  /// How many outlines are looked at closely.
  static let outlineLimit = 30
  /// How many outlines with a side that is not seen as a line are looked at, where no other is sure.
  static let completionLimit = 10

  private let reduced: ReducedImage
  private let edges: EdgeMap
  private let search: OutlineSearch
  private let regions: PictureRegions
  private let colours: RegionColours
  /// The outlines whose sides are seen, with their first log-odds, in the order of their scores.
  private let seen: [BoundaryDetector.Candidate]

  private var outlines: [OutlineHypothesis] { seen.map(\.outline) }

  /// Looks for the outlines of `reduced`.
  package init(_ reduced: ReducedImage) {
    let edges = EdgeMap(reduced)
    var finder = EdgeLineFinder(edges)
    var lines = finder.lines(limit: Self.lineLimit)
    for index in lines.indices { lines[index].gatherEvidence(edges, in: reduced) }
    if lines.count > Self.sideLimit {
      let ranked = lines.map { (line: $0, worth: $0.bestStretch(stepWeight: 1)) }
        .sorted { $0.worth > $1.worth }
      lines = ranked.prefix(Self.sideLimit).map { $0.line }
    }
    let search = OutlineSearch(lines: lines, edges: edges, image: reduced)
    var outlines = search.outlines(limit: Self.outlineLimit)
    let regions = PictureRegions(reduced)
    for region in regions.regions {
      guard let outline = region.outline(edges: edges, image: reduced),
        !outlines.contains(where: { $0.supersedes(outline) })
      else { continue }
      outlines.append(outline)
    }
    outlines.sort { $0.score > $1.score }
    self.reduced = reduced
    self.edges = edges
    self.search = search
    self.regions = regions
    let colours = RegionColours(reduced, edges: edges)
    self.colours = colours
    seen = outlines.map { outline in
      BoundaryDetector.Candidate(
        outline, in: reduced, colours: colours, regions: regions, among: outlines)
    }
  }

  /// The outlines whose sides are seen, most probable first, without those of a barcode or, where
  /// no card has it, of a portrait; a card goes before the box of the portrait on it.
  package func firstLook() -> [BoundaryDetector.Candidate] {
    ranked(seen)
  }

  /// The outlines of which one side is not seen as a line.
  func completions() -> [OutlineHypothesis] {
    search.completions(
      limit: Self.completionLimit, edges: edges, image: reduced, besides: outlines)
  }

  /// Those of the first look with those of which one side is not seen as a line, the first one with
  /// the largest log-odds of them; and after them those around what the network takes for the
  /// document, of which none is looked at as a box. The frame itself, for which nothing speaks that
  /// is seen, is none of them.
  ///
  /// - Parameter completed: What `completions()` gives.
  func closerLook(
    by map: DocumentSegmentation, with completed: [OutlineHypothesis]
  ) -> [BoundaryDetector.Candidate] {
    let outlines = outlines
    let known = outlines + completed
    let segmented = map.outlines(edges: edges, image: reduced).filter { outline in
      !known.contains { $0.distance(to: outline) < DocumentSegmentation.sameDistance }
    }
    var first = ranked(
      seen.filter { $0.outline.frameSides.count < 4 }
        + completed.map { candidate($0, among: outlines) })
    // A card was put before the box of its portrait, whose odds are the card's.
    if let best = first.map(\.logit).max() { first[0].logit = best }
    return first + segmented.map { candidate($0, among: known) }
  }

  private func candidate(
    _ outline: OutlineHypothesis, among others: [OutlineHypothesis]
  ) -> BoundaryDetector.Candidate {
    BoundaryDetector.Candidate(
      outline, in: reduced, colours: colours, regions: regions, among: others)
  }

  private func ranked(
    _ candidates: [BoundaryDetector.Candidate]
  ) -> [BoundaryDetector.Candidate] {
    var candidates = candidates
    candidates.sort { $0.logit > $1.logit }
    candidates = BoundaryDetector.withoutBoxes(candidates, in: reduced) {
      MatrixCode.isBox($0, in: $1)
    }
    let frame = PixelSize(width: reduced.width, height: reduced.height)
    if let card = PortraitBox.card(among: candidates, frame: frame)
      ?? PortraitBox.cutCard(among: candidates, in: reduced)
    {
      candidates.moveToFront(card)
      return candidates
    }
    return BoundaryDetector.withoutBoxes(candidates, in: reduced) {
      PortraitPicture.isBox($0, in: $1)
    }
  }
}
