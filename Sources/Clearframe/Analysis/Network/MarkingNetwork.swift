/// A small convolutional network that says of each place of a picture, in two numbers, what is
/// there.
///
/// A picture is halved four times and put together again, up to half its size or less, with the
/// values of the same size added on the way up (O. Ronneberger, P. Fischer, T. Brox, U-Net, MICCAI
/// 2015). Each block is a depthwise convolution of three by three places and one of a single place
/// (A. Howard et al., MobileNets, arXiv 1704.04861, 2017); those that keep size and channels add
/// their input (K. He et al., Deep residual learning, CVPR 2016). `Benchmarks/segmentation` trains
/// the networks and writes their weights.
struct MarkingNetwork: Sendable {
  /// The sizes of a network's maps.
  struct Shape: Sendable {
    /// The input's columns, a multiple of 16.
    let inputWidth: Int
    /// The input's rows, a multiple of 16.
    let inputHeight: Int
    /// The channels of the first convolution and of the four sizes, from the largest on; multiples
    /// of eight.
    let channels: [Int]
    /// How often the smallest maps are doubled on the way up, 1 to 3.
    let doublings: Int

    /// The output's columns.
    var width: Int { inputWidth >> (4 - doublings) }
    /// The output's rows.
    var height: Int { inputHeight >> (4 - doublings) }
  }

  let shape: Shape
  private let stem: NetworkWeights.Layer
  /// The blocks on the way down, for each size from the largest on.
  private let down: [[ConvolutionBlock]]
  /// What the means over the whole picture add at the smallest size.
  private let context: NetworkWeights.Layer
  /// The way up, the smallest size first: fewer channels, then a block.
  private let up: [(narrowing: NetworkWeights.Layer, block: ConvolutionBlock)]
  /// What each place adds to the two outputs of each of the nine around it, itself the fifth;
  /// padded to a multiple of eight.
  private let head: NetworkWeights.Layer

  /// Reads the weights.
  init(_ bytes: [UInt8], shape: Shape) {
    self.shape = shape
    var weights = NetworkWeights(bytes)
    func block(_ inputs: Int, _ outputs: Int, step: Int = 1) -> ConvolutionBlock {
      ConvolutionBlock(&weights, inputs: inputs, outputs: outputs, step: step)
    }
    let channels = shape.channels
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
    up = (4 - shape.doublings...3).reversed().map { size in
      let narrowing = weights.layer(inputs: channels[size + 1], outputs: channels[size])
      return (narrowing, block(channels[size], channels[size]))
    }
    head = weights.layer(inputs: channels[4 - shape.doublings], outputs: 24)
    precondition(weights.isAtEnd, "the network's weights are too many")
  }

  /// The two outputs as log-odds, place by place; of several mirrorings their mean, each put back in
  /// its place.
  ///
  /// The network was trained on mirrored pictures as well, and errs in other places on each: their
  /// mean errs less (A. Krizhevsky et al., ImageNet classification with deep convolutional neural
  /// networks, NIPS 2012, of ten crops of a picture).
  ///
  /// - Parameters:
  ///   - input: The picture at the size that the shape says.
  ///   - mirrorings: At least one.
  func outputs(for input: NetworkInput, _ mirrorings: [Mirroring] = [.none]) -> FeatureMap {
    precondition(!mirrorings.isEmpty)
    precondition(input.columns == shape.inputWidth && input.rows == shape.inputHeight)
    let picture = FeatureMap(
      width: input.columns, height: input.rows, channels: 3, values: input.values)
    let looks = mirrorings.map { outputs(for: picture.mirrored($0)).mirrored($0) }
    var mean = looks[0]
    guard looks.count > 1 else { return mean }
    for index in mean.values.indices {
      mean.values[index] = looks.reduce(0) { $0 + $1.values[index] } / Float(looks.count)
    }
    return mean
  }

  private func outputs(for picture: FeatureMap) -> FeatureMap {
    var sizes: [FeatureMap] = []
    var map = picture.halved(by: stem)
    for blocks in down {
      for block in blocks { map = block.applied(to: map) }
      sizes.append(map)
    }
    let means = FeatureMap(width: 1, height: 1, channels: map.channels, values: map.means)
    let added = means.weighted(by: context).values
    for place in 0..<map.count {
      for channel in 0..<map.channels {
        let index = place * map.channels + channel
        map.values[index] = max(0, map.values[index] + added[channel])
      }
    }
    for (index, step) in up.enumerated() {
      map = map.weighted(by: step.narrowing).doubled(onto: sizes[2 - index])
      map = step.block.applied(to: map)
    }
    return head(of: map)
  }

  /// The last convolution, of three by three places: each place says what it adds to its
  /// neighbours.
  private func head(of map: FeatureMap) -> FeatureMap {
    let parts = map.weighted(by: head)
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
