import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct BackgroundFindingTests {
  @Test func measuresAPlainWallAndNotThePerson() throws {
    let found = try #require(PaintedPortrait().measurement)
    #expect(abs(found.color.lightness - 93) < 1)
    #expect(found.color.chroma < 1)
    #expect(found.spread < 0.5 && found.texture < 0.2)
    #expect(found.foreignShare == 0 && found.regions.isEmpty)
    #expect(found.areaShare > 0.3)
    #expect(abs(found.colors.reduce(0) { $0 + $1.share } - 1) < 1e-9)
  }

  @Test(arguments: Orientation.allCases)
  func orientationDoesNotMatter(_ orientation: Orientation) throws {
    var portrait = PaintedPortrait()
    portrait.orientation = orientation
    if orientation.swapsAxes { (portrait.width, portrait.height) = (800, 600) }
    portrait.change = { x, y, wall in
      x > 0.86 && y < 0.3 ? PaintedPortrait.Tone(luma: 60) : wall
    }
    let found = try #require(portrait.measurement)
    #expect(found.foreignShare > 0.05)
    let region = try #require(found.regions.first)
    #expect(region.x > 480 && region.y < 20 && region.height < 300, "\(region)")
  }

  @Test func theHeadAndShouldersAreLocated() throws {
    let person = try #require(PaintedPortrait().measurement?.person)
    // The head is 600 * sqrt(0.03) = 104 pixels from its middle to its side, from row 187 on.
    #expect(abs(person.x + person.width / 2 - 300) < 20)
    #expect((360...520).contains(person.width), "\(person)")
    #expect((140...215).contains(person.y), "\(person)")
    #expect(person.y + person.height <= 800)
  }

  @Test func hairThatTheUpperEdgeCutsIsNotTheWall() throws {
    var portrait = PaintedPortrait()
    // Hair over nearly the whole upper edge, down to the eyes; the wall shows at both corners.
    portrait.change = { x, y, wall in
      let u = (x - 0.5) / 0.47
      let v = (y - 0.2) / 0.3
      return u * u * u * u + v * v < 1 ? PaintedPortrait.Tone(luma: 25) : wall
    }
    let found = try #require(portrait.measurement)
    #expect(found.color.lightness > 90, "\(found.color)")
  }

  /// Hair as wide as the picture, from the left edge nearly to the right one.
  private func wideHair(_ luma: Int) -> PaintedPortrait {
    var portrait = PaintedPortrait()
    portrait.change = { x, y, wall in
      let u = (x - 0.46) / 0.5
      let v = (y - 0.32) / 0.26
      return u * u + v * v < 1 ? PaintedPortrait.Tone(luma: luma) : wall
    }
    return portrait
  }

  @Test func hairThatASideCutsIsNotBehindThePerson() throws {
    let found = try #require(wideHair(30).measurement)
    #expect(found.color.lightness > 90 && !found.isBusy, "\(found.color)")
    #expect(found.foreignShare < 0.004 && found.regions.isEmpty, "\(found.foreignShare)")
  }

  @Test func whatASideCutsInAnotherColourIsBehindThePerson() throws {
    var portrait = wideHair(30)
    let hair = portrait.change
    portrait.change = { x, y, wall in
      let tone = hair(x, y, wall)
      return x < 0.1 && tone.luma == 30
        ? PaintedPortrait.Tone(luma: 100, blue: 110, red: 160) : tone
    }
    let found = try #require(portrait.measurement)
    #expect(found.foreignShare > 0.02, "\(found.foreignShare)")
  }

  /// A second person's face has colors that the first one has, too.
  @Test func skinThatASideCutsIsBehindThePerson() throws {
    var portrait = wideHair(30)
    let hair = portrait.change
    let skin = portrait.skin
    portrait.change = { x, y, wall in
      let tone = hair(x, y, wall)
      return x < 0.1 && tone.luma == 30 ? skin : tone
    }
    let found = try #require(portrait.measurement)
    #expect(found.foreignShare > 0.02, "\(found.foreignShare)")
  }

  /// Hair that one side cuts reaches about as far on the other.
  @Test func aDarkThingBesideWideHairIsNoHair() throws {
    var portrait = PaintedPortrait()
    portrait.change = { x, y, wall in
      let u = (x - 0.5) / 0.31
      let v = (y - 0.36) / 0.24
      let isHair = u * u + v * v < 1
      let isThing = x < 0.3 && y > 0.3 && y < 0.5
      return isHair || isThing ? PaintedPortrait.Tone(luma: 30) : wall
    }
    let found = try #require(portrait.measurement)
    #expect(found.foreignShare > 0.02, "\(found.foreignShare)")
  }

  @Test func aDarkThingBesideANarrowHeadIsNoHair() throws {
    var portrait = PaintedPortrait()
    // As dark as the hair, from the left edge to the head.
    portrait.change = { x, y, wall in
      x < 0.4 && y > 0.2 && y < 0.55 ? PaintedPortrait.Tone(luma: 30) : wall
    }
    let found = try #require(portrait.measurement)
    #expect(found.foreignShare > 0.05, "\(found.foreignShare)")
  }

  @Test(arguments: [
    (PaintedPortrait.Tone(luma: 110, blue: 165, red: 95), 0.012...0.2),
    (PaintedPortrait.Tone(luma: 30), 0...0.004),
  ])
  func aThingThatTheHeadCoversHalfShowsByItsColour(
    _ thing: PaintedPortrait.Tone, _ share: ClosedRange<Double>
  ) throws {
    var portrait = PaintedPortrait()
    portrait.change = { x, y, wall in
      x > 0.2 && x < 0.4 && y > 0.3 && y < 0.45 ? thing : wall
    }
    let found = try #require(portrait.measurement)
    #expect(share.contains(found.foreignShare), "\(found.foreignShare)")
  }

  @Test func faintJointsOfTilesAreBehindThePerson() throws {
    var portrait = PaintedPortrait()
    // Joints of 6 pixels, two of the reduced picture, a little darker than the tiles.
    portrait.change = { x, y, wall in
      let isJoint = [Int(x * 600) % 108, Int(y * 800) % 129].contains { (48..<54).contains($0) }
      return isJoint ? PaintedPortrait.Tone(luma: wall.luma - 24) : wall
    }
    let found = try #require(portrait.measurement)
    #expect(found.foreignShare > 0.02, "\(found)")
  }

  @Test func theHaloOfABurntWallIsNoThing() throws {
    var portrait = PaintedPortrait()
    portrait.wall = PaintedPortrait.Tone(luma: 255)
    // Light fades into the hair over 36 of 600 pixels.
    portrait.change = { x, y, wall in
      let u = x - 0.5
      let v = (y - 0.42) * 4 / 3 + 0.03
      let distance = (u * u / 0.03 + v * v / 0.05).squareRoot()
      return v < 0.05 && distance < 1.35
        ? PaintedPortrait.Tone(luma: 200 + Int(55 * (distance - 1) / 0.35)) : wall
    }
    let found = try #require(portrait.measurement)
    #expect(found.foreignShare < 0.004, "\(found.foreignShare)")
  }

  @Test func aStripAlongTheUpperEdgeIsNotTheWholeBackground() throws {
    // The end of a roll-up screen: dark above, white from there to the shoulders on one side.
    var portrait = PaintedPortrait()
    portrait.change = { x, y, wall in
      y < 0.06 || x > 0.93 ? PaintedPortrait.Tone(luma: 50, blue: 150, red: 110) : wall
    }
    let found = try #require(portrait.measurement)
    #expect(found.color.lightness > 90, "\(found.color)")
    #expect(found.foreignShare > 0.05)
  }

  @Test func skinHairAndClothesDoNotMoveTheNumbers() throws {
    let plain = try #require(PaintedPortrait().measurement)
    for luma in stride(from: 30, through: 220, by: 38) {
      for cloth in [25, 120, 215] {
        var portrait = PaintedPortrait()
        portrait.skin = PaintedPortrait.Tone(luma: luma, blue: 118, red: 140)
        portrait.cloth = PaintedPortrait.Tone(luma: cloth)
        let found = try #require(portrait.measurement, "skin \(luma), cloth \(cloth)")
        #expect(found.color.difference(to: plain.color) < 0.6)
        #expect(found.spread < 1 && found.foreignShare < 0.004, "skin \(luma), cloth \(cloth)")
      }
    }
  }

  @Test func aGradientIsFollowedAndItsSpreadMeasured() throws {
    var portrait = PaintedPortrait()
    portrait.change = { x, _, wall in
      PaintedPortrait.Tone(luma: wall.luma - Int(90 * x), blue: 128, red: 128)
    }
    let found = try #require(portrait.measurement)
    #expect(found.spread > 20)
    #expect(!found.isBusy)
  }

  @Test func aHardShadowBesideTheHeadIsFound() throws {
    var portrait = PaintedPortrait()
    portrait.change = { x, y, wall in
      let u = x - 0.64
      let v = (y - 0.46) * 4 / 3
      return u * u / 0.024 + v * v / 0.045 < 1 ? PaintedPortrait.Tone(luma: 170) : wall
    }
    let found = try #require(portrait.measurement)
    #expect(found.shadowShare > 0.02)
    #expect(found.foreignShare >= found.shadowShare * 0.8)
  }

  @Test func textureIsMeasured() throws {
    var portrait = PaintedPortrait()
    portrait.change = { x, y, wall in
      (Int(x * 30) + Int(y * 40)).isMultiple(of: 2) ? wall : PaintedPortrait.Tone(luma: 200)
    }
    let found = try #require(portrait.measurement)
    #expect(found.texture > 1.5)
  }

  @Test func aLostOutlineShowsInAClippedBackgroundOnly() throws {
    var portrait = PaintedPortrait()
    portrait.wall = PaintedPortrait.Tone(luma: 255)
    #expect(try #require(portrait.measurement).lostOutlineShare < 0.08)
    portrait.clarity = 0.04
    #expect(try #require(portrait.measurement).lostOutlineShare > 0.25)
  }

  @Test(arguments: [(0.16, 0...0.1), (0.05, 0.25...1)])
  func anOutlineIsLostUnderSixUnits(clarity: Double, share: ClosedRange<Double>) throws {
    // Hair and cloth differ from pure white by 11 to 13 units of CIELAB, and by 3 to 4.5.
    var portrait = PaintedPortrait()
    portrait.wall = PaintedPortrait.Tone(luma: 255)
    portrait.clarity = clarity
    let lost = try #require(portrait.measurement).lostOutlineShare
    #expect(share.contains(lost), "\(lost)")
  }

  @Test(arguments: [(0.42, 0.0...0.02), (0.32, 0.03...0.2)])
  func shouldersThatEndBesideTheHeadAreLost(
    _ shoulders: Double, _ share: ClosedRange<Double>
  ) throws {
    // The head is 0.17 wide to each side, so that shoulders are sure to reach to 0.38.
    var portrait = PaintedPortrait()
    portrait.wall = PaintedPortrait.Tone(luma: 255)
    portrait.shoulders = shoulders
    let lost = try #require(portrait.measurement).lostOutlineShare
    #expect(share.contains(lost), "\(lost)")
  }

  /// Light that spills over a person leaves colours on both sides, but no line between them.
  @Test(arguments: [(0.002, 0...0.08), (0.16, 0.25...1)])
  func anOutlineThatLightSpillsOverIsLost(
    _ spill: Double, _ share: ClosedRange<Double>
  ) throws {
    var portrait = PaintedPortrait()
    portrait.wall = PaintedPortrait.Tone(luma: 255)
    portrait.spill = spill
    let lost = try #require(portrait.measurement).lostOutlineShare
    #expect(share.contains(lost), "\(lost)")
  }

  /// In a picture of the face that ends at the neck there are no shoulders to lose.
  @Test func aNeckThatThePictureCutsHasAClearOutline() throws {
    var portrait = PaintedPortrait()
    portrait.height = 370
    portrait.shoulders = 0.12
    portrait.wall = PaintedPortrait.Tone(luma: 255)
    let lost = try #require(portrait.measurement).lostOutlineShare
    #expect(lost < 0.1, "\(lost)")
  }

  /// A plant that begins above the shoulders and goes on beside them is measured down to its foot.
  @Test func aPlantBesideTheShouldersIsBehindThePerson() throws {
    func share(from top: Double) throws -> Double {
      var portrait = PaintedPortrait()
      portrait.shoulders = 0.3
      portrait.change = { x, y, wall in
        x > 0.82 && y > top && y < 0.85
          ? PaintedPortrait.Tone(luma: 90, blue: 100, red: 95) : wall
      }
      return try #require(portrait.measurement).foreignShare
    }
    let plant = try share(from: 0.55)
    #expect(plant > 0.04, "\(plant)")
    // What begins below the shoulders may be clothes.
    let below = try share(from: 0.75)
    #expect(below < 0.01, "\(below)")
  }

  /// Hair that both edges cut leaves a deep shadow no wall to lie beside.
  @Test func aShadowBetweenWideHairAndTheSideIsFound() throws {
    var portrait = wideHair(30)
    let hair = portrait.change
    portrait.change = { x, y, wall in
      let here = hair(x, y, wall)
      guard here.luma == wall.luma, x > 0.72, y > 0.3, y < 0.7 else { return here }
      return PaintedPortrait.Tone(luma: 130)
    }
    let found = try #require(portrait.measurement)
    #expect(found.shadowShare > 0.01, "\(found.shadowShare)")
    #expect(try #require(wideHair(30).measurement).shadowShare < 0.001)
  }

  /// Where the outline is lost in the light, what is pale beside the head may be the person.
  @Test func whereTheOutlineIsLostOnlyTheRimIsMeasured() throws {
    func foreignShare(cloth: Int) throws -> Double {
      var portrait = PaintedPortrait()
      portrait.wall = PaintedPortrait.Tone(luma: 255)
      portrait.cloth = PaintedPortrait.Tone(luma: cloth)
      portrait.change = { x, y, wall in
        x > 0.8 && x < 0.9 && y > 0.2 && y < 0.35 ? PaintedPortrait.Tone(luma: 200) : wall
      }
      return try #require(portrait.measurement).foreignShare
    }
    let seen = try foreignShare(cloth: 60)
    #expect(seen > 0.02, "\(seen)")
    #expect(try foreignShare(cloth: 255) == 0)
  }

  @Test func withoutAPersonThereIsNoAnswer() {
    var portrait = PaintedPortrait()
    portrait.hasPerson = false
    guard case .notSeparable(let reason) = portrait.finding else {
      Issue.record("measured")
      return
    }
    #expect(reason.hasSuffix("."))
  }

  @Test(arguments: [(1, 1), (3, 900), (900, 3), (17, 16), (40, 33), (1, 400)])
  func oddSizesAreNoTrouble(_ width: Int, _ height: Int) {
    var random = SeededGenerator(seed: UInt64(width * 1_000 + height))
    let noise = (0..<256).map { _ in Int(random.next() % 256) }
    for hasChroma in [true, false] {
      var portrait = PaintedPortrait(width: width, height: height, hasChroma: hasChroma)
      portrait.change = { x, y, _ in
        PaintedPortrait.Tone(luma: noise[Int(x * 5_000 + y * 777) % 256])
      }
      if case .measured(let found) = portrait.finding {
        #expect(found.areaShare > 0 && found.areaShare <= 1)
      }
    }
  }
}
