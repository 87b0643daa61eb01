import ClearframeKernels
import ClearframeTestSupport
import Testing

@Suite struct LineVoteKernelTests {
  /// The votes of pixels at random places of a picture, as the kernel and as its reference cast them.
  private func votes(seed: UInt64, pixels: Int) -> (fast: [Float], plain: [Float]) {
    var random = SeededGenerator(seed: seed)
    let distanceCount = Int.random(in: 301...399, using: &random)
    let length = LineVoteKernel.tableLength
    // Unit vectors all round: with the origin added, every distance is positive.
    let cosines = (0..<length).map { _ in Float.random(in: -1...1, using: &random) }
    let sines = cosines.map {
      ((1 - $0 * $0).squareRoot()) * (Bool.random(using: &random) ? 1 : -1)
    }
    let rows = (0..<length).map { Int32($0 * distanceCount) }
    var fast = [Float](repeating: 0, count: distanceCount * length)
    var plain = fast
    for _ in 0..<pixels {
      let x = Float(Int.random(in: 0..<100, using: &random)) + 0.5
      let y = Float(Int.random(in: 0..<80, using: &random)) + 0.5
      let weight = Float.random(in: -1...1, using: &random)
      LineVoteKernel.add(
        weight, x: x, y: y, origin: 150, cosines: cosines, sines: sines, rows: rows, to: &fast)
      LineVoteKernel.addReference(
        weight, x: x, y: y, origin: 150, cosines: cosines, sines: sines, rows: rows, to: &plain)
    }
    return (fast, plain)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5]) func equalsReference(seed: UInt64) {
    let (fast, plain) = votes(seed: seed, pixels: 400)
    let difference = zip(fast, plain).map { abs($0 - $1) }.max() ?? 1
    #expect(difference < 1e-3, "seed \(seed): \(difference)")
    #expect(plain.contains { abs($0) > 0.1 }, "seed \(seed)")
  }

  @Test func theLastEntryOfTheTablesIsNotVotedFor() {
    let (fast, _) = votes(seed: 9, pixels: 50)
    let distanceCount = fast.count / LineVoteKernel.tableLength
    #expect(fast.suffix(distanceCount).allSatisfy { $0 == 0 })
    #expect(fast.dropLast(distanceCount).suffix(distanceCount).contains { $0 != 0 })
  }
}
