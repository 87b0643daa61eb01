import FixtureKit
import Foundation

/// A seeded stream of random draws; the same seed gives the same stream on every machine.
///
/// Streams are forked by purpose, so that a new draw in one
/// part of a scene leaves every other part as it was.
package struct SceneRandom: RandomNumberGenerator, Sendable {
  private let seed: UInt64
  private var source: SplitMix64

  /// Starts a stream from a seed and the number of a sub-stream.
  package init(seed: UInt64, stream: UInt64 = 0) {
    var first = SplitMix64(seed: seed)
    var second = SplitMix64(seed: stream ^ 0xD1B5_4A32_D192_ED03)
    self.seed = first.next() ^ second.next()
    source = SplitMix64(seed: self.seed)
  }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 { source.next() }

  /// A stream of its own for one purpose.
  package func fork(_ purpose: UInt64) -> SceneRandom {
    SceneRandom(seed: seed, stream: purpose &+ 1)
  }

  /// A uniform draw from 0 up to 1.
  package mutating func unit() -> Float {
    Float(next() >> 40) * (1 / 16_777_216)
  }

  /// A uniform draw from a range.
  package mutating func uniform(_ range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// A draw whose logarithm is uniform; for scales and strengths. The range is positive.
  package mutating func logUniform(_ range: ClosedRange<Float>) -> Float {
    exp(uniform(log(range.lowerBound)...log(range.upperBound)))
  }

  /// A draw from the standard normal distribution, cut at three deviations.
  package mutating func normal() -> Float {
    min(3, max(-3, Float(source.normal())))
  }

  /// True with the given probability.
  package mutating func chance(_ probability: Float) -> Bool { unit() < probability }

  /// A uniform whole number from a range.
  package mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// One element of a list that is not empty.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[integer(0...elements.count - 1)]
  }

  /// An index drawn with the given weights.
  package mutating func weighted(_ weights: [Float]) -> Int {
    var rest = unit() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }

  /// A direction in the plane, of length one.
  package mutating func direction() -> Vector2 {
    let angle = uniform(0...2 * Float.pi)
    return Vector2(cos(angle), sin(angle))
  }
}
