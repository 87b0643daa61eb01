import Clearframe
import Testing

@Suite struct PictureRegionsTests {
  static func plane(_ rows: [String]) -> CoarsePlane {
    let values = rows.flatMap { row in row.map { $0 == "#" ? Float(1) : 0 } }
    return CoarsePlane(values, width: rows[0].count, height: rows.count, step: 1)
  }

  @Test func cellsThatShareASideBelongTogether() throws {
    let plane = Self.plane(["##..#", "#...#", "###.#", "....."])
    var runs = MaskRuns()
    runs.label(plane, above: 0.5)
    let roots = runs.roots(areas: 1...20)
    #expect(roots.count == 2)
    let first = try #require(runs.shape(of: roots[0]))
    // The six cells, and the hull over the notch between their ends.
    #expect(first.filledArea == 6)
    let quad = try #require(HullQuad(first.hull))
    #expect(quad.area >= 6 && quad.area <= 9)
  }

  @Test func armsThatMeetFurtherDownAreOneRegion() {
    let plane = Self.plane(["#...#", "#.#.#", "#.#.#", "#####"])
    var runs = MaskRuns()
    runs.label(plane, above: 0.5)
    #expect(runs.roots(areas: 1...20).count == 1)
    // Two arms of three cells, one of two, and the five that join them.
    #expect(runs.roots(areas: 13...13).count == 1)
  }

  @Test func diagonalNeighboursStayApart() {
    var runs = MaskRuns()
    runs.label(Self.plane(["#.", ".#"]), above: 0.5)
    #expect(runs.roots(areas: 1...1).count == 2)
  }

  @Test func quadrilateralOfAnOctagonPutsTheCornersBack() throws {
    // A square of 10 with its corners cut off by 2.
    let hull: [SIMD2<Float>] = [
      [2, 0], [8, 0], [10, 2], [10, 8], [8, 10], [2, 10], [0, 8], [0, 2],
    ]
    let quad = try #require(HullQuad(hull))
    #expect(abs(quad.area - 100) < 1e-3)
    #expect(HullQuad([[0, 0], [4, 0], [0, 4]]) == nil)
  }

  @Test func closingTakesPrintOffPaper() {
    let plane = Self.plane(["#####", "##.##", "#####", "#####", ".....", ".....", "....."])
    let closed = plane.closed()
    #expect(closed.values[7] == 1)
    #expect(closed.values[22] == 0)
    #expect(plane.negative().values[7] == 0 && plane.negative().values[0] == -1)
  }

  @Test func meansAreTakenOverWholeBlocks() {
    let plane = CoarsePlane(
      [1, 3, 5, 7, 9, 1, 3, 5, 7, 9], width: 5, height: 2, step: 2)
    #expect(plane.columns == 2 && plane.rows == 1)
    #expect(plane.values == [2, 6])
  }

  /// Luma hides the card completely here; only its hue tells it from the desk.
  @Test func regionOfADocumentIsFoundByHueAlone() throws {
    let corners = PaintedScene.rectangle(
      centre: (390, 310), size: (430, 271), cosine: 0.9563, sine: 0.2924)
    var scene = PaintedScene(width: 800, height: 600, background: .init(140, 120, 136))
    scene.fill(corners, .init(140, 134, 122))
    scene.addNoise(3, seed: 3)
    let image = scene.image()
    let reduced = ReducedImage(image)
    let region = try #require(PictureRegions(reduced).regions.first)
    #expect(region.votes > 3 && region.fill > 0.9)
    let expected = corners.map { SIMD2(Float($0.x), Float($0.y)) / Float(reduced.factor) }
    // Good to two cells of four reduced pixels.
    #expect(region.distance(to: expected) < 8)
    let found = try #require(BoundaryDetector.find(in: image).boundary)
    #expect(PaintedScene.error(found.outline, corners) < 3)
  }

  @Test(arguments: [(4, 3), (17, 900), (900, 17), (64, 64)])
  func smallAndFlatPicturesGiveNoRegions(_ width: Int, _ height: Int) {
    let scene = PaintedScene(width: width, height: height)
    #expect(PictureRegions(ReducedImage(scene.image())).regions.isEmpty)
  }
}
