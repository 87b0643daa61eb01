import Clearframe
import Testing

@Suite struct UprightSamplerTests {
  /// A picture whose working pixels all differ, with partial blocks at its right and lower edges.
  private static func working(factor: Int) -> WorkingImage {
    let stored = PixelSize(width: 13 * factor - (factor - 1), height: 7 * factor - (factor - 1))
    return WorkingImage(
      storedSize: stored, factor: factor, luma: (0..<91).map { UInt8($0 * 2) }, chromaBlue: [],
      chromaRed: [])
  }

  @Test(arguments: Orientation.allCases)
  func standsUpright(_ orientation: Orientation) throws {
    let working = Self.working(factor: 1)
    let stored = working.storedSize
    let upright = orientation.uprightSize(of: stored)
    let sampler = UprightSampler(working, orientation: orientation)
    let plane = sampler.plane(
      x: 0, y: 0, width: sampler.width, height: sampler.height, scale: 1)
    #expect(sampler.width == upright.width)
    #expect(sampler.height == upright.height)
    for row in 0..<stored.height {
      for column in 0..<stored.width {
        let point = orientation.upright(
          PixelPoint(x: Double(column) + 0.5, y: Double(row) + 0.5), stored: stored)
        let value = plane.samples[Int(point.y) * plane.width + Int(point.x)]
        #expect(value == UInt8((row * 13 + column) * 2))
      }
    }
  }

  @Test(arguments: Orientation.allCases)
  func positionsAreThoseOfTheOriginal(_ orientation: Orientation) {
    let working = Self.working(factor: 4)
    let stored = working.storedSize
    let sampler = UprightSampler(working, orientation: orientation)
    let upright = orientation.uprightSize(of: stored)
    // The working pixel in the stored picture's upper left corner is a whole block.
    let corner = orientation.upright(PixelPoint(x: 0, y: 0), stored: stored)
    let xs = [sampler.originalX(0), sampler.originalX(Double(sampler.width))]
    let ys = [sampler.originalY(0), sampler.originalY(Double(sampler.height))]
    #expect(xs.contains(corner.x))
    #expect(ys.contains(corner.y))
    #expect(xs[0] <= 0 && xs[0] > -4 && xs[1] >= Double(upright.width))
    #expect(ys[0] <= 0 && ys[0] > -4 && ys[1] >= Double(upright.height))
  }

  @Test func repeatsTheEdgeOutsideTheFrame() {
    let sampler = UprightSampler(Self.working(factor: 1), orientation: .up)
    let plane = sampler.plane(x: -3, y: -2, width: 20, height: 12, scale: 1)
    #expect(plane.samples[0] == 0)
    #expect(plane.samples[2 * 20 + 3] == 0)
    #expect(plane.samples[19] == 24)
    #expect(plane.samples[12 * 20 - 1] == 180)
  }

  @Test func averagesWhatASampleCovers() {
    let sampler = UprightSampler(Self.working(factor: 1), orientation: .up)
    let plane = sampler.plane(x: 0, y: 0, width: 2, height: 1, scale: 2)
    // (0 + 2 + 26 + 28) / 4 and (4 + 6 + 30 + 32) / 4.
    #expect(plane.samples == [14, 18])
    let larger = sampler.plane(x: 0, y: 0, width: 4, height: 1, scale: 0.5)
    #expect(larger.samples == [0, 0, 2, 2])
  }

  @Test func medianIsThatOfThePartInside() {
    let plane = LumaPlane(width: 3, height: 2, samples: [9, 1, 5, 7, 3, 200])
    #expect(plane.median(columns: 0..<3, rows: 0..<2) == 7)
    #expect(plane.median(columns: -5..<2, rows: 1..<9) == 7)
    #expect(plane.median(columns: 2..<3, rows: 0..<1) == 5)
    #expect(plane.median(columns: 3..<9, rows: 0..<2) == nil)
  }
}
