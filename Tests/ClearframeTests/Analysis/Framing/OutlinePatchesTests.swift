import Testing

@testable import Clearframe

@Suite struct OutlinePatchesTests {
  /// A gray card of 400 by 250 on a darker, blue desk in a picture of 600 by 400, with a column of
  /// print that is darker still in its left fifth.
  private static func image(hasChroma: Bool = true) -> WorkingImage {
    let size = PixelSize(width: 600, height: 400)
    var planes: [[UInt8]] = [[], [], []]
    for y in 0..<size.height {
      for x in 0..<size.width {
        let isCard = (100..<500).contains(x) && (75..<325).contains(y)
        let isPrint = isCard && (130..<180).contains(x) && (100..<300).contains(y)
        planes[0].append(isPrint ? 50 : isCard ? 200 : 100)
        planes[1].append(isCard ? 128 : 158)
        planes[2].append(128)
      }
    }
    return WorkingImage(
      storedSize: size, factor: 1, luma: planes[0], chromaBlue: hasChroma ? planes[1] : [],
      chromaRed: hasChroma ? planes[2] : [])
  }

  private static func outline(left: Double = 100, turned: Int = 0) -> Quadrilateral {
    let corners = [
      PixelPoint(x: left, y: 75), PixelPoint(x: 500, y: 75), PixelPoint(x: 500, y: 325),
      PixelPoint(x: left, y: 325),
    ]
    func corner(_ index: Int) -> PixelPoint { corners[(index + turned) % 4] }
    return Quadrilateral(
      topLeft: corner(0), topRight: corner(1), bottomRight: corner(2), bottomLeft: corner(3))
  }

  /// The seven numbers of one patch at a place of it, to three digits.
  private static func values(_ patches: [Float], _ row: Int, _ column: Int, patch: Int) -> [Float] {
    let start = (row * CoverNetwork.side + column) * CoverNetwork.planes + 7 * patch
    return patches[start..<start + 7].map { ($0 * 1000).rounded() / 1000 }
  }

  @Test func aCornerHasTheDocumentBelowAndToTheRight() throws {
    for turned in 0..<4 {
      let image = Self.image()
      let patched = OutlinePatches(Self.outline(turned: turned), in: image)
      let found = try #require(patched)
      let patches = found.patches(at: 0, ofSide: 0, in: image)
      for patch in 0..<2 {
        // Luma over the level of 200, twice; chroma four times.
        #expect(Self.values(patches, 4, 4, patch: patch) == [0, 0, 0, -1, 0.6, 0, 0])
        #expect(Self.values(patches, 28, 4, patch: patch) == [0, 0, 0, -1, 0.6, 0, 0])
        #expect(Self.values(patches, 4, 28, patch: patch) == [0, 0, 0, -1, 0.6, 0, 0])
        #expect(Self.values(patches, 20, 20, patch: patch) == [1, -0.6, 0, 0, 0, 0, 1])
      }
    }
  }

  @Test func theFirstPatchReachesFarther() throws {
    let image = Self.image()
    let patched = OutlinePatches(Self.outline(), in: image)
    let found = try #require(patched)
    // The print 30 pixels from the corner.
    let patches = found.patches(at: 0, ofSide: 0, in: image)
    #expect(Self.values(patches, 31, 31, patch: 0)[3] < 0)
    #expect(Self.values(patches, 31, 31, patch: 1)[3] == 0)
  }

  @Test func aPlaceOnASideHasTheDocumentBelow() throws {
    let image = Self.image()
    let patched = OutlinePatches(Self.outline(), in: image)
    let found = try #require(patched)
    for side in 0..<4 {
      let patches = found.patches(at: 4, ofSide: side, in: image)
      for column in [0, 16, 31] {
        #expect(Self.values(patches, 10, column, patch: 1)[6] == 0)
        #expect(Self.values(patches, 20, column, patch: 1) == [1, -0.6, 0, 0, 0, 0, 1])
      }
    }
  }

  @Test func whatLiesBeyondTheFrameIsMarked() throws {
    let image = Self.image()
    let patched = OutlinePatches(Self.outline(left: 2), in: image)
    let found = try #require(patched)
    let isSeen00 = found.isSeen(0, ofSide: 0, in: image)
    #expect(isSeen00)
    let isSeen43 = found.isSeen(4, ofSide: 3, in: image)
    #expect(!isSeen43)
    let isSeen41 = found.isSeen(4, ofSide: 1, in: image)
    #expect(isSeen41)
    let patches = found.patches(at: 0, ofSide: 0, in: image)
    #expect(Self.values(patches, 20, 0, patch: 0) == [0, 0, 0, 0, 0, 0, -1])
  }

  @Test func aGrayPictureHasNoChroma() throws {
    let image = Self.image(hasChroma: false)
    let patched = OutlinePatches(Self.outline(), in: image)
    let found = try #require(patched)
    let patches = found.patches(at: 0, ofSide: 0, in: image)
    #expect(Self.values(patches, 4, 4, patch: 0) == [0, 0, 0, -1, 0, 0, 0])
  }

  @Test func aSmallOutlineIsNotLookedAt() {
    let image = Self.image()
    let point = PixelPoint(x: 20, y: 20)
    let outline = Quadrilateral(
      topLeft: point, topRight: PixelPoint(x: 60, y: 20), bottomRight: PixelPoint(x: 60, y: 40),
      bottomLeft: PixelPoint(x: 20, y: 40))
    let isNil = OutlinePatches(outline, in: image) == nil
    #expect(isNil)
  }

  private static func rectangle(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double)
    -> Quadrilateral
  {
    Quadrilateral(
      topLeft: PixelPoint(x: left, y: top), topRight: PixelPoint(x: right, y: top),
      bottomRight: PixelPoint(x: right, y: bottom), bottomLeft: PixelPoint(x: left, y: bottom))
  }

  @Test func anOutlineFarOutsideTheFrameIsNotLookedAt() {
    let image = Self.image()
    let isNil = OutlinePatches(Self.rectangle(10_100, 75, 10_500, 325), in: image) == nil
    #expect(isNil)
  }

  @Test func aDocumentThatFillsTheFrameStandsForTheDesk() throws {
    let image = Self.image()
    let patched = OutlinePatches(Self.rectangle(-2, -2, 602, 402), in: image)
    let found = try #require(patched)
    let values = Self.values(found.patches(at: 0, ofSide: 0, in: image), 24, 24, patch: 0)
    #expect(Array(values[0..<3]) == Array(values[3..<6]))
    #expect(values[6] == 1)
  }
}
