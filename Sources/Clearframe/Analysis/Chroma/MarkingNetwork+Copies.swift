extension MarkingNetwork {
  /// The network that marks gray copies of cards, and then original cards.
  static let copies = MarkingNetwork(
    PackageResources.copies_bin,
    shape: Shape(
      inputWidth: 192, inputHeight: 144, channels: [16, 24, 32, 48, 64], doublings: 2))
}
