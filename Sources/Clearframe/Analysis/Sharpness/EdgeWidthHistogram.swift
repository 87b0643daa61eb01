#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The weights of edges by the blur they show; histograms of places and directions add up.
package struct EdgeWidthHistogram: Sendable {
  /// Bins for each doubling of the deviation, so that a bin is 9 % wide.
  static let binsPerOctave: Float = 8
  /// Where the first bin ends, in samples; below it edges are as sharp as they can be.
  static let firstDeviation: Float = 0.25
  /// Bins up to 15 samples.
  static let binCount = 48

  /// The weight in each bin.
  package private(set) var weights = [Float](repeating: 0, count: binCount)
  /// The number of edges.
  package private(set) var count = 0

  package init() {}

  /// The bin of an edge of `deviation` samples.
  static func bin(deviation: Float) -> Int {
    guard deviation > firstDeviation else { return 0 }
    return min(binCount - 1, 1 + Int(log2(deviation / firstDeviation) * binsPerOctave))
  }

  /// Adds one edge.
  mutating func add(deviation: Float, weight: Float) {
    weights[Self.bin(deviation: deviation)] += weight
    count += 1
  }

  /// Adds bins counted elsewhere.
  mutating func add(_ weights: ArraySlice<Float>, count: Int) {
    for (bin, weight) in zip(self.weights.indices, weights) { self.weights[bin] += weight }
    self.count += count
  }

  /// The sum of the weights.
  package var weight: Double { Double(weights.reduce(0, +)) }

  /// The deviation in samples that a share of the weight lies below; nil without edges.
  package func quantile(_ share: Double) -> Double? {
    let target = Float(share) * weights.reduce(0, +)
    var below: Float = 0
    for (bin, weight) in weights.enumerated() where weight > 0 {
      if below + weight >= target {
        let part = (target - below) / weight
        guard bin > 0 else { return Double(part * Self.firstDeviation) }
        return Double(
          Self.firstDeviation * exp2((Float(bin - 1) + part) / Self.binsPerOctave))
      }
      below += weight
    }
    return nil
  }
}
