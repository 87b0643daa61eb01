#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How surely light that is mirrored by a glossy sheet lies like a veil on much of its print.
///
/// Where a lamp or a longer exposure makes paper brighter, print is made brighter by the same factor
/// and its contrast stays; black print stays dark even where the paper burns out. Mirrored light is
/// added to both: over paper that gets `q` times as bright the contrast falls to `1 / q`, and where the
/// paper burns out it goes on falling. `PrintLight` asks this of one bright patch against all the
/// rest. A broad sheen leaves no such rest, or runs into the document's edges, or has no level
/// at which it is one patch; so here the bright print of a sheet is compared with its darker print,
/// wherever they lie. Bands, photos and other colours have borders: only cells of the largest part of
/// the paper whose brightness nowhere steps are compared.
struct PrintVeil {
  /// The largest ratio of light between neighbouring cells of one part of the paper: a sheen's border
  /// over eight cells doubles the light by steps of 1.09.
  private static let largestStep: Float = 1.105
  /// The least contrast of a cell with print, and the least as a share of the document's (85th
  /// percentile); a veil may take two thirds of it.
  private static let leastContrast: Float = 0.1
  private static let leastContrastShare: Float = 0.35
  /// The cells with print without which nothing is said, of all, and of the bright and dark ones.
  private static let leastCells = (all: 40, each: 15)
  /// The least range of light on print (5th to 95th percentile).
  private static let leastRange: Float = 0.08
  /// The shares of that range up to which print counts as dark and from which as bright.
  private static let ends: (dark: Float, bright: Float) = (0.35, 0.65)

  /// How surely there is a veil, 0 to 1.
  let certainty: Float
  /// How surely all print is lifted by as much light as its paper, 0 to 1; see `PrintTrend`.
  let trend: Float

  /// Compares print on a document.
  ///
  /// - Parameter documentContrast: The print contrast of the judged cells (85th percentile).
  init(_ cells: GlareCells, documentContrast: Float) {
    let least = max(Self.leastContrast, Self.leastContrastShare * documentContrast)
    let isPrint = zip(cells.contrast, cells.isJudged).map { $0 > least && $1 }
    // Most documents are lit evenly, and nothing more is asked.
    guard Self.range(of: isPrint, in: cells) != nil else {
      certainty = 0
      trend = 0
      return
    }
    let parts = Self.parts(of: cells)
    trend = PrintTrend(cells, parts: parts, isPrint: isPrint).certainty
    let part = parts.max { $0.count < $1.count } ?? []
    let share = Float(part.count) / Float(max(1, cells.judgedCount))
    var isCompared = [Bool](repeating: false, count: isPrint.count)
    for cell in part { isCompared[cell] = isPrint[cell] }
    guard let range = Self.range(of: isCompared, in: cells),
      let dark = Print(of: cells, where: isCompared, isIncluded: { $0 <= range.dark }),
      let bright = Print(of: cells, where: isCompared, isIncluded: { $0 >= range.bright })
    else {
      certainty = 0
      return
    }
    let rise = bright.ink - dark.ink
    let loss = dark.contrast - bright.contrast
    // 0 where contrast stays, 1 where it falls as the paper rises.
    let fall =
      logf(dark.contrast / max(bright.contrast, 0.01))
      / max(0.03, logf(bright.paper / max(dark.paper, 0.01)))
    let agreement = Self.correlation(of: isCompared, in: cells)
    let added =
      Float.ramp(agreement, from: 0.5, to: 0.6)
      * Float.ramp(bright.paper - dark.paper, from: 0.14, to: 0.22)
      * Float.ramp(fall, from: 0.6, to: 0.8) * Float.ramp(rise, from: 0.08, to: 0.16)
      * Float.ramp(dark.contrast, from: 0.1, to: 0.25) * Float.ramp(share, from: 0.7, to: 0.82)
    // Burnt-out paper rises no further, so the print alone tells: on cards with several colours of
    // print too little, and too much where a lamp burns out one end of a page and leaves half of its
    // light at the other, which no photo measured shows.
    let burnt =
      Float.ramp(agreement, from: 0.6, to: 0.7)
      * Float.ramp(bright.paper, from: 0.93, to: 0.97) * Float.ramp(loss, from: 0.1, to: 0.25)
      * Float.ramp(rise, from: 0.15, to: 0.25) * Float.ramp(share, from: 0.9, to: 0.97)
    certainty = max(added, burnt)
  }

  /// What cells with print add up to.
  private struct Print {
    /// The median light of the paper.
    let paper: Float
    /// The light of the print (30th percentile).
    let ink: Float
    /// The median contrast.
    let contrast: Float

    init?(of cells: GlareCells, where isPrint: [Bool], isIncluded: (Float) -> Bool) {
      var papers = ValueHistogram()
      var inks = ValueHistogram()
      var contrasts = ValueHistogram()
      for index in isPrint.indices where isPrint[index] && isIncluded(cells.light[index]) {
        papers.add(cells.light[index])
        inks.add(cells.ink[index])
        contrasts.add(cells.contrast[index])
      }
      guard papers.total >= PrintVeil.leastCells.each else { return nil }
      paper = papers.percentile(0.5)
      ink = inks.percentile(0.3)
      contrast = contrasts.percentile(0.5)
    }
  }

  /// Up to which light print counts as dark, and from which as bright; nil where it is lit evenly or
  /// there is too little of it.
  private static func range(
    of isPrint: [Bool], in cells: GlareCells
  ) -> (dark: Float, bright: Float)? {
    var lights = ValueHistogram()
    for index in isPrint.indices where isPrint[index] { lights.add(cells.light[index]) }
    guard lights.total >= leastCells.all else { return nil }
    let low = lights.percentile(0.05)
    let range = lights.percentile(0.95) - low
    return range < leastRange ? nil : (low + ends.dark * range, low + ends.bright * range)
  }

  /// The parts of the judged cells whose paper nowhere steps.
  private static func parts(of cells: GlareCells) -> [[Int]] {
    let lights = cells.light.map { max($0, 0.01) }
    // Judged cells never touch the grid's border.
    return cells.patches(of: cells.isJudged) { one, other in
      let (darker, brighter) = (min(lights[one], lights[other]), max(lights[one], lights[other]))
      return brighter < largestStep * darker
    }
  }

  /// The correlation of the light of print with that of its paper.
  private static func correlation(of isPrint: [Bool], in cells: GlareCells) -> Float {
    var (count, paper, ink): (Float, Float, Float) = (0, 0, 0)
    for index in isPrint.indices where isPrint[index] {
      count += 1
      paper += cells.light[index]
      ink += cells.ink[index]
    }
    guard count > 0 else { return 0 }
    paper /= count
    ink /= count
    var (both, papers, inks): (Float, Float, Float) = (0, 0, 0)
    for index in isPrint.indices where isPrint[index] {
      let x = cells.light[index] - paper
      let y = cells.ink[index] - ink
      both += x * y
      papers += x * x
      inks += y * y
    }
    let product = (papers * inks).squareRoot()
    return product > 0 ? both / product : 0
  }
}
