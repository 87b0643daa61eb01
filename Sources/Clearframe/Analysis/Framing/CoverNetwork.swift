/// A small convolutional network that says whether the place in the middle of a patch, a place on a
/// document's outline, lies under something.
///
/// Two patches of 32 by 32 places, one of which reaches farther, are halved together three times, by
/// blocks as those of `MarkingNetwork`; two layers over all that is left make one number.
/// `Benchmarks/segmentation` trains it and writes its weights.
struct CoverNetwork: Sendable {
  /// The columns and rows of a patch.
  static let side = 32
  /// The numbers at each place, those of both patches.
  static let planes = 14

  private let stem: NetworkWeights.Layer
  private let blocks: [ConvolutionBlock]
  private let hidden: NetworkWeights.Layer
  /// Padded to eight outputs, of which the first one counts.
  private let last: NetworkWeights.Layer

  /// The network that is part of the library.
  static let shipped = CoverNetwork(PackageResources.cover_bin)

  /// Reads the weights.
  init(_ bytes: [UInt8]) {
    var weights = NetworkWeights(bytes)
    stem = weights.layer(inputs: 9 * Self.planes, outputs: 16)
    blocks = [
      ConvolutionBlock(&weights, inputs: 16, outputs: 24, step: 2),
      ConvolutionBlock(&weights, inputs: 24, outputs: 24),
      ConvolutionBlock(&weights, inputs: 24, outputs: 40, step: 2),
      ConvolutionBlock(&weights, inputs: 40, outputs: 40),
    ]
    let places = Self.side / 8 * (Self.side / 8)
    hidden = weights.layer(inputs: places * 40, outputs: 24)
    last = weights.layer(inputs: 24, outputs: 8)
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
