/// Convolution of a feature map with kernels of one sample: at each place the outputs are weighted
/// sums of the inputs.
///
/// Maps hold their channels side by side at each place. The weights hold a row of all outputs for
/// each input.
package enum PointwiseConvolutionKernel {
  /// How many outputs are summed at once; the number of outputs is a multiple of it.
  package static let lanes = 8

  /// Writes the outputs of `count` places.
  package static func apply(
    to input: UnsafePointer<Float>, count: Int, inputs: Int, outputs: Int,
    weights: UnsafePointer<Float>, bias: UnsafePointer<Float>,
    output: UnsafeMutablePointer<Float>
  ) {
    var place = 0
    // Four places share each load of weights, and their sums fit the registers.
    while place &+ 4 <= count {
      let first = input + place &* inputs
      let second = first + inputs
      let third = second + inputs
      let fourth = third + inputs
      var channel = 0
      while channel < outputs {
        let startLow = load(bias + channel)
        let startHigh = load(bias + (channel &+ 4))
        var low0 = startLow
        var low1 = startLow
        var low2 = startLow
        var low3 = startLow
        var high0 = startHigh
        var high1 = startHigh
        var high2 = startHigh
        var high3 = startHigh
        var row = weights + channel
        for index in 0..<inputs {
          let low = load(row)
          let high = load(row + 4)
          let value0 = SIMD4<Float>(repeating: first[index])
          low0 += low * value0
          high0 += high * value0
          let value1 = SIMD4<Float>(repeating: second[index])
          low1 += low * value1
          high1 += high * value1
          let value2 = SIMD4<Float>(repeating: third[index])
          low2 += low * value2
          high2 += high * value2
          let value3 = SIMD4<Float>(repeating: fourth[index])
          low3 += low * value3
          high3 += high * value3
          row += outputs
        }
        let target = output + (place &* outputs &+ channel)
        store(low0, target)
        store(high0, target + 4)
        store(low1, target + outputs)
        store(high1, target + (outputs &+ 4))
        store(low2, target + 2 &* outputs)
        store(high2, target + (2 &* outputs &+ 4))
        store(low3, target + 3 &* outputs)
        store(high3, target + (3 &* outputs &+ 4))
        channel &+= lanes
      }
      place &+= 4
    }
    applyReference(
      to: input + place * inputs, count: count - place, inputs: inputs, outputs: outputs,
      weights: weights, bias: bias, output: output + place * outputs)
  }

  /// The plain form of `apply(to:count:inputs:outputs:weights:bias:output:)`.
  package static func applyReference(
    to input: UnsafePointer<Float>, count: Int, inputs: Int, outputs: Int,
    weights: UnsafePointer<Float>, bias: UnsafePointer<Float>,
    output: UnsafeMutablePointer<Float>
  ) {
    for place in 0..<max(0, count) {
      for channel in 0..<outputs {
        var sum = bias[channel]
        for index in 0..<inputs {
          sum += weights[index * outputs + channel] * input[place * inputs + index]
        }
        output[place * outputs + channel] = sum
      }
    }
  }
}
