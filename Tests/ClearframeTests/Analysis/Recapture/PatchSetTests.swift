import Clearframe
import Testing

@Suite struct PatchSetTests {
  /// Squares at the places of a grid, whose neighbours lie `step` pixels apart.
  private func patches(columns: Int, rows: Int, step: Int) -> [PatchSet.Patch] {
    (0..<columns * rows).map {
      PatchSet.Patch(column: $0 % columns * step, row: $0 / columns * step)
    }
  }

  @Test func squaresBesideEachOtherAreWorthThemselves() {
    #expect(PatchSet.worth(of: patches(columns: 1, rows: 1, step: 0)) == 1)
    #expect(PatchSet.worth(of: patches(columns: 5, rows: 5, step: PatchSet.side)) == 1)
    #expect(PatchSet.worth(of: patches(columns: 5, rows: 5, step: 1000)) == 1)
    #expect(PatchSet.worth(of: []) == 1)
  }

  @Test func squaresThatOverlapAreWorthTheRoomTheyHave() {
    // Five squares in the room of three, in both directions.
    #expect(PatchSet.worth(of: patches(columns: 5, rows: 5, step: PatchSet.side / 2)) == 9.0 / 25)
    #expect(PatchSet.worth(of: patches(columns: 2, rows: 1, step: 0)) == 0.5)
  }
}
