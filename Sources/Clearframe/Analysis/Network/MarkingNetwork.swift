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

  /// The network that is part of the library.
  static let shipped = SegmentationNetwork(PackageResources.segmentation_bin)

  /// Reads the weights.
  init(_ bytes: [UInt8]) {
    var weights = NetworkWeights(bytes)
    func block(_ inputs: Int, _ outputs: Int, step: Int = 1) -> ConvolutionBlock {
      ConvolutionBlock(&weights, inputs: inputs, outputs: outputs, step: step)
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
    let picture = FeatureMap(
      width: Self.inputWidth, height: Self.inputHeight, channels: 3, values: input)
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
