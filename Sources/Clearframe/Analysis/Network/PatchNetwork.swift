/// A small convolutional network that makes a few numbers of a square picture.
///
/// The picture is halved by a first layer and by some of the blocks, which are those of
/// `MarkingNetwork`; two layers over all that is left make the numbers.
struct PatchNetwork: Sendable {
  /// The size of the picture, and how wide the layers are and how many.
  struct Shape: Sendable {
    /// The columns and rows of the picture.
    let side: Int
    /// The numbers at each place of it.
    let planes: Int
    /// The channels after the first layer.
    let stem: Int
    /// The channels after each block, and whether it halves the map.
    let blocks: [(outputs: Int, step: Int)]
    /// The numbers that the first of the last two layers makes.
    let hidden: Int
  }

  /// The shape that the network was made with.
  let shape: Shape
  private let stem: NetworkWeights.Layer
  private let blocks: [ConvolutionBlock]
  private let hidden: NetworkWeights.Layer
  /// Padded to eight outputs.
  private let last: NetworkWeights.Layer

  /// Reads the weights of a network of a shape.
  init(_ bytes: [UInt8], shape: Shape) {
    self.shape = shape
    var weights = NetworkWeights(bytes)
    stem = weights.layer(inputs: 9 * shape.planes, outputs: shape.stem)
    var channels = shape.stem
    var side = shape.side / 2
    var blocks: [ConvolutionBlock] = []
    for block in shape.blocks {
      blocks.append(
        ConvolutionBlock(&weights, inputs: channels, outputs: block.outputs, step: block.step))
      channels = block.outputs
      side /= block.step
    }
    self.blocks = blocks
    hidden = weights.layer(inputs: side * side * channels, outputs: shape.hidden)
    last = weights.layer(inputs: shape.hidden, outputs: 8)
    precondition(weights.isAtEnd, "the network's weights are too many")
  }

  /// A picture of `planes` numbers for each of `side` by `side` places, row by row.
  func map(_ values: [Float]) -> FeatureMap {
    FeatureMap(width: shape.side, height: shape.side, channels: shape.planes, values: values)
  }

  /// Eight numbers of a picture, of which those that the network was not trained for mean nothing.
  func outputs(for picture: FeatureMap) -> [Float] {
    var map = picture.halved(by: stem)
    for block in blocks { map = block.applied(to: map) }
    var summary = map.flattened.weighted(by: hidden)
    summary.rectify()
    return summary.weighted(by: last).values
  }
}
