import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct ColorCellKernelTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func agreesWithTheReference(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let stride = 37
    let planes = (0..<3).map { _ in
      (0..<stride * 12).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }
    for first in 0..<stride * 8 where first % stride <= stride - ColorCellKernel.side {
      // Without clipped samples as well, so that both answers come up.
      let limit: UInt8 = first % 2 == 0 ? 255 : ColorCellKernel.greatestOpen
      let luma = planes[0].map { min($0, limit) }
      let cell = luma.withUnsafeBufferPointer { lumaBuffer in
        planes[1].withUnsafeBufferPointer { blue in
          planes[2].withUnsafeBufferPointer { red -> ColorCellKernel.Cell? in
            guard let lumaBase = lumaBuffer.baseAddress, let blueBase = blue.baseAddress,
              let redBase = red.baseAddress
            else { return nil }
            return ColorCellKernel.cell(
              luma: lumaBase + first, blue: blueBase + first, red: redBase + first,
              stride: stride)
          }
        }
      }
      let reference = ColorCellKernel.referenceCell(
        luma: luma, blue: planes[1], red: planes[2], first: first, stride: stride)
      #expect(cell == reference)
    }
  }

  @Test(arguments: [(UInt8(250), true), (251, false), (255, false)])
  func seesClippedSamples(value: UInt8, isOpen: Bool) {
    for place in 0..<16 {
      var luma = [UInt8](repeating: 255 - 55, count: 16)
      luma[place] = value
      let cell = luma.withUnsafeBufferPointer { buffer -> ColorCellKernel.Cell? in
        guard let base = buffer.baseAddress else { return nil }
        return ColorCellKernel.cell(luma: base, blue: base, red: base, stride: 4)
      }
      #expect(cell?.isOpen == isOpen)
      #expect(cell?.luma == UInt16(15 * 200) + UInt16(value))
    }
  }
}
