/// A small convolutional network that says whether the place in the middle of a patch, a place on a
/// document's outline, lies under something.
///
/// It sees two patches of 32 by 32 places, one of which reaches farther. There are two such networks:
/// a small one sees every place, a wide one, of three and a half times the arithmetic, those of which
/// the small one is not sure that nothing covers them. `Benchmarks/segmentation` trains both and
/// writes their weights.
struct CoverNetwork: Sendable {
  /// The columns and rows of a patch.
  static let side = 32
  /// The numbers at each place, those of both patches.
  static let planes = 14

  /// The network that sees every place.
  static let small = CoverNetwork(
    network: PatchNetwork(
      PackageResources.cover_bin,
      shape: PatchNetwork.Shape(
        side: side, planes: planes, stem: 16, blocks: [(24, 2), (24, 1), (40, 2), (40, 1)],
        hidden: 24)))
  /// The network that sees doubtful places.
  static let wide = CoverNetwork(
    network: PatchNetwork(
      PackageResources.cover_wide_bin,
      shape: PatchNetwork.Shape(
        side: side, planes: planes, stem: 32,
        blocks: [(32, 1), (48, 2), (48, 1), (48, 1), (80, 2), (80, 1), (80, 1)], hidden: 48)))

  private let network: PatchNetwork

  /// The log-odds that the middle of two patches is covered.
  ///
  /// - Parameter patches: What `OutlinePatches` gives for a place, `planes` numbers for each of `side`
  ///   by `side` places, row by row.
  func logit(for patches: [Float]) -> Float {
    network.outputs(for: network.map(patches))[0]
  }

  /// The same for the patches mirrored, in the direction of a side or, at a corner, in its diagonal.
  func mirroredLogit(for patches: [Float], atCorner: Bool) -> Float {
    let map = network.map(patches)
    return network.outputs(for: atCorner ? map.transposed : map.mirrored(.across))[0]
  }
}
