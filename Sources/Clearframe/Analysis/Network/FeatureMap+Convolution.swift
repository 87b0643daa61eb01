import ClearframeKernels

extension FeatureMap {
  /// The sums of a layer at each place, from the channels there.
  func weighted(by layer: NetworkWeights.Layer) -> FeatureMap {
    precondition(layer.inputs == channels)
    return FeatureMap(width: width, height: height, channels: layer.outputs) { target in
      PointwiseConvolutionKernel.apply(
        to: values, count: count, inputs: channels, outputs: layer.outputs,
        weights: layer.weights, bias: layer.bias, output: target)
    }
  }

  /// The convolution of three by three places of all channels at every second column and row, with
  /// negative sums set to 0; the layer has a row for each channel of each of the nine places.
  func halved(by layer: NetworkWeights.Layer) -> FeatureMap {
    let padded = padded
    let length = 3 * channels
    let gathered = FeatureMap(width: width / 2, height: height / 2, channels: 3 * length) {
      target in
      padded.values.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else { return }
        var next = target
        for row in 0..<height / 2 {
          for column in 0..<width / 2 {
            for line in 0..<3 {
              let place = (2 * row + line) * padded.width + 2 * column
              next.update(from: source + place * channels, count: length)
              next += length
            }
          }
        }
      }
    }
    var result = gathered.weighted(by: layer)
    result.rectify()
    return result
  }
}
