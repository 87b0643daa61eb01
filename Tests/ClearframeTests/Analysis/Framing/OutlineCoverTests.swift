import Clearframe
import Testing

@Suite struct OutlineCoverTests {
  /// A pale card on a brown desk, 600 x 400, with a round thing over a place.
  private func cover(
    at centre: (x: Int, y: Int)?, colour: (Int, Int, Int) = (150, 100, 165), radius: Int = 45,
    shade: Double? = nil, rise: Int = 0
  ) -> OutlineCover {
    let size = PixelSize(width: 600, height: 400)
    var planes: [[UInt8]] = [[], [], []]
    for y in 0..<size.height {
      for x in 0..<size.width {
        let isCard = (100..<500).contains(x) && (75..<325).contains(y)
        var pixel = isCard ? (210, 126, 130) : (90, 115, 140)
        if let centre {
          let dx = x - centre.x
          let dy = y - centre.y
          if dx * dx + dy * dy < radius * radius {
            if let shade {
              pixel = (
                Int(Double(pixel.0) * shade), 128 + Int(Double(pixel.1 - 128) * shade),
                128 + Int(Double(pixel.2 - 128) * shade)
              )
            } else {
              pixel = colour
              // Brighter outside the card at its lower right corner.
              if max(dx, dy) >= 0 { pixel.0 += rise }
            }
          }
        }
        planes[0].append(UInt8(pixel.0))
        planes[1].append(UInt8(pixel.1))
        planes[2].append(UInt8(pixel.2))
      }
    }
    let image = WorkingImage(
      storedSize: size, factor: 1, luma: planes[0], chromaBlue: planes[1], chromaRed: planes[2])
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: 100, y: 75), topRight: PixelPoint(x: 500, y: 75),
      bottomRight: PixelPoint(x: 500, y: 325), bottomLeft: PixelPoint(x: 100, y: 325))
    return OutlineCover(outline, in: image)
  }

  @Test func findsNothingOnAFreeCard() {
    #expect(cover(at: nil) == .none)
  }

  @Test(arguments: [(100, 75), (500, 75), (500, 325), (100, 325)])
  func findsACoveredCorner(_ x: Int, _ y: Int) {
    let corners = [(100, 75), (500, 75), (500, 325), (100, 325)]
    let expected = corners.map { $0 == (x, y) }
    #expect(cover(at: (x, y)).isCornerCovered == expected)
  }

  @Test func measuresAStretchOfASide() {
    let cover = cover(at: (300, 325))
    #expect(cover.isCornerCovered == [false, false, false, false])
    // Ninety of 400 pixels at its widest, less where it is round.
    #expect((0.12...0.23).contains(cover.sideShares[2]))
    #expect(cover.sideShares[0] == 0)
    #expect(cover.sideShares[1] == 0)
    #expect(cover.sideShares[3] == 0)
  }

  @Test func aHandOverHalfASideIsNotTheUsual() {
    let cover = cover(at: (300, 325), radius: 100)
    #expect((0.37...0.55).contains(cover.sideShares[2]))
    #expect(cover.sideShares[0] == 0)
  }

  /// Skin departs from wood by less than from paper.
  @Test func findsAFingerOfNearlyTheDesksColour() {
    let cover = cover(at: (500, 75), colour: (104, 113, 147))
    #expect(cover.isCornerCovered == [false, true, false, false])
  }

  @Test func findsAFingertipThatReachesALittleIntoTheDocument() {
    let cover = cover(at: (101, 72), radius: 12)
    #expect(cover.isCornerCovered == [true, false, false, false])
  }

  @Test func findsADarkThingWithoutHueOverACorner() {
    let cover = cover(at: (500, 325), colour: (30, 128, 128))
    #expect(cover.isCornerCovered == [false, false, true, false])
  }

  @Test(arguments: [3, 6])
  func aBlackThingMayDifferByNoiseAcrossTheOutline(_ rise: Int) {
    let cover = cover(at: (500, 325), colour: (30, 128, 128), rise: rise)
    #expect(cover.isCornerCovered == [false, false, true, false])
  }

  @Test func findsAThingOverPartsOfTwoSides() {
    let cover = cover(at: (500, 325), radius: 130)
    #expect((0.4...0.55).contains(cover.sideShares[1]))
    // Three of eight places; a third of the side is covered.
    #expect((0.25...0.38).contains(cover.sideShares[2]))
  }

  private typealias Pixel = (UInt8, UInt8, UInt8)

  private static let desk: Pixel = (70, 115, 140)

  /// A picture of 600 x 400 pixels, each by its place.
  private static func image(_ pixel: (_ x: Int, _ y: Int) -> Pixel) -> WorkingImage {
    let size = PixelSize(width: 600, height: 400)
    var planes: [[UInt8]] = [[], [], []]
    for y in 0..<size.height {
      for x in 0..<size.width {
        let (luma, blue, red) = pixel(x, y)
        planes[0].append(luma)
        planes[1].append(blue)
        planes[2].append(red)
      }
    }
    return WorkingImage(
      storedSize: size, factor: 1, luma: planes[0], chromaBlue: planes[1], chromaRed: planes[2])
  }

  /// A card on a brown desk, its lower part under a sheet of `sheet` columns, whose edge rises by
  /// `slope` beyond the card.
  private func cover(
    under sheet: Range<Int>, slope: Double = 0, card: Pixel = (150, 118, 140),
    paper: Pixel = (215, 126, 130), paperBesideCard: Pixel? = nil
  ) -> OutlineCover {
    let image = Self.image { x, y in
      // Beyond the card's corners the edge may turn away.
      let beyond = max(100 - x, x - 500, 0)
      if y >= 260 - Int(slope * Double(beyond)), sheet.contains(x) {
        return beyond > 0 ? paper : paperBesideCard ?? paper
      }
      return (100..<500).contains(x) && (75..<330).contains(y) ? card : Self.desk
    }
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: 100, y: 75), topRight: PixelPoint(x: 500, y: 75),
      bottomRight: PixelPoint(x: 500, y: 260), bottomLeft: PixelPoint(x: 100, y: 260))
    return OutlineCover(outline, in: image)
  }

  @Test func aSheetThatGoesOnBeyondBothCornersCoversTheSide() {
    #expect(cover(under: 40..<560).sideShares == [0, 0, 1, 0])
  }

  /// An edge that begins at one of the corners may be anything's.
  @Test(arguments: [100..<560, 40..<500])
  func aSheetThatGoesOnBeyondOneCornerDoesNot(_ sheet: Range<Int>) {
    #expect(cover(under: sheet).sideShares[2] == 0)
  }

  /// A card the lower part of which lies under a sheet that is askew and lies along `along` of the
  /// card's columns.
  private func askewCover(under sheet: Range<Int>, along: Range<Int> = 0..<600) -> OutlineCover {
    let image = Self.image { x, y in
      if 100 * y >= 21_500 + 15 * x, sheet.contains(x) {
        return along.contains(x) ? (215, 126, 130) : (110, 150, 110)
      }
      return (100..<500).contains(x) && (75..<350).contains(y) ? (150, 118, 140) : Self.desk
    }
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: 100, y: 75), topRight: PixelPoint(x: 500, y: 75),
      bottomRight: PixelPoint(x: 500, y: 290), bottomLeft: PixelPoint(x: 100, y: 230))
    return OutlineCover(outline, in: image)
  }

  /// Where the outline is no rectangle, a sheet may end at one of the corners.
  @Test(arguments: [100..<560, 40..<500])
  func anAskewSheetThatGoesOnBeyondOneCornerCoversTheSide(_ sheet: Range<Int>) {
    #expect(askewCover(under: sheet).sideShares[2] == 1)
  }

  @Test func anAskewSheetAlongAPartOfTheSideDoesNot() {
    #expect(askewCover(under: 100..<560, along: 250..<560).sideShares[2] < 0.15)
    #expect(askewCover(under: 100..<500).sideShares[2] < 0.15)
  }

  /// So near to the frame that what lies beside the side is not seen all along.
  @Test func aThingAtOneCornerOfASideAtTheFrameDoesNot() {
    let image = Self.image { x, y in
      if y >= 391, (440..<560).contains(x) { return (215, 126, 130) }
      return (100..<500).contains(x) && 100 * y >= 15_000 - 15 * x && y < 391
        ? (150, 118, 140) : Self.desk
    }
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: 100, y: 135), topRight: PixelPoint(x: 500, y: 75),
      bottomRight: PixelPoint(x: 500, y: 391), bottomLeft: PixelPoint(x: 100, y: 391))
    #expect(OutlineCover(outline, in: image).sideShares[2] == 0)
  }

  /// So near to the frame that of the upper side only the corners are seen.
  @Test func aCoveredCornerAtTheFrameIsNoCoveredSide() {
    let image = Self.image { x, y in
      let (dx, dy) = (x - 100, y - 2)
      if dx * dx + dy * dy < 45 * 45 { return (150, 100, 165) }
      return (100..<500).contains(x) && (2..<325).contains(y) ? (210, 126, 130) : Self.desk
    }
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: 100, y: 2), topRight: PixelPoint(x: 500, y: 2),
      bottomRight: PixelPoint(x: 500, y: 325), bottomLeft: PixelPoint(x: 100, y: 325))
    let cover = OutlineCover(outline, in: image)
    #expect(cover.isCornerCovered == [true, false, false, false])
    #expect(cover.sideShares[0] < 0.3)
  }

  /// A stripe of the desk that leads past a corner askew goes on in another direction.
  @Test(arguments: [0.28, 0.4, 0.6])
  func anEdgeThatLeavesTheSidesDirectionDoesNot(_ slope: Double) {
    #expect(cover(under: 40..<560, slope: slope).sideShares[2] == 0)
    #expect(cover(under: 40..<560, slope: slope, card: (40, 150, 120)).sideShares[2] == 0)
  }

  /// Where another thing lies beyond the corners than along the side, the side is no edge of it.
  @Test func twoThingsInLineDoNot() {
    #expect(cover(under: 40..<560, paperBesideCard: (190, 110, 150)).sideShares[2] == 0)
  }

  /// Between a card and a sheet of its colour there is no step that could be the sheet's edge.
  @Test func aSheetLikeTheCardDoesNot() {
    #expect(cover(under: 40..<560, card: (205, 126, 130)).sideShares[2] < 0.15)
  }

  @Test func aFaintStepBeyondTheCornersDoesNot() {
    #expect(cover(under: 40..<560, paper: (105, 115, 140)).sideShares[2] == 0)
  }

  @Test func aShadowCoversNothing() {
    #expect(cover(at: (100, 75), shade: 0.5) == .none)
  }

  @Test func aReflectionCoversNothing() {
    #expect(cover(at: (500, 325), colour: (255, 128, 128)) == .none)
  }

  @Test func anOutlineTooSmallToTellIsNotLookedAt() {
    let size = PixelSize(width: 40, height: 40)
    let image = WorkingImage(
      storedSize: size, factor: 1, luma: [UInt8](repeating: 9, count: 1600), chromaBlue: [],
      chromaRed: [])
    let point = PixelPoint(x: 20, y: 20)
    let outline = Quadrilateral(
      topLeft: point, topRight: point, bottomRight: point, bottomLeft: point)
    #expect(OutlineCover(outline, in: image) == .none)
  }

  @Test func reordersWithTheCorners() {
    let cover = OutlineCover(
      isCornerCovered: [true, false, false, false], sideShares: [0.1, 0.2, 0.3, 0.4])
    let turned = cover.reordered([1, 2, 3, 0])
    #expect(turned.isCornerCovered == [false, false, false, true])
    #expect(turned.sideShares == [0.2, 0.3, 0.4, 0.1])
    let mirrored = cover.reordered([1, 0, 3, 2])
    #expect(mirrored.isCornerCovered == [false, true, false, false])
    #expect(mirrored.sideShares == [0.1, 0.4, 0.3, 0.2])
  }
}
