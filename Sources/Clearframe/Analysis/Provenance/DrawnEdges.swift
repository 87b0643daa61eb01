/// The straight edges that a program has drawn: two rows, or two columns, beside each other, each of
/// one exact value over a long way.
///
/// Windows, buttons and tables have such edges, also where they are white all over, and an edge
/// along the blocks of a JPEG stays one when it is compressed. What a camera takes is never so
/// straight and even.
package struct DrawnEdges: Sendable, Hashable {
  /// The share of the full-resolution squares that have such an edge, 0 to 1; 0 for a picture that
  /// is smaller than a square.
  package let share: Double

  /// How many samples both rows keep their values for.
  private static let leastRun = PatchSet.side / 2
  /// The least step between the two values: smaller ones are left by coarse compression.
  private static let leastStep = 12
  /// The least number of squares that the share is taken of: one of four would be a quarter.
  private static let leastDivisor = 10

  /// Looks through squares of full-resolution samples.
  package init(_ set: PatchSet) {
    let hits = set.patches.count { patch in
      patch.luma.withUnsafeBufferPointer { luma in
        Self.hasEdge(luma, lineStride: PatchSet.side, stride: 1)
          || Self.hasEdge(luma, lineStride: 1, stride: PatchSet.side)
      }
    }
    share = Double(hits) / Double(max(Self.leastDivisor, set.patches.count))
  }

  /// Whether two neighbouring lines of a square differ and are each constant over one stretch of at
  /// least half the side around its middle.
  ///
  /// Between black and white the edge does not count: scans in two values have it at every rule.
  private static func hasEdge(
    _ luma: UnsafeBufferPointer<UInt8>, lineStride: Int, stride: Int
  ) -> Bool {
    var last: (run: Range<Int>, value: Int) = (0..<0, 0)
    for line in 0..<PatchSet.side {
      let run = middleRun(luma, start: line * lineStride, stride: stride)
      let value = Int(luma[line * lineStride + PatchSet.side / 2 * stride])
      let common = run.clamped(to: last.run)
      if common.count >= leastRun, abs(value - last.value) >= leastStep,
        !FlatAreas.isClipped(min(value, last.value)) || !FlatAreas.isClipped(max(value, last.value))
      {
        return true
      }
      last = (run, value)
    }
    return false
  }

  /// The stretch of equal samples around the middle of a line; empty where the two samples there
  /// differ, as in most lines of a photo.
  private static func middleRun(
    _ luma: UnsafeBufferPointer<UInt8>, start: Int, stride: Int
  ) -> Range<Int> {
    let middle = PatchSet.side / 2
    let value = luma[start + middle * stride]
    var low = middle
    while low > 0, luma[start + (low - 1) * stride] == value { low -= 1 }
    guard low < middle else { return middle..<middle }
    var high = middle + 1
    while high < PatchSet.side, luma[start + high * stride] == value { high += 1 }
    return low..<high
  }
}
