import Clearframe
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct PerspectiveRectangleTests {
  static let frame = PixelSize(width: 4000, height: 3000)

  /// The picture of a rectangle `width` by 1, tilted about two axes, by a pinhole camera.
  static func outline(
    width: Double, pitch: Double, yaw: Double, focal: Double
  ) -> Quadrilateral {
    let points = [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map { u, v in
      let x = u * width
      let y = v * cos(pitch)
      let z = v * sin(pitch)
      let turnedX = x * cos(yaw) + z * sin(yaw)
      let turnedZ = -x * sin(yaw) + z * cos(yaw) + 3
      return PixelPoint(
        x: 2000 + focal * turnedX / turnedZ, y: 1500 + focal * y / turnedZ)
    }
    return Quadrilateral(
      topLeft: points[0], topRight: points[1], bottomRight: points[2], bottomLeft: points[3])
  }

  @Test(arguments: [(0.3, 0.4), (0.5, -0.3), (-0.4, 0.35)])
  func recoversShapeTiltAndFocalLength(_ pitch: Double, _ yaw: Double) throws {
    let outline = Self.outline(width: 1.586, pitch: pitch, yaw: yaw, focal: 3100)
    let shape = try #require(PerspectiveRectangle(outline, frame: Self.frame))
    #expect(shape.isFocalLengthEstimated)
    #expect(abs(shape.focalLength - 3100) < 1)
    #expect(abs(shape.aspectRatio - 1.586) < 1e-3)
    let tilt = acos(cos(pitch) * cos(yaw)) * 180 / Double.pi
    #expect(abs(shape.tiltDegrees - tilt) < 0.1)
  }

  @Test func uprightViewUsesTheUsualFocalLength() throws {
    let outline = Self.outline(width: 1.414, pitch: 0, yaw: 0, focal: 3000)
    let shape = try #require(PerspectiveRectangle(outline, frame: Self.frame))
    #expect(!shape.isFocalLengthEstimated)
    #expect(abs(shape.aspectRatio - 1.414) < 1e-6)
    #expect(shape.tiltDegrees < 0.1)
  }

  @Test func tiltAboutOneAxisNeedsTheFocalLength() throws {
    let outline = Self.outline(width: 1.586, pitch: 0.5, yaw: 0, focal: 2880)
    let known = try #require(
      PerspectiveRectangle(outline, frame: Self.frame, focalLength: 2880))
    #expect(abs(known.aspectRatio - 1.586) < 1e-3)
    #expect(abs(known.tiltDegrees - 0.5 * 180 / Double.pi) < 0.1)
    // 2880 pixels is 0.72 of the long side: the assumption gives the same.
    let assumed = try #require(PerspectiveRectangle(outline, frame: Self.frame))
    #expect(abs(assumed.tiltDegrees - known.tiltDegrees) < 1e-6)
  }

  @Test(arguments: [(0.0, 0.0, 3000.0), (0.5, 0, 2700), (0.3, 0.4, 3100), (-0.4, 0.35, 6000)])
  func aRectangleDepartsFromNone(_ pitch: Double, _ yaw: Double, _ focal: Double) throws {
    let outline = Self.outline(width: 1.586, pitch: pitch, yaw: yaw, focal: focal)
    let shape = try #require(PerspectiveRectangle(outline, frame: Self.frame))
    #expect(shape.departureDegrees < 0.01)
  }

  /// A sheet over a part of a card leaves a side that is askew; from straight above the angle itself
  /// is what the sheet's edge and the card's sides make.
  @Test func anAskewSideDepartsFromARectangle() throws {
    func departure(_ drop: Double) throws -> Double {
      let outline = Quadrilateral(
        topLeft: PixelPoint(x: 800, y: 300), topRight: PixelPoint(x: 3200, y: 300),
        bottomRight: PixelPoint(x: 3200, y: 2200 + drop),
        bottomLeft: PixelPoint(x: 800, y: 2200 - drop))
      return try #require(PerspectiveRectangle(outline, frame: Self.frame)).departureDegrees
    }
    #expect(try departure(0) < 0.01)
    #expect(try departure(100) > 1)
    #expect(try departure(400) > 7)
  }
}
