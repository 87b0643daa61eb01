import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct BackgroundMapCastShadowTests {
  /// A head before a wall that its own shadow darkens on the left, with a rim `softness` wide.
  private func shadowed(
    by luma: Int, offset: Double = 0.05, softness: Double, red: Int = 128
  ) -> PaintedPortrait {
    var portrait = PaintedPortrait()
    portrait.change = { x, y, wall in
      let u = x - 0.5 + offset
      let v = (y - 0.42) * 4 / 3 + 0.02
      let distance = (u * u / 0.03 + v * v / 0.05).squareRoot() - 1
      let depth = min(1, max(0, 0.5 - distance * 0.2 / softness))
      return PaintedPortrait.Tone(
        luma: wall.luma + Int(depth * Double(luma - wall.luma)),
        red: 128 + Int(depth * Double(red - 128)))
    }
    return portrait
  }

  @Test(arguments: [(150, 0.004), (170, 0.05), (190, 0.05)])
  func aNarrowShadowBesideTheHeadIsFound(_ luma: Int, _ softness: Double) throws {
    let portrait = shadowed(by: luma, softness: softness)
    let found = try #require(portrait.measurement)
    #expect(found.shadowShare > 0.008, "\(found.shadowShare)")
    #expect(try portrait.answer(BackgroundUnevenRule()).outcome == .fail)
    let region = try #require(found.regions.first)
    #expect(region.x < 260 && region.x + region.width < 320, "\(region)")
  }

  /// Nobody minds a shadow that is barely there.
  @Test func aFaintShadowIsNone() throws {
    let portrait = shadowed(by: 226, softness: 0.05)
    #expect(try #require(portrait.measurement).shadowShare == 0)
    #expect(try portrait.answer(BackgroundUnevenRule()).outcome == .pass)
  }

  /// A shadow keeps the wall's hue; a scarf or a second face does not.
  @Test func whatHasAnotherHueIsNoShadow() throws {
    let portrait = shadowed(by: 190, softness: 0.05, red: 150)
    #expect(try #require(portrait.measurement).shadowShare == 0)
  }

  /// Gray hair over the ears is as dark as a shadow and as narrow.
  @Test(arguments: [150, 175, 200])
  func grayHairIsNoShadow(_ luma: Int) throws {
    var portrait = PaintedPortrait()
    portrait.hair = PaintedPortrait.Tone(luma: luma)
    #expect(try #require(portrait.measurement).shadowShare == 0)
    #expect(try portrait.answer(BackgroundUnevenRule()).outcome == .pass)
  }

  /// Strands that a headband sets apart from the hair above the forehead have its texture still.
  @Test func strandsBesideTheHeadAreNoShadow() throws {
    var portrait = shadowed(by: 190, softness: 0.05)
    let smooth = portrait.change
    portrait.change = { x, y, wall in
      let tone = smooth(x, y, wall)
      guard tone.luma < wall.luma else { return tone }
      return PaintedPortrait.Tone(luma: tone.luma + (Int(y * 130).isMultiple(of: 2) ? 14 : -14))
    }
    #expect(try #require(portrait.measurement).shadowShare == 0)
  }
}
