/// Convolution of each channel of a feature map with a kernel of three by three samples of its own.
///
/// Maps hold their channels side by side at each place. The weights hold a row of all channels for
/// each of the nine places, from the top left one on, row by row.
package enum DepthwiseConvolutionKernel {
  /// How many channels are summed at once; the number of channels is a multiple of it.
  package static let lanes = 4

  /// Writes a row of `count` places, each the sum around every `step`th place of the input, with
  /// the negative ones set to 0.
  ///
  /// `input` is the place to the left of and above the first one; the rows of the input are
  /// `stride` numbers apart.
  package static func applyRectified(
    to input: UnsafePointer<Float>, stride: Int, step: Int, count: Int, channels: Int,
    weights: UnsafePointer<Float>, bias: UnsafePointer<Float>,
    output: UnsafeMutablePointer<Float>
  ) {
    let zero = SIMD4<Float>(repeating: 0)
    var channel = 0
    while channel < channels {
      let start = load(bias + channel)
      let weight = weights + channel
      let weight0 = load(weight)
      let weight1 = load(weight + channels)
      let weight2 = load(weight + 2 &* channels)
      let weight3 = load(weight + 3 &* channels)
      let weight4 = load(weight + 4 &* channels)
      let weight5 = load(weight + 5 &* channels)
      let weight6 = load(weight + 6 &* channels)
      let weight7 = load(weight + 7 &* channels)
      let weight8 = load(weight + 8 &* channels)
      var above = input + channel
      var target = output + channel
      for _ in 0..<count {
        let here = above + stride
        let below = here + stride
        var sum = start + weight0 * load(above) + weight1 * load(above + channels)
        sum += weight2 * load(above + 2 &* channels) + weight3 * load(here)
        sum += weight4 * load(here + channels) + weight5 * load(here + 2 &* channels)
        sum += weight6 * load(below) + weight7 * load(below + channels)
        sum += weight8 * load(below + 2 &* channels)
        store(chosen(sum, zero, where: sum, exceeds: zero), target)
        above += step &* channels
        target += channels
      }
      channel &+= lanes
    }
  }

  /// The plain form of
  /// `applyRectified(to:stride:step:count:channels:weights:bias:output:)`.
  package static func applyRectifiedReference(
    to input: UnsafePointer<Float>, stride: Int, step: Int, count: Int, channels: Int,
    weights: UnsafePointer<Float>, bias: UnsafePointer<Float>,
    output: UnsafeMutablePointer<Float>
  ) {
    for place in 0..<count {
      for channel in 0..<channels {
        var sum = bias[channel]
        for tap in 0..<9 {
          let index = tap / 3 * stride + (place * step + tap % 3) * channels + channel
          sum += weights[tap * channels + channel] * input[index]
        }
        output[place * channels + channel] = max(0, sum)
      }
    }
  }
}
