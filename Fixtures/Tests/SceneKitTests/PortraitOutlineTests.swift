import FixtureKit
import Testing

@testable import SceneKit

/// A gray figure of 640 by 640 pixels before a wall, a disc with a bar below it.
@Suite struct PortraitOutlineTests {
  private let width = 640

  /// - Parameters:
  ///   - fade: Over how many pixels from the outline inwards the wall's level fades to the figure's.
  private func lostShare(
    wall: Int, disc: Int, bar: Int, fade: Float = 0, within reach: Float = PortraitOutline.nearby
  ) -> Float {
    var picture = Bitmap(width: width, height: width)
    var person = [UInt8](repeating: 0, count: width * width)
    for row in 0..<width {
      for column in 0..<width {
        let p = Vector2(Float(column) - 320, Float(row) - 260)
        let inDisc = 150 - length(p)
        let inBar = min(250 - abs(p.x), p.y - 130)
        let depth = max(inDisc, inBar)
        let index = row * width + column
        guard depth > 0 else {
          for channel in 0..<3 { picture.samples[index * 3 + channel] = UInt8(wall) }
          continue
        }
        person[index] = 255
        let own = Float(inDisc > 0 ? disc : bar)
        let part = fade > 0 ? min(1, depth / fade) : 1
        let level = Float(wall) + (own - Float(wall)) * part
        for channel in 0..<3 { picture.samples[index * 3 + channel] = UInt8(level) }
      }
    }
    return PortraitOutline(picture, person: person).lostShare(within: reach)
  }

  @Test func aStepIsALine() {
    #expect(lostShare(wall: 255, disc: 60, bar: 60) < 0.01)
    // L* 91 and 97; where disc and bar meet, the outline turns and a faint step is crossed askew.
    #expect(lostShare(wall: 255, disc: 230, bar: 230) < 0.05)
    #expect(lostShare(wall: 255, disc: 247, bar: 247) > 0.99)
  }

  @Test func onlyBurntWallsHideAnOutline() {
    #expect(lostShare(wall: 248, disc: 247, bar: 247) == 0)
  }

  @Test func aMissingPartIsASharedLoss() {
    let shoulders = lostShare(wall: 255, disc: 60, bar: 255)
    #expect(shoulders > 0.3 && shoulders < 0.7, "\(shoulders)")
    let head = lostShare(wall: 255, disc: 255, bar: 60)
    #expect(head > 0.3 && head < 0.7, "\(head)")
  }

  /// Steps of 5 units over two blocks of two pixels for as far as the wall's light spills.
  @Test func shadingIsNoLine() {
    #expect(lostShare(wall: 255, disc: 60, bar: 60, fade: 120) > 0.99)
    #expect(lostShare(wall: 255, disc: 60, bar: 60, fade: 6) < 0.01)
  }

  /// Light that has eaten 16 of 640 pixels: too much in the strict reading, not in the loose one.
  @Test func theLooseReadingForgivesAThinHalo() {
    var picture = Bitmap(width: width, height: width)
    var person = [UInt8](repeating: 0, count: width * width)
    for row in 0..<width {
      for column in 0..<width {
        let depth = 200 - length(Vector2(Float(column) - 320, Float(row) - 320))
        let index = row * width + column
        if depth > 0 { person[index] = 255 }
        for channel in 0..<3 {
          picture.samples[index * 3 + channel] = depth > 16 ? 60 : 255
        }
      }
    }
    let outline = PortraitOutline(picture, person: person)
    #expect(outline.lostShare(within: PortraitOutline.nearby) > 0.9)
    #expect(outline.lostShare(within: PortraitOutline.around) < 0.1)
  }
}
