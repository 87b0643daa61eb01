#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A network that makes one number of some values: the values themselves and those of one hidden
/// layer, the hyperbolic tangents of their sums, each weighted (D. Rumelhart et al., Learning
/// representations by back-propagating errors, Nature 323, 1986).
struct MultilayerPerceptron: Sendable {
  /// The mean of each value where the network was fitted.
  let means: [Float]
  /// What the difference from the mean is multiplied by to be of about unit size.
  let factors: [Float]
  private let hidden: NetworkWeights.Layer
  /// The weights of the hidden values, then those of the given ones.
  private let last: NetworkWeights.Layer

  /// Reads the weights of a network for `inputs` values with `hiddenCount` hidden ones.
  init(_ bytes: [UInt8], inputs: Int, hiddenCount: Int) {
    var weights = NetworkWeights(bytes)
    means = weights.numbers(inputs)
    factors = weights.numbers(inputs)
    hidden = weights.layer(inputs: inputs, outputs: hiddenCount)
    last = weights.layer(inputs: hiddenCount + inputs, outputs: 1)
    precondition(weights.isAtEnd, "the network's weights are too many")
  }

  /// The number of values.
  var inputs: Int { means.count }

  /// The number for `inputs` values.
  func score(_ values: [Float]) -> Float {
    precondition(values.count == inputs)
    let scaled = values.indices.map { (values[$0] - means[$0]) * factors[$0] }
    var sums = hidden.bias
    for (input, value) in scaled.enumerated() {
      let row = input * sums.count
      for index in sums.indices { sums[index] += value * hidden.weights[row + index] }
    }
    var score = last.bias[0]
    for (weight, value) in zip(last.weights, sums.map { tanhf($0) } + scaled) {
      score += weight * value
    }
    return score
  }
}
