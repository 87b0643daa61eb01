/// A small convolutional network that says whether the place in the middle of a patch, a place on a
/// document's outline, lies under something.
///
/// Two patches of 32 by 32 places, one of which reaches farther, are halved together three times, by
/// blocks as those of `MarkingNetwork`; two layers over all that is left make one number. There are
/// two such networks: a small one sees every place, a wide one those of which the small one is not
/// sure that nothing covers them. `Benchmarks/segmentation` trains both and writes their weights.
struct CoverNetwork: Sendable {
  /// How wide the layers are, and how many.
  struct Layout: Sendable {
    /// The channels after the first layer.
    let stem: Int
    /// The channels after each block, and whether it halves the map.
    let blocks: [(outputs: Int, step: Int)]
    /// The numbers that the first of the last two layers makes.
    let hidden: Int

    /// That of the network that sees every place.
    static let small = Layout(stem: 16, blocks: [(24, 2), (24, 1), (40, 2), (40, 1)], hidden: 24)
    /// That of the network that sees doubtful places, of three and a half times the arithmetic.
    static let wide = Layout(
      stem: 32, blocks: [(32, 1), (48, 2), (48, 1), (48, 1), (80, 2), (80, 1), (80, 1)],
      hidden: 48)
  }

  /// The columns and rows of a patch.
  static let side = 32
  /// The numbers at each place, those of both patches.
  static let planes = 14

  private let stem: NetworkWeights.Layer
  private let blocks: [ConvolutionBlock]
  private let hidden: NetworkWeights.Layer
  /// Padded to eight outputs, of which the first one counts.
  private let last: NetworkWeights.Layer

  /// The network that sees every place.
  static let small = CoverNetwork(PackageResources.cover_bin, layout: .small)
  /// The network that sees doubtful places.
  static let wide = CoverNetwork(PackageResources.cover_wide_bin, layout: .wide)

  /// Reads the weights of a network of a layout.
  init(_ bytes: [UInt8], layout: Layout) {
    var weights = NetworkWeights(bytes)
    stem = weights.layer(inputs: 9 * Self.planes, outputs: layout.stem)
    var channels = layout.stem
    var blocks: [ConvolutionBlock] = []
    for block in layout.blocks {
      blocks.append(
        ConvolutionBlock(
          &weights, inputs: channels, outputs: block.outputs, step: block.step))
      channels = block.outputs
    }
    self.blocks = blocks
    let places = Self.side / 8 * (Self.side / 8)
    hidden = weights.layer(inputs: places * channels, outputs: layout.hidden)
    last = weights.layer(inputs: layout.hidden, outputs: 8)
    precondition(weights.isAtEnd, "the network's weights are too many")
  }

  /// The log-odds that the middle of two patches is covered.
  ///
  /// - Parameter patches: What `OutlinePatches` gives for a place, `planes` numbers for each of `side`
  ///   by `side` places, row by row.
  func logit(for patches: [Float]) -> Float {
    logit(of: Self.map(patches))
  }

  /// The same for the patches mirrored, in the direction of a side or, at a corner, in its diagonal.
  func mirroredLogit(for patches: [Float], atCorner: Bool) -> Float {
    let map = Self.map(patches)
    return logit(of: atCorner ? map.transposed : map.mirrored(.across))
  }

  private static func map(_ patches: [Float]) -> FeatureMap {
    FeatureMap(width: side, height: side, channels: planes, values: patches)
  }

  private func logit(of picture: FeatureMap) -> Float {
    var map = picture.halved(by: stem)
    for block in blocks { map = block.applied(to: map) }
    var summary = map.flattened.weighted(by: hidden)
    summary.rectify()
    return summary.weighted(by: last).values[0]
  }
}
