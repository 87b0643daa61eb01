import Testing

@testable import Clearframe

@Suite struct CoverNetworkTests {
  /// What PyTorch computes from the same weights; they change with each training.
  @Test(arguments: [(251, Float(-5.3517)), (97, -5.3758)])
  func agreesWithTheTrainedNetwork(_ period: Int, _ expected: Float) {
    let count = CoverNetwork.side * CoverNetwork.side * CoverNetwork.planes
    let patches = (0..<count).map { Float($0 % period) / Float(period) * 2 - 1 }
    let found = CoverNetwork.shipped.logit(for: patches)
    #expect(abs(found - expected) < 0.002, "\(period): \(found)")
  }
}
