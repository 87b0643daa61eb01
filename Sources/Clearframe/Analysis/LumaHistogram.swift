/// Counts of luma in 64 bins of four values; histograms of tiles add up to those of regions.
package struct LumaHistogram: Sendable, Hashable {
  /// The counts; bin `b` holds luma `4 b` to `4 b + 3`.
  package private(set) var counts: [Int]
  /// The number of pixels.
  package private(set) var total: Int

  /// The luma values that share a bin.
  package static let binWidth = 256 / TileGrid.binCount

  /// Makes an empty histogram.
  package init() {
    counts = Array(repeating: 0, count: TileGrid.binCount)
    total = 0
  }

  /// Adds the counts of one tile, `TileGrid.binCount` of them.
  package mutating func add(_ bins: ArraySlice<UInt16>) {
    for (bin, count) in zip(counts.indices, bins) {
      counts[bin] += Int(count)
      total += Int(count)
    }
  }

  /// Adds counts that start at bin 0, each raised by `shift` bins; what would pass the last bin
  /// stays in it.
  package mutating func add(_ bins: ArraySlice<UInt16>, raisedBy shift: Int) {
    let last = counts.count - 1
    for (bin, count) in bins.enumerated() {
      counts[min(bin + max(0, shift), last)] += Int(count)
      total += Int(count)
    }
  }

  /// Adds another histogram, as if both were of one region.
  package static func += (left: inout Self, right: Self) {
    for bin in left.counts.indices {
      left.counts[bin] += right.counts[bin]
    }
    left.total += right.total
  }

  /// The luma that a share of the pixels lies below, `share` in 0...1; nil without pixels.
  ///
  /// The pixels of a bin are taken as spread evenly over its width, with a value's pixels from
  /// half a step below it to half a step above, so results run from -0.5 to 255.5 and are cut to
  /// 0...255.
  package func percentile(_ share: Double) -> Double? {
    guard total > 0 else { return nil }
    let rank = min(max(share, 0), 1) * Double(total)
    var below = 0
    var last = 0.0
    for (bin, count) in counts.enumerated() where count > 0 {
      let first = Double(bin * Self.binWidth) - 0.5
      if Double(below + count) >= rank {
        let part = max(0, rank - Double(below)) / Double(count)
        return min(max(first + part * Double(Self.binWidth), 0), 255)
      }
      below += count
      last = first + Double(Self.binWidth)
    }
    return min(last, 255)
  }

  /// The share of the pixels in bins wholly at or above `luma`, in 0...1; nil without pixels.
  package func share(atLeast luma: Int) -> Double? {
    guard total > 0 else { return nil }
    let first = (max(luma, 0) + Self.binWidth - 1) / Self.binWidth
    return Double(counts.dropFirst(first).reduce(0, +)) / Double(total)
  }
}
