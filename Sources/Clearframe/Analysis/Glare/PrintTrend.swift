/// How the light of print follows that of the paper around it, over all of a document.
///
/// A sheen so broad that no bright patch stands out of it still lifts print: where it makes the paper
/// brighter by some light, it makes the print brighter by the same, so that blocks of the document lie
/// on a line with a slope of about 1, and print loses contrast. Light that falls on matte paper lifts
/// print by its own small share, and print of different kinds lies on no line at all. Unlike
/// `PrintVeil` this asks for no single large part of the paper: each part is compared with its own
/// mean, so that the two pages of a book, the halves of a folded sheet and the fields of a card count
/// together; and the darkest print of a block stands for it, whatever the strokes' width.
struct PrintTrend {
  /// The side of the blocks in cells: about two lines of small print.
  private static let blockSide = 6
  /// The fewest cells of a part of the paper that is looked at, and of print in a block.
  private static let leastCells = (part: 40, print: 3)
  /// The fewest blocks of a part, of all, and of the bright and the dark ones.
  private static let leastBlocks = (part: 4, all: 10, each: 4)
  /// The correlations over which print follows its paper closely and so closely that it is no chance.
  /// Of 1,508 generated photos without a reflection those with such a slope and range of light had at
  /// most 0.81, and over 0.7 only under strong shadows; of 33 sheens that no bright patch gave away 22
  /// had 0.53 to 0.96.
  private static let likely: (from: Float, to: Float) = (0.42, 0.55)
  private static let proven: (from: Float, to: Float) = (0.8, 0.86)
  /// How much of everything is said where it is only likely.
  private static let likelyShare: Float = 0.2
  /// The slopes over which print is lifted by more than matte print would be: real pages in uneven
  /// light have up to 0.5. Far over 1 it is blur, which spreads print over its paper.
  private static let likelySlope: (from: Float, to: Float) = (0.4, 0.55)
  private static let provenSlope: (from: Float, to: Float) = (0.5, 0.65)
  private static let blurredSlope: (from: Float, to: Float) = (1.3, 1.7)
  /// The standard deviation of the paper's light, and as a share of its mean, over which it is more
  /// than the unevenness of any page.
  private static let deviation: (from: Float, to: Float) = (0.02, 0.03)
  private static let relativeDeviation: (from: Float, to: Float) = (0.1, 0.14)
  /// The share of the plainest print's contrast that bright blocks keep, over which it has not faded:
  /// patterns such as the moire of a screen go on under any light.
  private static let kept: (from: Float, to: Float) = (0.85, 0.95)

  /// How surely print is lifted by as much light as its paper, 0 to 1; 0.2 where that is only likely.
  let certainty: Float

  /// Compares print with its paper.
  ///
  /// - Parameters:
  ///   - parts: The parts of the judged cells whose paper nowhere steps.
  ///   - isPrint: Whether each cell has print.
  init(_ cells: GlareCells, parts: [[Int]], isPrint: [Bool]) {
    var blocks: [Block] = []
    for part in parts where part.count >= Self.leastCells.part {
      blocks += Self.blocks(of: part, in: cells, isPrint: isPrint)
    }
    let papers = blocks.reduce(0) { $0 + $1.paperRise * $1.paperRise }
    let inks = blocks.reduce(0) { $0 + $1.inkRise * $1.inkRise }
    guard blocks.count >= Self.leastBlocks.all, papers > 0, inks > 0 else {
      certainty = 0
      return
    }
    let products = blocks.reduce(0) { $0 + $1.paperRise * $1.inkRise }
    let slope = products / papers
    let correlation = products / (papers * inks).squareRoot()
    let count = Float(blocks.count)
    let deviation = (papers / count).squareRoot()
    let relativeDeviation = deviation * count / blocks.reduce(0.01) { $0 + $1.paper }
    let agreement =
      Self.likelyShare * Float.ramp(correlation, Self.likely) * Float.ramp(slope, Self.likelySlope)
      + (1 - Self.likelyShare) * Float.ramp(correlation, Self.proven)
      * Float.ramp(slope, Self.provenSlope)
    let lift =
      agreement * (1 - Float.ramp(slope, Self.blurredSlope))
      * Float.ramp(deviation, Self.deviation)
      * Float.ramp(relativeDeviation, Self.relativeDeviation)
    guard lift > 0, let kept = Self.keptContrast(of: blocks, deviation: deviation) else {
      certainty = 0
      return
    }
    certainty = lift * (1 - Float.ramp(kept, Self.kept))
  }

  /// The print of a part of the paper in a square of cells.
  private struct Block {
    /// The light of the paper (median).
    let paper: Float
    /// The light of the darkest print (10th percentile).
    let ink: Float
    /// By how much these are over the means of the part's blocks.
    var paperRise: Float = 0
    var inkRise: Float = 0

    /// The contrast of its darkest print.
    var contrast: Float { 1 - ink / max(paper, 0.01) }
  }

  /// The blocks of a part that have print; none where they are too few to be compared.
  private static func blocks(of part: [Int], in cells: GlareCells, isPrint: [Bool]) -> [Block] {
    let columns = (cells.columns + blockSide - 1) / blockSide
    let rows = (cells.rows + blockSide - 1) / blockSide
    var members = [[Int]](repeating: [], count: columns * rows)
    for cell in part {
      let (row, column) = (cell / cells.columns, cell % cells.columns)
      members[row / blockSide * columns + column / blockSide].append(cell)
    }
    var blocks: [Block] = members.compactMap { members in
      let inks = members.filter { isPrint[$0] }.map { cells.ink[$0] }
      guard inks.count >= leastCells.print else { return nil }
      let lights = members.map { cells.light[$0] }
      return Block(
        paper: lights.value(ofRank: lights.count / 2), ink: inks.value(ofRank: inks.count / 10))
    }
    guard blocks.count >= leastBlocks.part else { return [] }
    let paper = blocks.reduce(0) { $0 + $1.paper } / Float(blocks.count)
    let ink = blocks.reduce(0) { $0 + $1.ink } / Float(blocks.count)
    for index in blocks.indices {
      blocks[index].paperRise = blocks[index].paper - paper
      blocks[index].inkRise = blocks[index].ink - ink
    }
    return blocks
  }

  /// The contrast of the plainest print (85th percentile) in blocks with bright paper, as a share of
  /// that in blocks with dark paper; nil where either are too few.
  private static func keptContrast(of blocks: [Block], deviation: Float) -> Float? {
    let bright = blocks.filter { $0.paperRise > 0.5 * deviation }.map(\.contrast)
    let dark = blocks.filter { $0.paperRise < -0.5 * deviation }.map(\.contrast)
    guard min(bright.count, dark.count) >= leastBlocks.each else { return nil }
    return bright.value(ofRank: bright.count * 85 / 100)
      / max(dark.value(ofRank: dark.count * 85 / 100), 0.05)
  }
}
