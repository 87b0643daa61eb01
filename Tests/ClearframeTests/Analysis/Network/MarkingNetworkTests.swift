import Testing

@testable import Clearframe

@Suite struct MarkingNetworkTests {
  /// What PyTorch computes from the same weights; they change with each training.
  @Test func theSegmentationAgreesWithTheTrainedNetwork() {
    check(
      .segmentation, width: 64, height: 48,
      [
        (0, 0, [-7.6873, -6.8090]), (0, 63, [-7.4648, -6.0170]), (47, 0, [-7.0866, -5.4175]),
        (23, 31, [-10.9893, -7.4154]), (40, 60, [-10.9768, -8.7059]),
      ])
  }

  /// As above.
  @Test func theMarksOfCopiesAgreeWithTheTrainedNetwork() {
    check(
      .copies, width: 48, height: 36,
      [
        (0, 0, [-4.1667, -4.6847]), (0, 47, [-4.4255, -5.1875]),
        (35, 0, [-3.7624, -4.6381]), (17, 23, [-8.9126, -8.5022]),
        (30, 45, [-6.8083, -7.4980]),
      ])
  }

  /// The mean over all mirrorings of a mirrored picture is the mirrored mean.
  @Test(arguments: [Mirroring.across, .down, .both])
  func theMeanOfAllMirroringsMovesWithThePicture(mirroring: Mirroring) {
    let shape = MarkingNetwork.copies.shape
    let count = shape.inputWidth * shape.inputHeight * 3
    let picture = FeatureMap(
      width: shape.inputWidth, height: shape.inputHeight, channels: 3,
      values: (0..<count).map { Float($0 % 241) / 120 - 1 })
    func outputs(_ picture: FeatureMap, _ mirrorings: [Mirroring]) -> FeatureMap {
      MarkingNetwork.copies.outputs(
        for: NetworkInput(columns: picture.width, rows: picture.height, values: picture.values),
        mirrorings)
    }
    func difference(_ one: FeatureMap, _ other: FeatureMap) -> Float {
      zip(one.values, other.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }
    let mirrored = picture.mirrored(mirroring)
    #expect(
      difference(
        outputs(picture, Mirroring.allCases).mirrored(mirroring),
        outputs(mirrored, Mirroring.allCases)) < 1e-3)
    #expect(
      difference(outputs(picture, [.none]).mirrored(mirroring), outputs(mirrored, [.none])) > 0.1)
    #expect(
      difference(
        outputs(picture, [mirroring]).mirrored(mirroring), outputs(mirrored, [.none])) == 0)
  }

  private func check(
    _ network: MarkingNetwork, width: Int, height: Int,
    _ expected: [(row: Int, column: Int, values: [Float])]
  ) {
    let (columns, rows) = (network.shape.inputWidth, network.shape.inputHeight)
    let input = NetworkInput(
      columns: columns, rows: rows,
      values: (0..<columns * rows * 3).map { Float($0 % 251) / 125 - 1 })
    let outputs = network.outputs(for: input)
    #expect(outputs.width == width)
    #expect(outputs.height == height)
    for (row, column, values) in expected {
      for (index, value) in values.enumerated() {
        let found = outputs.values[(row * outputs.width + column) * 2 + index]
        #expect(abs(found - value) < 0.002, "\(row) \(column): \(found)")
      }
    }
    #expect(outputs.values.allSatisfy { $0.isFinite })
  }
}
