/// Finds the document's outline in a working image.
///
/// Straight lines of the reduced image are put together to four-sided outlines; the outlines are
/// ranked by the evidence of edges along their sides, of colours on both sides of them and of
/// their shape; where none is sure, a network marks the document, and all that is known decides
/// among them and the outlines around what it marks; the best one's sides are fitted to the working
/// image's edges.
package enum BoundaryDetector {
  /// The least side of a working image in which an outline can be told.
  static let sideFloor = 16

  /// The confidence below which no outline is reported: two in three such outlines were wrong when
  /// the first look was fitted, and their rivals as near.
  static let confidenceFloor = 0.22

  /// How far a hypothesis may reach beyond the frame, over its longest side, and still lie inside.
  static let cutReach: Float = 0.012

  /// The probability of all outlines that the frame cuts off from which on one of them is reported,
  /// however many near ones share it.
  static let beliefFloor = 0.2

  /// The confidence of an outline below which paper up to the borders speaks against it. From 0.7
  /// to 0.86 the closer look gives the same answers on all but one in 265 doubtful generated photos;
  /// bold print on pages that fill the frame had up to 0.85 at first sight.
  static let fillLimit = 0.86
  /// The share of the frame from which on a whole outline speaks against a page that fills it.
  static let largeShare: Float = 0.1
  /// The probability of such outlines together from which on the page does not fill the frame; 0.2
  /// gives the same answers on those 265 photos.
  static let wholeLimit = 0.3
  /// The share of the picture that the network takes for the document below which the page does not
  /// fill the frame, where anything else speaks for an outline inside: of 110 real photos of pages
  /// that fill it, altered or not, 15 are below, all without such an outline.
  static let fillShare: Float = 0.4
  /// The probability of all outlines inside the frame from which on something does; 0.05 gives the
  /// same answers on 1,148 doubtful generated photos.
  static let insideFloor = 0.1
  /// How many times as large or as small as what the network marks the area of the best outline may
  /// be, where it lies inside the frame, to speak against such a page as well. Of 3,000 test photos two
  /// small blurred cards on a pale ground, with hardly any odds, were taken for pages that fill the
  /// frame; in a picture of nothing but print the two differ by a factor of eight.
  static let markedRatio: Float = 1.5

  /// The least share of a side's profiles whose steps lie on a fitted line for that to take the side's
  /// place.
  static let supportFloor = 0.25

  /// A hypothesis with its features and its log-odds.
  package struct Candidate: Sendable {
    package var outline: OutlineHypothesis
    package var features: OutlineFeatures
    package var logit: Float
    /// The odds against "none of them", where the closer look gives them; those of the first look
    /// follow from the log-odds.
    package var odds: Double?

    package init(
      outline: OutlineHypothesis, features: OutlineFeatures, logit: Float, odds: Double? = nil
    ) {
      self.outline = outline
      self.features = features
      self.logit = logit
      self.odds = odds
    }

    /// The same with other log-odds, and the odds of a score of a conditional logit.
    func scored(_ logit: Float, score: Float) -> Candidate {
      var candidate = self
      candidate.logit = logit
      candidate.odds = ViewChoice.odds(score)
      return candidate
    }

    /// Measures an outline; `others` are all hypotheses, best score first.
    init(
      _ outline: OutlineHypothesis, in reduced: ReducedImage, colours: RegionColours,
      regions: PictureRegions, among others: [OutlineHypothesis]
    ) {
      let features = OutlineFeatures(
        of: outline, in: reduced, colours: colours, regions: regions, among: others)
      self.init(
        outline: outline, features: features, logit: BoundaryConfidence.logit(features))
    }
  }

  /// Searches `image`.
  ///
  /// - Parameter fromNear: Whether doubtful outlines are looked at from near, as `ViewNetwork` has learnt
  ///   to for documents in photos.
  package static func find(
    in image: borrowing WorkingImage, fromNear: Bool = true
  ) -> BoundaryFinding {
    guard image.width >= sideFloor, image.height >= sideFloor else { return .noEvidence }
    let reduced = ReducedImage(image)
    let (ranked, isSure, markedShare) = rankedCandidates(
      in: reduced, fromNear: fromNear)
    let paper = PaperMap(reduced)
    let belief = belief(ranked, in: reduced)
    let confidence = ranked.first.map { BoundaryConfidence.probability($0.logit) } ?? 0
    if !isSure,
      mayFillFrame(
        belief, confidence: confidence, markedShare: markedShare,
        insideShare: insideShare(of: ranked.first, in: reduced)), let paper,
      PaperCheck.isPaperToTheBorders(paper)
    {
      return .fillsFrame
    }
    return outline(of: ranked, in: image, reduced: reduced, belief: belief, paper: paper)
  }

  /// Whether no outline speaks against a page that fills the frame.
  ///
  /// - Parameters:
  ///   - markedShare: The share of the picture that the network takes for the document, nil where it
  ///     was not asked.
  ///   - insideShare: The share of the picture that the best outline encloses; nil where the frame
  ///     cuts that off, or there is none.
  static func mayFillFrame(
    _ belief: OutlineBelief, confidence: Double, markedShare: Float?, insideShare: Float?
  ) -> Bool {
    var isMarkedInside = false
    if let markedShare, markedShare < fillShare {
      let ratio = insideShare.map { max($0 / markedShare, markedShare / $0) }
      isMarkedInside = belief.whole >= insideFloor || (ratio ?? .infinity) <= markedRatio
    }
    return !isMarkedInside && confidence < fillLimit && belief.largeWhole < wholeLimit
  }

  /// The share of the picture that an outline inside the frame encloses.
  private static func insideShare(of candidate: Candidate?, in reduced: ReducedImage) -> Float? {
    guard let outline = candidate?.outline, !isCut(outline, in: reduced) else { return nil }
    return outline.area / Float(reduced.width * reduced.height)
  }

  /// The outline to report of those found, most probable first.
  private static func outline(
    of candidates: [Candidate], in image: borrowing WorkingImage, reduced: ReducedImage,
    belief: OutlineBelief, paper: PaperMap?
  ) -> BoundaryFinding {
    let confidence = candidates.first.map { BoundaryConfidence.probability($0.logit) } ?? 0
    guard let best = candidates.first, confidence >= DocumentArea.minimumConfidence else {
      // Where no single outline is trusted, the likelier kind of outline is reported.
      guard confidence >= confidenceFloor || belief.cut >= beliefFloor,
        let likely = candidates.first(where: { isCut($0.outline, in: reduced) == belief.isCut })
      else { return .noEvidence }
      return .found(refine(likely, in: image, reduced: reduced, belief: belief))
    }
    return .found(refine(best, in: image, reduced: reduced, belief: belief, paper: paper))
  }

  /// Whether the frame cuts off an outline, by more than outlines are off.
  package static func isCut(_ outline: OutlineHypothesis, in reduced: ReducedImage) -> Bool {
    if outline.lines.contains(where: { $0.isFrame }) { return true }
    let width = Float(reduced.width)
    let height = Float(reduced.height)
    var reach: Float = 0
    var longest: Float = 1
    for index in 0..<4 {
      let corner = outline.corners[index]
      let step = outline.corners[(index + 1) & 3] - corner
      longest = max(longest, (step * step).sum().squareRoot())
      reach = max(reach, -corner.x, -corner.y, corner.x - width, corner.y - height)
    }
    return reach > cutReach * longest
  }

  /// What all outlines together say, by the conditional logit that they were ranked with: each
  /// counts with the exponential of its log-odds, and "none of them" with 1.
  static func belief(_ candidates: [Candidate], in reduced: ReducedImage) -> OutlineBelief {
    var cut = 0.0
    var whole = 0.0
    var largeWhole = 0.0
    let largeArea = Float(reduced.width * reduced.height) * largeShare
    for candidate in candidates {
      let odds = candidate.odds ?? BoundaryConfidence.odds(candidate.logit)
      if isCut(candidate.outline, in: reduced) {
        cut += odds
      } else {
        whole += odds
        if candidate.outline.area >= largeArea { largeWhole += odds }
      }
    }
    let total = 1 + cut + whole
    return OutlineBelief(cut: cut / total, whole: whole / total, largeWhole: largeWhole / total)
  }

  /// The outlines of the first look, most probable first.
  package static func candidates(in reduced: ReducedImage) -> [Candidate] {
    CandidateSearch(reduced).firstLook()
  }

  /// Fits the sides of `candidate` and describes them.
  package static func refine(
    _ candidate: Candidate, in image: borrowing WorkingImage, reduced: ReducedImage,
    belief: OutlineBelief = .none, paper: PaperMap? = nil
  ) -> DocumentBoundary {
    let scale = Float(reduced.factor)
    var corners = candidate.outline.corners.map { $0 * scale }
    var lines = candidate.outline.lines.map { line in
      var line = line
      line.offset *= scale
      return line
    }
    var supports = [Double](repeating: 0, count: 4)
    // The borders of the last, partial block lie a little outside the working image.
    let width = Float(image.storedSize.width) / Float(image.factor)
    let height = Float(image.storedSize.height) / Float(image.factor)
    for (round, reach) in [2 * reduced.factor + 3, 4].enumerated() {
      for index in 0..<4 where !lines[index].isFrame {
        let strips = candidate.features.strips[index]
        guard strips.contrast > 0.1 else { continue }
        let refined = RefinedLine(
          image, from: corners[index], to: corners[(index + 1) & 3],
          axis: strips.difference / strips.contrast, reach: reach)
        if refined.support > supportFloor {
          lines[index] = refined.line
        }
        if round == 1 { supports[index] = refined.support }
      }
      if round == 0 {
        for index in 0..<4 where lines[index].isFrame {
          if lines[index].normalX > 0.5 {
            if lines[index].offset > 1 { lines[index].offset = width }
          } else if lines[index].offset > 1 {
            lines[index].offset = height
          }
        }
      }
      corners = intersections(of: lines) ?? corners
    }
    var contrasts = candidate.features.strips.map(\.contrast)
    for index in 0..<4 where lines[index].isFrame {
      guard !lines[(index + 1) & 3].isFrame, !lines[(index + 3) & 3].isFrame,
        let beside = SideBesideFrame(index, of: corners, in: image),
        let one = lines[(index + 3) & 3].intersection(beside.line),
        let two = beside.line.intersection(lines[(index + 1) & 3])
      else { continue }
      let step = SIMD4(beside.step * SIMD3(1, SideStrips.chromaWeight, SideStrips.chromaWeight), 0)
      contrasts[index] = (step * step).sum().squareRoot()
      let refined = RefinedLine(
        image, from: one, to: two, axis: step / contrasts[index], reach: SideBesideFrame.reach)
      lines[index] = refined.support > supportFloor ? refined.line : beside.line
      supports[index] = refined.support
      corners = intersections(of: lines) ?? corners
    }
    let factor = Double(image.factor)
    let stored = corners.map { PixelPoint(x: Double($0.x) * factor, y: Double($0.y) * factor) }
    let hidden = lines.map(\.isFrame)
    let continued =
      paper.flatMap { paper in
        sideOnPaper(
          of: corners.map { $0 / scale }, hidden: hidden,
          steps: contrasts, in: reduced, paper: paper)
      } ?? EdgesBeyond.side(of: corners, hidden: hidden, in: image)
    var sides: [BoundarySide] = []
    for index in 0..<4 {
      let from = corners[index]
      let to = corners[(index + 1) & 3]
      sides.append(
        BoundarySide(
          support: supports[index], contrast: Double(contrasts[index]),
          visibleShare: visibleShare(from, to, width: width, height: height),
          isFrameBorder: lines[index].isFrame,
          coveredShare: lines[index].isFrame
            ? 0 : SideCover.share(reduced, from: from / scale, to: to / scale),
          continuesBeyond: index == continued))
    }
    let start = DocumentBoundary.firstSide(of: stored)
    return DocumentBoundary(
      outline: Quadrilateral(corners: (0..<4).map { stored[(start + $0) & 3] }),
      confidence: BoundaryConfidence.probability(candidate.logit),
      sides: (0..<4).map { sides[(start + $0) & 3] }, belief: belief)
  }

  /// The corners where the sides meet, each with the one before; nil where two are nearly parallel.
  private static func intersections(of lines: [EdgeLine]) -> [SIMD2<Float>]? {
    let corners = lines.indices.compactMap { lines[($0 + 3) & 3].intersection(lines[$0]) }
    return corners.count == lines.count ? corners : nil
  }

  /// The one side, if any, beyond which the paper goes on and no part of which has more of a step
  /// across than a gutter; `corners` in reduced pixels.
  static func sideOnPaper(
    of corners: [SIMD2<Float>], hidden: [Bool], steps: [Float], in reduced: ReducedImage,
    paper: PaperMap
  ) -> Int? {
    guard let side = PaperBeyond.side(of: corners, hidden: hidden, steps: steps, in: paper),
      SideStrips.largestStep(reduced, from: corners[side], to: corners[(side + 1) & 3])
        <= PaperBeyond.stepLimit
    else { return nil }
    return side
  }

  /// The share of a segment that lies inside the frame.
  private static func visibleShare(
    _ from: SIMD2<Float>, _ to: SIMD2<Float>, width: Float, height: Float
  ) -> Double {
    var low: Float = 0
    var high: Float = 1
    let step = to - from
    for (start, change, limit) in [(from.x, step.x, width), (from.y, step.y, height)] {
      if abs(change) < 1e-6 {
        if start < -0.5 || start > limit + 0.5 { return 0 }
        continue
      }
      let one = -start / change
      let two = (limit - start) / change
      low = max(low, min(one, two))
      high = min(high, max(one, two))
    }
    return Double(max(0, high - low))
  }
}
