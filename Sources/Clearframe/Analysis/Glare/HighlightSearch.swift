#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Walks the level sets of a document's paper and measures their patches.
struct HighlightSearch {
  private let cells: GlareCells
  /// The cells around a cell, as index offsets; patches never touch the grid's border.
  private let around: [Int]
  private var contrasts = ValueHistogram()
  private var lights = ValueHistogram()
  private var printLight: PrintLight
  /// What all print together says of mirrored light that lies on much of it.
  private let veil: PrintVeil
  private let isDocument: Bool
  /// Marks of the patch being measured: 0 elsewhere, 1 inside, 2 to 5 for the four rings around.
  private var ring: [UInt8]

  /// Takes the cells of a document.
  ///
  /// - Parameter isDocument: Whether all that is measured is the document, and not the table as well, which
  ///   has patterns that follow its light.
  init(_ cells: GlareCells, isDocument: Bool = true) {
    self.cells = cells
    self.isDocument = isDocument
    let columns = cells.columns
    around = [
      -columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1,
    ]
    ring = [UInt8](repeating: 0, count: columns * cells.rows)
    printLight = PrintLight(cells)
    for index in ring.indices {
      if cells.isJudged[index] { contrasts.add(cells.contrast[index]) }
      // Square roots spread the dark end, as lightness does.
      if cells.isSeen[index] { lights.add(cells.light[index].squareRoot()) }
    }
    veil = PrintVeil(cells, documentContrast: contrasts.percentile(0.85))
  }

  /// Whether a veil of mirrored light probably lies on much of the print.
  var isVeiled: Bool { veil.certainty > 0.5 }

  /// The patches above each level that is over the darkest fifth of the paper, or the darkest
  /// twentieth where a veil leaves no more of it.
  mutating func candidates(levels: [Float], shares: ClosedRange<Float>) -> [HighlightCandidate] {
    var papers = ValueHistogram()
    for index in ring.indices where cells.isJudged[index] { papers.add(cells.paper[index] / 255) }
    let least = papers.percentile(isVeiled ? 0.05 : 0.2) * 255
    let counts =
      Int(
        (shares.lowerBound * Float(cells.judgedCount)).rounded(.up))...Int(
        shares.upperBound * Float(cells.judgedCount))
    var found: [HighlightCandidate] = []
    for level in levels where level >= least {
      for patch in patches(above: level) where counts.contains(patch.count) {
        if let features = features(of: patch) {
          found.append(
            HighlightCandidate(cells: patch, features: features, evidence: features.evidence))
        }
      }
    }
    return found
  }

  /// The connected judged cells with paper at or above a level.
  private func patches(above level: Float) -> [[Int]] {
    // Judged cells never touch the grid's border.
    cells.patches(of: zip(cells.paper, cells.isJudged).map { $0 >= level && $1 })
  }

  private mutating func features(of patch: [Int]) -> HighlightFeatures? {
    for cell in patch { ring[cell] = 1 }
    var marked = patch
    defer { for cell in marked { ring[cell] = 0 } }
    let rings = markRings(around: patch, marked: &marked)

    // The surroundings begin two cells away, beyond the border's own slope.
    var surroundingLights = ValueHistogram()
    var surroundingContrasts = ValueHistogram()
    for cell in rings[1...].joined() where cells.isSeen[cell] {
      surroundingLights.add(cells.light[cell].squareRoot())
      surroundingContrasts.add(cells.contrast[cell])
    }
    guard surroundingLights.total >= 4 else { return nil }
    let surroundingRoot = surroundingLights.percentile(0.5)
    let surroundingLight = max(surroundingRoot * surroundingRoot, 0.003)

    var borderSteepness = ValueHistogram()
    for cell in rings[0] where cells.isJudged[cell] {
      borderSteepness.add(cells.steepness[cell])
    }
    let steepness =
      borderSteepness.total > 0
      ? borderSteepness.percentile(0.5) / min(max(cells.printSteepness, 0.2), 0.8) : 1

    let inside = insideMeasures(of: patch)
    let rest = restMeasures(patch: patch, rings: rings)
    let lift = printLight.lift(core: inside.core, outside: [patch, rings[0]], of: cells)
    var features = HighlightFeatures(
      share: Float(patch.count) / Float(cells.judgedCount),
      rise: logf(max(inside.light, 0.003) / surroundingLight),
      excess: logf(max(inside.light, 0.003) / max(rest.light, 0.01)),
      steepness: min(1, steepness), contrast: inside.contrast,
      documentContrast: rest.contrast ?? surroundingContrasts.percentile(0.85),
      plainestContrast: inside.plainestContrast,
      plainestDocumentContrast: rest.plainestContrast ?? surroundingContrasts.percentile(0.95),
      fadedShare: 0,
      lift: lift?.mirrored ?? 0, matte: lift?.matte ?? 0, veil: veil.certainty,
      trend: isDocument ? veil.trend : 0, peak: inside.peak,
      clipped: inside.clipped, surroundingLight: surroundingLight,
      documentLight: rest.light,
      cutOff: 1 - Float(borderSteepness.total) / Float(max(1, rings[0].count)),
      boxed: boxed(patch))
    if features.isBroad {
      features.fadedShare = fadedShare(
        of: inside.core, plainest: max(features.plainestContrast, features.plainestDocumentContrast)
      )
    }
    return features
  }

  /// The share of the blocks with print inside a patch's core in which the plainest of it stays well
  /// below the plainest print of the document.
  private func fadedShare(of core: [Int], plainest: Float) -> Float {
    let side = Self.blockSide
    let blocks = (cells.columns + side - 1) / side
    var contrasts: [Int: [Float]] = [:]
    for cell in core {
      let block = cell / cells.columns / side * blocks + cell % cells.columns / side
      contrasts[block, default: []].append(cells.contrast[cell])
    }
    var printed = 0
    var faded = 0
    for block in contrasts.values where block.count >= Self.leastBlockCount {
      // Three cells of it, since a single one may hold a speck.
      let contrast = block.value(ofRank: block.count - 3)
      guard contrast > Self.leastBlockContrast else { continue }
      printed += 1
      if contrast < Self.fadedContrastShare * plainest { faded += 1 }
    }
    return printed > 0 ? Float(faded) / Float(printed) : 0
  }

  /// The side of the blocks in which print is looked for, in cells: about two lines of small print.
  private static let blockSide = 6
  /// The fewest cells of the core in a block that is looked at, three fifths of it: of fewer the
  /// plainest three say little.
  private static let leastBlockCount = 22
  /// The contrast over which a block has print, and the share of the plainest contrast under which
  /// it has faded.
  private static let leastBlockContrast: Float = 0.12
  private static let fadedContrastShare: Float = 0.62

  /// Marks four rings of cells around the patch and lists them.
  private mutating func markRings(around patch: [Int], marked: inout [Int]) -> [[Int]] {
    var rings: [[Int]] = []
    var front = patch
    let (columns, rows) = (cells.columns, cells.rows)
    for number in 2...5 {
      var next: [Int] = []
      for cell in front {
        let (row, column) = (cell / columns, cell % columns)
        // The grid's border has no neighbours beyond it; nothing spreads from there.
        guard row > 0, column > 0, row < rows - 1, column < columns - 1 else { continue }
        for offset in around where ring[cell + offset] == 0 {
          ring[cell + offset] = UInt8(number)
          next.append(cell + offset)
        }
      }
      marked += next
      rings.append(next)
      front = next
    }
    return rings
  }

  /// The share of a patch's bounding box's outline along which its cells lie.
  private func boxed(_ patch: [Int]) -> Float {
    let columns = cells.columns
    var (left, right, top, bottom) = (Int.max, 0, Int.max, 0)
    for cell in patch {
      left = min(left, cell % columns)
      right = max(right, cell % columns)
      top = min(top, cell / columns)
      bottom = max(bottom, cell / columns)
    }
    var touching = 0
    for cell in patch {
      let (row, column) = (cell / columns, cell % columns)
      touching += (column == left ? 1 : 0) + (column == right ? 1 : 0)
      touching += (row == top ? 1 : 0) + (row == bottom ? 1 : 0)
    }
    return Float(touching) / Float(2 * (right - left + 1) + 2 * (bottom - top + 1))
  }

  private func insideMeasures(
    of patch: [Int]
  ) -> (
    light: Float, contrast: Float, plainestContrast: Float, peak: Float, clipped: Float, core: [Int]
  ) {
    var contrasts = ValueHistogram()
    // The border's cells are half outside, so the core counts where there is one.
    var core: [Int] = []
    for cell in patch {
      contrasts.add(cells.contrast[cell])
      if around.allSatisfy({ ring[cell + $0] == 1 }) { core.append(cell) }
    }
    if core.count < 3 { core = patch }
    var light: Float = 0
    var clipped: Float = 0
    var peak: Float = 0
    var coreContrasts = ValueHistogram()
    for cell in core {
      coreContrasts.add(cells.contrast[cell])
      light += cells.light[cell]
      clipped += cells.clipped[cell]
      peak = max(peak, cells.paper[cell])
    }
    let count = Float(core.count)
    return (
      light / count, contrasts.percentile(0.85), coreContrasts.percentile(0.95), peak,
      clipped / count, core
    )
  }

  /// The brightest paper and the print contrast of the document without the patch and its border.
  private mutating func restMeasures(
    patch: [Int], rings: [[Int]]
  ) -> (light: Float, contrast: Float?, plainestContrast: Float?) {
    let inner = [patch, rings[0]]
    for cell in inner.joined() where cells.isJudged[cell] {
      contrasts.remove(cells.contrast[cell])
    }
    for cell in inner.joined() where cells.isSeen[cell] {
      lights.remove(cells.light[cell].squareRoot())
    }
    let isSeen = contrasts.total > 10
    let contrast = isSeen ? contrasts.percentile(0.85) : nil
    let plainest = isSeen ? contrasts.percentile(0.95) : nil
    let root: Float = lights.total > 20 ? lights.percentile(0.95) : 0.7
    for cell in inner.joined() where cells.isJudged[cell] { contrasts.add(cells.contrast[cell]) }
    for cell in inner.joined() where cells.isSeen[cell] {
      lights.add(cells.light[cell].squareRoot())
    }
    return (root * root, contrast, plainest)
  }
}
