import ClearframeKernels

/// A small convolutional network that says of each place of a picture whether it is the document's,
/// and whether the document's outline runs there.
///
/// A picture of 128 by 96 is halved four times to 8 by 6 places and put together again at 64 by 48,
/// with the values of the same size added on the way up (O. Ronneberger, P. Fischer, T. Brox,
/// U-Net, MICCAI 2015). Each block is a depthwise convolution of three by three places and one of a
/// single place (A. Howard et al., MobileNets, arXiv 1704.04861, 2017); those that keep size and
/// channels add their input (K. He et al., Deep residual learning, CVPR 2016). `Benchmarks/segmentation`
/// trains it and writes its weights.
struct SegmentationNetwork: Sendable {
  /// The input's columns; a picture that is higher than wide is transposed.
  static let inputWidth = 128
  /// The input's rows.
  static let inputHeight = 96
  /// The output's columns.
  static let width = 64
  /// The output's rows.
  static let height = 48
  /// The channels of the first convolution and of the four sizes, from the largest on.
  static let channels = [16, 24, 40, 64, 80]

  /// A depthwise convolution followed by a pointwise one.
  private struct Block {
    let depthwise: SegmentationWeights.Layer
    let pointwise: SegmentationWeights.Layer
    let step: Int
    let addsInput: Bool
  }

  private let stem: SegmentationWeights.Layer
  /// The blocks on the way down, for each size from the largest on.
  private let down: [[Block]]
  /// What the means over the whole picture add at the smallest size.
  private let context: SegmentationWeights.Layer
  /// The way up, the smallest size first: fewer channels, then a block.
  private let up: [(narrowing: SegmentationWeights.Layer, block: Block)]
  /// What each place adds to the two outputs of each of the nine around it, itself the fifth;
  /// padded to a multiple of eight.
  private let head: SegmentationWeights.Layer

  /// The network that is part of the library.
  static let shipped = SegmentationNetwork(PackageResources.segmentation_bin)

  /// Reads the weights.
  init(_ bytes: [UInt8]) {
    var weights = SegmentationWeights(bytes)
    func block(_ inputs: Int, _ outputs: Int, step: Int = 1) -> Block {
      let depthwise = weights.layer(inputs: 9, outputs: inputs)
      let pointwise = weights.layer(inputs: inputs, outputs: outputs)
      return Block(
        depthwise: depthwise, pointwise: pointwise, step: step,
        addsInput: inputs == outputs && step == 1)
    }
    let channels = Self.channels
    stem = weights.layer(inputs: 27, outputs: channels[0])
    down = [
      [block(channels[0], channels[1])],
      [block(channels[1], channels[2], step: 2), block(channels[2], channels[2])],
      [block(channels[2], channels[3], step: 2)]
        + (0..<2).map { _ in block(channels[3], channels[3]) },
      [block(channels[3], channels[4], step: 2)]
        + (0..<3).map { _ in block(channels[4], channels[4]) },
    ]
    context = weights.layer(inputs: channels[4], outputs: channels[4])
    up = (1...3).reversed().map { size in
      let narrowing = weights.layer(inputs: channels[size + 1], outputs: channels[size])
      return (narrowing, block(channels[size], channels[size]))
    }
    head = weights.layer(inputs: channels[1], outputs: 24)
    precondition(weights.isAtEnd, "the network's weights are too many")
  }

  /// The two outputs as log-odds, place by place: document first, outline second.
  ///
  /// - Parameter input: Luma, blue and red chroma of each of 128 by 96 places, row by row, as
  ///   `DocumentSegmentation` scales them.
  func outputs(for input: [Float]) -> FeatureMap {
    precondition(input.count == Self.inputWidth * Self.inputHeight * 3)
    let picture = FeatureMap(width: Self.inputWidth, height: Self.inputHeight, channels: 3) {
      $0.update(from: input, count: Self.inputWidth * Self.inputHeight * 3)
    }
    var sizes: [FeatureMap] = []
    var map = stem(of: picture)
    for blocks in down {
      for block in blocks { map = apply(block, to: map) }
      sizes.append(map)
    }
    let means = FeatureMap(width: 1, height: 1, channels: map.channels) {
      $0.update(from: map.means, count: map.channels)
    }
    let added = pointwise(context, of: means).values
    for place in 0..<map.count {
      for channel in 0..<map.channels {
        let index = place * map.channels + channel
        map.values[index] = max(0, map.values[index] + added[channel])
      }
    }
    for (index, step) in up.enumerated() {
      map = pointwise(step.narrowing, of: map).doubled(onto: sizes[2 - index])
      map = apply(step.block, to: map)
    }
    return head(of: map)
  }

  /// The first convolution, of three by three places of all channels with a step of two.
  private func stem(of picture: FeatureMap) -> FeatureMap {
    let padded = picture.padded
    let gathered = FeatureMap(width: Self.width, height: Self.height, channels: 27) { target in
      padded.values.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else { return }
        var next = target
        for row in 0..<Self.height {
          for column in 0..<Self.width {
            for line in 0..<3 {
              let start = source + ((2 * row + line) * padded.width + 2 * column) * 3
              next.update(from: start, count: 9)
              next += 9
            }
          }
        }
      }
    }
    var map = pointwise(stem, of: gathered)
    map.rectify()
    return map
  }

  private func apply(_ block: Block, to map: FeatureMap) -> FeatureMap {
    let padded = map.padded
    let width = map.width / block.step
    let height = map.height / block.step
    let spread = FeatureMap(width: width, height: height, channels: map.channels) { target in
      padded.values.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else { return }
        let stride = padded.width * map.channels
        for row in 0..<height {
          DepthwiseConvolutionKernel.applyRectified(
            to: source + row * block.step * stride, stride: stride, step: block.step, count: width,
            channels: map.channels, weights: block.depthwise.weights, bias: block.depthwise.bias,
            output: target + row * width * map.channels)
        }
      }
    }
    var result = pointwise(block.pointwise, of: spread)
    if block.addsInput { result.addRectified(map) } else { result.rectify() }
    return result
  }

  private func pointwise(_ layer: SegmentationWeights.Layer, of map: FeatureMap) -> FeatureMap {
    precondition(layer.inputs == map.channels)
    return FeatureMap(width: map.width, height: map.height, channels: layer.outputs) { target in
      PointwiseConvolutionKernel.apply(
        to: map.values, count: map.count, inputs: map.channels, outputs: layer.outputs,
        weights: layer.weights, bias: layer.bias, output: target)
    }
  }

  /// The last convolution, of three by three places: each place says what it adds to its
  /// neighbours.
  private func head(of map: FeatureMap) -> FeatureMap {
    let parts = pointwise(head, of: map)
    return FeatureMap(width: map.width, height: map.height, channels: 2) { target in
      for row in 0..<map.height {
        for column in 0..<map.width {
          for output in 0..<2 {
            var sum: Float = 0
            for tap in 0..<9 {
              let line = row + tap / 3 - 1
              let place = column + tap % 3 - 1
              guard line >= 0, line < map.height, place >= 0, place < map.width else { continue }
              sum += parts.values[(line * map.width + place) * parts.channels + tap * 2 + output]
            }
            target[(row * map.width + column) * 2 + output] = sum
          }
        }
      }
    }
  }
}
