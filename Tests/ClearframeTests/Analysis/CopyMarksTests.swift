import Testing

@testable import Clearframe

@Suite struct CopyMarksTests {
  /// A card on a brown desk: paper, a band, a portrait in its box and lines of text.
  private func scene(
    paper: PaintedScene.Colour, band: PaintedScene.Colour, skin: PaintedScene.Colour,
    box: PaintedScene.Colour, rows: Int = 6
  ) -> PaintedScene {
    var scene = PaintedScene(width: 960, height: 720, background: [110, 108, 150])
    func part(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> [PixelPoint] {
      PaintedScene.rectangle(
        centre: (180 + 300 * (left + right), 170 + 190 * (top + bottom)),
        size: (600 * (right - left), 380 * (bottom - top)))
    }
    scene.fill(part(0, 0, 1, 1), paper)
    scene.fill(part(0, 0, 1, 0.18), band)
    scene.fill(part(0.06, 0.28, 0.34, 0.86), box)
    scene.fill(part(0.13, 0.36, 0.27, 0.66), skin)
    scene.fill(part(0.13, 0.3, 0.27, 0.42), [40, skin.y / 3 + 85, skin.z / 3 + 85])
    scene.fill(part(0.08, 0.7, 0.32, 0.86), [60, box.y / 2 + 64, box.z / 2 + 64])
    scene.print(on: part(0.4, 0.22, 0.98, 0.95), rows: rows, seed: 7)
    scene.addNoise(2, seed: 11)
    return scene
  }

  private var original: PaintedScene {
    scene(
      paper: [200, 140, 116], band: [120, 160, 100], skin: [150, 108, 152], box: [170, 140, 110])
  }
  /// Gray print on paper under a warm lamp.
  private var copy: PaintedScene { copy(rows: 6) }

  private func copy(rows: Int) -> PaintedScene {
    func gray(_ luma: Double) -> PaintedScene.Colour {
      let part = (luma + 14) / (205 + 14)
      return [luma, 128 - 8 * part, 128 + 7 * part]
    }
    return scene(paper: gray(205), band: gray(120), skin: gray(130), box: gray(175), rows: rows)
  }

  @Test func tellsACopyFromAnOriginal() throws {
    let gray = copy.image()
    let found = CopyMarks(gray)
    let marks = try #require(found)
    #expect(marks.logOdds > 2, "\(marks)")
    // The card takes a third of the frame.
    #expect(abs(marks.copyArea / (48 * 36) - 0.33) < 0.1, "\(marks)")
    let residue = try #require(marks.residue)
    #expect(residue.strength < 2)
    #expect(residue.openShare == 1)
    let coloured = original.image()
    let otherMarks = CopyMarks(coloured)
    let others = try #require(otherMarks)
    #expect(others.logOdds < -2, "\(others)")
  }

  /// A copy with the reflection of a greenish lamp on its blank part, as it is coded.
  private func shining() -> WorkingImage {
    let image = copy(rows: 0).image()
    var luma = image.luma
    var blue = image.chromaBlue
    var red = image.chromaRed
    for index in luma.indices {
      let x = Double(index % image.width) - 560
      let y = Double(index / image.width) - 400
      let light = max(0, 1 - max(0, (x * x + y * y).squareRoot() - 30) / 30)
      if light == 1 {
        (luma[index], blue[index], red[index]) = (254, 128, 128)
      } else {
        luma[index] = UInt8(Double(luma[index]) + 45 * light)
        blue[index] -= UInt8(10 * light)
        red[index] -= UInt8(10 * light)
      }
    }
    return WorkingImage(
      storedSize: image.storedSize, factor: 1, luma: luma, chromaBlue: blue, chromaRed: red)
  }

  @Test func theTintOfALampIsNoColourOfACopy() throws {
    let image = shining()
    let found = CopyMarks(image)
    let marks = try #require(found)
    #expect(marks.logOdds > 2, "\(marks)")
    let residue = try #require(marks.residue)
    #expect(residue.strength < 3, "\(residue)")
  }

  @Test func aHighPictureIsSeenAsAWideOne() throws {
    let wide = copy.image()
    let high = copy.transposed().image()
    let wideMarks = CopyMarks(wide)
    let one = try #require(wideMarks)
    let highMarks = CopyMarks(high)
    let two = try #require(highMarks)
    #expect(abs(one.copyArea - two.copyArea) < 2)
    #expect(abs(one.logOdds - two.logOdds) < 0.1)
  }

  /// What is marked is the mean of four looks, three of them mirrored, where one leaves it open.
  @Test func looksAtDoubtfulPicturesMirroredToo() throws {
    var ground = PaintedScene(width: 960, height: 720, background: [110, 108, 150])
    ground.strew(60, size: (30, 20), shades: 60...190, seed: 12)
    for (scene, isPlain) in [(ground, false), (original, true)] {
      let image = scene.image()
      let found = CopyMarks(image)
      let marks = try #require(found)
      let reduced = ReducedImage(image)
      let once = MarkingNetwork.copies.marks(on: reduced).areas
      let mean = MarkingNetwork.copies.marks(on: reduced, Mirroring.allCases).areas
      #expect(once != mean)
      #expect((marks.copyArea, marks.originalArea) == (isPlain ? once : mean))
    }
  }

  @Test func smallAndOddPicturesAreNoTrouble() {
    for (width, height) in [(1, 1), (1, 40), (5, 3), (17, 900)] {
      let scene = PaintedScene(width: width, height: height)
      let picture = scene.image()
      let gray = scene.image(isGray: true)
      let found = CopyMarks(picture)
      let grayFound = CopyMarks(gray)
      #expect(found?.logOdds.isFinite == true)
      #expect(grayFound?.logOdds.isFinite == true)
    }
  }

  @Test func oddsFollowTheAreas() {
    func odds(_ copy: Double, _ original: Double) -> Double {
      CopyMarks(copyArea: copy, originalArea: original, residue: nil).logOdds
    }
    #expect(abs(odds(0, 0)) < 0.5)
    #expect(odds(9, 0) > 1)
    #expect(odds(0, 9) < -1)
    #expect(abs(odds(400, 400) - odds(0, 0)) < 1e-9)
  }
}
