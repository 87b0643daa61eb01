/// A small convolutional network that sees an outline from near, with what is around it, and says
/// whether it is the document's.
///
/// It knows what `SegmentationAgreement` and the edges do not tell: whether the sides are where the
/// print, the portrait and the colours inside end, and which of two sheets is the document.
/// `Benchmarks/segmentation` trains it and writes its weights.
package struct ViewNetwork: Sendable {
  /// What the network says of an outline.
  package struct Answer: Sendable, Hashable {
    /// The log-odds that it overlaps the document's by 0.95 and more (Jaccard index).
    package let isRight: Float
    /// The log-odds that it overlaps the document's by 0.8 and more.
    package let isNear: Float
  }

  /// The network that is part of the library.
  static let shared = ViewNetwork(
    network: PatchNetwork(
      PackageResources.view_bin,
      shape: PatchNetwork.Shape(
        side: OutlineView.side, planes: OutlineView.planes, stem: 24,
        blocks: [
          (32, 2), (32, 1), (32, 1), (56, 2), (56, 1), (56, 1), (80, 2), (80, 1),
        ], hidden: 48)))

  private let network: PatchNetwork

  /// What the network says of a view.
  func answer(for view: OutlineView) -> Answer {
    let outputs = network.outputs(for: network.map(view.values))
    return Answer(isRight: outputs[0], isNear: outputs[1])
  }
}
