import Testing

@testable import Clearframe

@Suite struct MarkingNetworkTests {
  /// What PyTorch computes from the same weights; they change with each training.
  @Test func theSegmentationAgreesWithTheTrainedNetwork() {
    check(
      .segmentation, width: 64, height: 48,
      [
        (0, 0, [-6.2187, -5.1548]), (0, 63, [-6.1701, -4.8700]), (47, 0, [-6.1061, -4.6793]),
        (23, 31, [-9.3338, -5.6958]), (40, 60, [-11.1370, -9.6410]),
      ])
  }

  /// As above.
  @Test func theMarksOfCopiesAgreeWithTheTrainedNetwork() {
    check(
      .copies, width: 48, height: 36,
      [
        (0, 0, [-4.4219, -5.2016]), (0, 47, [-3.0470, -4.3559]),
        (35, 0, [-2.5238, -3.5012]), (17, 23, [-4.3021, -5.7158]),
        (30, 45, [-4.1166, -6.0506]),
      ])
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
