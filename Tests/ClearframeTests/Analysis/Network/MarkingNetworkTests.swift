import Testing

@testable import Clearframe

@Suite struct SegmentationNetworkTests {
  /// What PyTorch computes from the same weights; they change with each training.
  @Test func agreesWithTheTrainedNetwork() {
    let count = SegmentationNetwork.inputWidth * SegmentationNetwork.inputHeight * 3
    let input = (0..<count).map { Float($0 % 251) / 125 - 1 }
    let outputs = SegmentationNetwork.shipped.outputs(for: input)
    #expect(outputs.width == SegmentationNetwork.width)
    #expect(outputs.height == SegmentationNetwork.height)
    let expected: [(row: Int, column: Int, values: [Float])] = [
      (0, 0, [-6.2187, -5.1548]), (0, 63, [-6.1701, -4.8700]), (47, 0, [-6.1061, -4.6793]),
      (23, 31, [-9.3338, -5.6958]), (40, 60, [-11.1370, -9.6410]),
    ]
    for (row, column, values) in expected {
      for (index, value) in values.enumerated() {
        let found = outputs.values[(row * outputs.width + column) * 2 + index]
        #expect(abs(found - value) < 0.002, "\(row) \(column): \(found)")
      }
    }
    #expect(outputs.values.allSatisfy { $0.isFinite })
  }
}
