import Clearframe
import Testing

@Suite struct StructureTensorTests {
  @Test func parallelGradientsAreCoherent() {
    // All gradients are (3, 4).
    let tensor = StructureTensor(xx: 9, yy: 16, xy: 12)
    #expect(tensor.energy == 25)
    #expect(tensor.coherence == 1)
    let along = tensor.energy(along: tensor.dominantOrientation)
    let across = tensor.energy(along: tensor.dominantOrientation + Double.pi / 2)
    #expect(abs(along - 25) < 1e-9)
    #expect(abs(across) < 1e-9)
  }

  @Test func equalGradientsHaveNoDirection() {
    let tensor = StructureTensor(xx: 7, yy: 7, xy: 0)
    #expect(tensor.coherence == 0)
  }

  @Test func orientationTurnsFromXTowardsY() {
    #expect(StructureTensor(xx: 1, yy: 0, xy: 0).dominantOrientation == 0)
    let diagonal = StructureTensor(xx: 1, yy: 1, xy: 1).dominantOrientation
    #expect(abs(diagonal - Double.pi / 4) < 1e-12)
    let vertical = StructureTensor(xx: 0, yy: 1, xy: 0).dominantOrientation
    #expect(abs(vertical - Double.pi / 2) < 1e-12)
  }
}
