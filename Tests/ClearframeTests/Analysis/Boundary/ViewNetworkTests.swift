import Foundation
import Testing

@testable import Clearframe

@Suite struct ViewNetworkTests {
  /// What PyTorch computes from the same weights; they change with each training.
  @Test(arguments: [(251, Float(-6.2344), Float(-4.0213)), (97, -1.1877, 0.4633)])
  func agreesWithTheTrainedNetwork(_ period: Int, _ isRight: Float, _ isNear: Float) {
    let count = OutlineView.side * OutlineView.side * OutlineView.planes
    let values = (0..<count).map { Float($0 % period) / Float(period) * 2 - 1 }
    let answer = ViewNetwork.shared.answer(for: OutlineView(values: values))
    #expect(abs(answer.isRight - isRight) < 0.002, "\(period): \(answer)")
    #expect(abs(answer.isNear - isNear) < 0.002, "\(period): \(answer)")
  }

  /// The outline of a specimen card is likelier than one with a side astray, and than one around half
  /// of it.
  @Test(arguments: ["sample/card-front.jpg", "sample/card-front-dark.jpg"])
  func tellsACardFromWhatIsNoOutline(path: String) throws {
    let file = try FileBytes(
      contentsOf: FixtureManifest.folder.appendingPathComponent(path).path)
    let logits = try file.withBytes { bytes -> [Float] in
      let header = HeaderReader.read(bytes, fileByteCount: bytes.count)
      let size = try #require(header.storedSize)
      var pass = FusedPass(storedSize: size, hasChroma: PictureDecoder.hasChroma(header))
      _ = PictureDecoder.decode(bytes, header: header, limits: Limits(), into: &pass)
      let reduced = ReducedImage(pass.finish().working)
      let best = try #require(BoundaryDetector.rankedCandidates(in: reduced).candidates.first)
      let corners = best.outline.corners
      let widened = corners[1] - corners[0]
      let astray = [
        corners[0], corners[1] + widened * 0.25, corners[2] + widened * 0.25, corners[3],
      ]
      let half = [
        corners[0], (corners[0] + corners[1]) / 2, (corners[3] + corners[2]) / 2, corners[3],
      ]
      return [corners, astray, half].compactMap { corners in
        OutlineView(of: OutlineHypothesis(corners: corners), in: reduced)
          .map { ViewNetwork.shared.answer(for: $0).isRight }
      }
    }
    try #require(logits.count == 3)
    #expect(logits[0] > logits[1] + 2 && logits[0] > logits[2] + 2, "\(logits)")
  }
}
