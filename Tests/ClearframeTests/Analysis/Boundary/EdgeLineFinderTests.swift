import Clearframe
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct EdgeLineFinderTests {
  @Test func binsFollowTheArcTangent() {
    let count = EdgeLineFinder.angleCount
    for step in 0..<7_200 {
      // Not on the border between two bins, where either is right.
      let angle = (Double(step) + 0.5) * Double.pi / 3_600
      let bin = EdgeLineFinder.bin(ofNormal: Float(cos(angle)), Float(sin(angle)))
      let turn = angle >= Double.pi ? angle - Double.pi : angle
      #expect(Int(bin) == Int(turn * Double(count) / Double.pi), "step \(step)")
    }
  }

  @Test func normalsAlongTheAxesHaveBinsEitherWayRound() {
    #expect(EdgeLineFinder.bin(ofNormal: 1, 0) == 0)
    #expect(EdgeLineFinder.bin(ofNormal: -1, 0) == 0)
    #expect(EdgeLineFinder.bin(ofNormal: -1, -0.0) == 0)
    #expect(EdgeLineFinder.bin(ofNormal: 0, 1) == EdgeLineFinder.bin(ofNormal: 0, -1))
    #expect(EdgeLineFinder.bin(ofNormal: 0, 0) == 0)
  }

  /// The lines between a pale and a dark half of a picture cut at an angle.
  @Test(arguments: [0.0, 17, 45, 88, 90, 133, 179])
  func findsTheEdgeBetweenTwoHalves(degrees: Double) throws {
    let width = 160
    let height = 120
    let normal = (x: cos(degrees * .pi / 180), y: sin(degrees * .pi / 180))
    var luma: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let along =
          (Double(x) + 0.5 - Double(width) / 2) * normal.x
          + (Double(y) + 0.5 - Double(height) / 2) * normal.y
        luma.append(UInt8(130 + 60 * max(-1, min(1, along / 1.5))))
      }
    }
    let working = WorkingImage(
      storedSize: PixelSize(width: width, height: height), factor: 1, luma: luma, chromaBlue: [],
      chromaRed: [])
    var finder = EdgeLineFinder(EdgeMap(ReducedImage(working)))
    let line = try #require(finder.lines(limit: 3).first)
    let agreement = abs(Double(line.normalX) * normal.x + Double(line.normalY) * normal.y)
    #expect(agreement > 0.9998)
    let middle = line.normalX * Float(width) / 2 + line.normalY * Float(height) / 2
    // The step lies between two pixels, either of which may be its edge.
    #expect(abs(middle - line.offset) < 1)
  }
}
