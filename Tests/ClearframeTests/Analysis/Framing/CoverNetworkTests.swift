import Testing

@testable import Clearframe

@Suite struct CoverNetworkTests {
  /// What PyTorch computes from the same weights; they change with each training.
  @Test(arguments: [(251, Float(-3.3436), Float(-3.4467)), (97, -4.5058, -3.2053)])
  func agreesWithTheTrainedNetworks(_ period: Int, _ small: Float, _ wide: Float) {
    let count = CoverNetwork.side * CoverNetwork.side * CoverNetwork.planes
    let patches = (0..<count).map { Float($0 % period) / Float(period) * 2 - 1 }
    for (network, expected) in [(CoverNetwork.small, small), (.wide, wide)] {
      let found = network.logit(for: patches)
      #expect(abs(found - expected) < 0.002, "\(period): \(found)")
    }
  }

  /// Patches at a side are mirrored left to right, those at a corner in its diagonal.
  @Test(arguments: [false, true]) func seesPatchesMirrored(isAtCorner: Bool) {
    let (side, planes) = (CoverNetwork.side, CoverNetwork.planes)
    let network = CoverNetwork.wide
    let patches = (0..<side * side * planes).map { Float($0 % 251) / 251 * 2 - 1 }
    let mirrored = (0..<side * side).flatMap { place in
      let (row, column) = (place / side, place % side)
      let from = isAtCorner ? column * side + row : row * side + side - 1 - column
      return patches[from * planes..<(from + 1) * planes]
    }
    let found = network.mirroredLogit(for: patches, atCorner: isAtCorner)
    #expect(found == network.logit(for: mirrored))
    #expect(abs(found - network.logit(for: patches)) > 0.01)
  }
}
