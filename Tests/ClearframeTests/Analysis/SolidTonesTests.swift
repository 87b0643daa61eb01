import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct SolidTonesTests {
  /// A page of 280 by 400 pixels under a lamp to its left, with what `ink` leaves of the paper's
  /// light at each place.
  private func share(falloff: Double = 0, ink: (_ x: Int, _ y: Int) -> Double) throws -> Double {
    let width = 280
    let height = 400
    var luma: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let light = 220 * (1 - falloff * Double(x) / Double(width))
        luma.append(UInt8(light * ink(x, y)))
      }
    }
    let image = WorkingImage(
      storedSize: PixelSize(width: width, height: height), factor: 1, luma: luma, chromaBlue: [],
      chromaRed: [])
    let outline = Quadrilateral(
      topLeft: PixelPoint(x: 0, y: 0), topRight: PixelPoint(x: 280, y: 0),
      bottomRight: PixelPoint(x: 280, y: 400), bottomLeft: PixelPoint(x: 0, y: 400))
    let document = RectifiedDocument(image, outline: outline, decodedRows: height)
    return SolidTones(try #require(document)).share
  }

  /// Strokes four pixels wide in lines of print.
  private func print(_ x: Int, _ y: Int) -> Double { y % 14 < 4 && x % 9 < 5 ? 0.1 : 1 }

  @Test func printAndPaperAreNoTones() throws {
    #expect(try share { _, _ in 1 } == 0)
    #expect(try share(ink: print) == 0)
  }

  @Test func lightThatFallsOffIsNoTone() throws {
    #expect(try share(falloff: 0.6, ink: print) == 0)
  }

  @Test func aPortraitIsOne() throws {
    // 70 x 100 of 280 x 400 pixels are a sixteenth; print around it changes nothing.
    let found = try share { x, y in
      (40..<110).contains(x) && (60..<160).contains(y) ? 0.5 : print(x, y)
    }
    #expect(abs(found - 1.0 / 16 / (0.92 * 0.92)) < 0.01)
  }

  @Test func aPaleFieldIsPaper() throws {
    #expect(try share { x, _ in x < 140 ? 0.8 : 1 } == 0)
  }
}
