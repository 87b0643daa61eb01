#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The light of a document's print and of the paper under it, and how a bright patch changes them.
///
/// Light that falls on matte paper is scaled by what it falls on: it lifts black print by a tenth of
/// what it lifts the paper. Light that a glossy face mirrors is added to both alike. So the rise of
/// the print over the rise of the paper tells a lamp's light from a sheen, however faint: on real
/// photos with light computed onto them its median was 0.2 for lamps and shadows, 1 for sheens.
struct PrintLight {
  /// What print says about a bright patch.
  struct Lift {
    /// How surely its light is added to print and paper alike, 0 to 1.
    let mirrored: Float
    /// How surely it is scaled by them, 0 to 1.
    let matte: Float
  }

  /// The least contrast of a cell with print, and the least as a share of the document's (85th
  /// percentile): fainter are the paper's grain and folds.
  private static let leastContrast: Float = 0.15
  private static let leastContrastShare: Float = 0.5
  /// The same inside of a patch, where a sheen that doubles the light halves it.
  private static let leastInnerContrast: Float = 0.18
  /// The least depth of print inside as a share of that outside: added light leaves it as it is.
  private static let leastDepthShare: Float = 0.5

  private let isPrint: [Bool]
  private var depths = ValueHistogram()
  private var inks = ValueHistogram()
  private var papers = ValueHistogram()
  private let judgedCount: Int

  /// Takes the judged cells with print.
  init(_ cells: GlareCells) {
    var contrasts = ValueHistogram()
    for index in cells.contrast.indices where cells.isJudged[index] {
      contrasts.add(cells.contrast[index])
    }
    let least = max(Self.leastContrast, Self.leastContrastShare * contrasts.percentile(0.85))
    isPrint = zip(cells.contrast, cells.isJudged).map { $0 > least && $1 }
    judgedCount = cells.judgedCount
    for index in isPrint.indices where isPrint[index] { add(index, of: cells) }
  }

  /// What print says about a patch; nil where too little is seen inside or outside of it.
  ///
  /// - Parameters:
  ///   - core: The patch's cells that are wholly inside.
  ///   - outside: The cells, the patch's and its border's, that are left out of the rest.
  mutating func lift(core: [Int], outside: [[Int]], of cells: GlareCells) -> Lift? {
    var excluded = 0
    for cell in outside.joined() where cells.isJudged[cell] {
      excluded += 1
      if isPrint[cell] { remove(cell, of: cells) }
    }
    let restCount = papers.total
    let depth = depths.percentile(0.5)
    let ink = inks.percentile(0.3)
    let paper = papers.percentile(0.5)
    for cell in outside.joined() where isPrint[cell] { add(cell, of: cells) }
    guard restCount >= 20 else { return nil }

    var innerInks = ValueHistogram()
    var innerPapers = ValueHistogram()
    for cell in core
    where cells.light[cell] - cells.ink[cell] > Self.leastDepthShare * depth
      && cells.contrast[cell] > Self.leastInnerContrast
    {
      innerInks.add(cells.ink[cell])
      innerPapers.add(cells.light[cell])
    }
    guard innerPapers.total >= 6 else { return nil }
    let innerPaper = innerPapers.percentile(0.5)
    let rise = logf(innerPaper / max(paper, 0.004))
    guard rise > 0.02 else { return nil }
    let ratio = (innerInks.percentile(0.3) - ink) / max(innerPaper - paper, 0.01)
    // Where print is much denser or sparser than elsewhere it is of another kind.
    let inner = Float(innerPapers.total)
    let rest = Float(restCount)
    let density =
      (inner / Float(max(1, core.count))) / (rest / Float(max(1, judgedCount - excluded)))
    let certainty =
      Float.ramp(rise, from: 0.05, to: 0.2) * Float.ramp(inner, from: 6, to: 30)
      * Float.ramp(rest, from: 30, to: 120) * Float.ramp(density, from: 0.1, to: 0.4)
      * (1 - Float.ramp(density, from: 3, to: 5))
    return Lift(
      mirrored: certainty * Float.ramp(ratio, from: 0.6, to: 0.9),
      matte: certainty * (1 - Float.ramp(ratio, from: 0.1, to: 0.35)))
  }

  private mutating func add(_ cell: Int, of cells: GlareCells) {
    depths.add(cells.light[cell] - cells.ink[cell])
    inks.add(cells.ink[cell])
    papers.add(cells.light[cell])
  }

  private mutating func remove(_ cell: Int, of cells: GlareCells) {
    depths.remove(cells.light[cell] - cells.ink[cell])
    inks.remove(cells.ink[cell])
    papers.remove(cells.light[cell])
  }
}
