extension MarkingNetwork {
  /// The network that marks the document, and then its outline.
  static let segmentation = MarkingNetwork(
    PackageResources.segmentation_bin,
    shape: Shape(
      inputWidth: 128, inputHeight: 96, channels: [16, 24, 40, 64, 80], doublings: 3))
}
