/// What of a document's outline is not seen, with the words for it.
struct OutlineFlaws {
  let framing: DocumentFraming
  /// The sides of the frame that cut the document off.
  let cuttingSides: [FrameSide]
  /// The corners under something.
  let coveredCorners: [DocumentCorner]
  /// The indexes of the sides of which too much is covered.
  let coveredSides: [Int]

  init(_ framing: DocumentFraming, maximumCoveredSide: Double) {
    self.framing = framing
    cuttingSides = framing.cuttingSides
    let cover = framing.cover ?? .none
    coveredCorners = DocumentCorner.allCases.filter { cover.isCornerCovered[$0.rawValue] }
    coveredSides = cover.sideShares.indices.filter { index in
      cover.sideShares[index] > maximumCoveredSide
    }
  }

  /// The share of the outline's length that is cut off or covered, 0 to 1.
  ///
  /// A covered corner counts with a tenth of the document's shorter side along both its sides.
  var hiddenShare: Double {
    let lengths = framing.sideLengths
    let total = lengths.reduce(0, +)
    guard total > 0 else { return 0 }
    var covered = Double(coveredCorners.count) * 0.2 * framing.shortSide
    if let cover = framing.cover {
      for index in coveredSides { covered += cover.sideShares[index] * lengths[index] }
    }
    return min(1, framing.cutShare + covered / total)
  }

  /// Where the flaws are, in upright pixels.
  var regions: [PixelRegion] {
    cuttingSides.map { framing.strip(along: $0) }
      + coveredCorners.map { framing.square(around: $0) }
      + coveredSides.map { framing.box(aroundSide: $0) }
  }

  /// One sentence: what is missing and how to take the photo again.
  func sentence(isCertain: Bool) -> String {
    if !cuttingSides.isEmpty {
      let sides = Self.list(cuttingSides.map(\.rawValue))
      let verb = isCertain ? "is cut off" : "seems to touch or leave the frame"
      return """
        The document \(verb) at the \(sides) of the picture; take it again from a little further \
        away, with all four corners in view.
        """
    }
    if !coveredCorners.isEmpty {
      let corners = Self.list(coveredCorners.map(\.name))
      return """
        Something, perhaps a finger, covers the document's \(corners) \
        corner\(coveredCorners.count > 1 ? "s" : ""); put the document down and take it again.
        """
    }
    let names = ["top", "right", "bottom", "left"]
    let sides = Self.list(coveredSides.map { names[$0 & 3] })
    return """
      Something, perhaps a finger, covers a part of the document's \(sides) \
      side\(coveredSides.count > 1 ? "s" : ""); put the document down and take it again.
      """
  }

  /// Words in a row: `left, top and right`.
  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
