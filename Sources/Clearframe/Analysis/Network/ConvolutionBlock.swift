import ClearframeKernels

/// A depthwise convolution of three by three places followed by a pointwise one, each with negative
/// values set to 0; what keeps size and channels adds its input.
struct ConvolutionBlock: Sendable {
  private let depthwise: NetworkWeights.Layer
  private let pointwise: NetworkWeights.Layer
  private let step: Int
  private let addsInput: Bool

  /// Reads the weights of a block that keeps every `step`th column and row.
  init(_ weights: inout NetworkWeights, inputs: Int, outputs: Int, step: Int = 1) {
    depthwise = weights.layer(inputs: 9, outputs: inputs)
    pointwise = weights.layer(inputs: inputs, outputs: outputs)
    self.step = step
    addsInput = inputs == outputs && step == 1
  }

  func applied(to map: FeatureMap) -> FeatureMap {
    let padded = map.padded
    let width = map.width / step
    let height = map.height / step
    let spread = FeatureMap(width: width, height: height, channels: map.channels) { target in
      padded.values.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else { return }
        let stride = padded.width * map.channels
        for row in 0..<height {
          DepthwiseConvolutionKernel.applyRectified(
            to: source + row * step * stride, stride: stride, step: step, count: width,
            channels: map.channels, weights: depthwise.weights, bias: depthwise.bias,
            output: target + row * width * map.channels)
        }
      }
    }
    var result = spread.weighted(by: pointwise)
    if addsInput { result.addRectified(map) } else { result.rectify() }
    return result
  }
}
