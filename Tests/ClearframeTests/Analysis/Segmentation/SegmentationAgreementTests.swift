import Testing

@testable import Clearframe

@Suite struct SegmentationAgreementTests {
  /// A map of 64 by 48 places that marks a rectangle and its outline, on an image of 320 by 240.
  private static func map(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int)
    -> DocumentSegmentation
  {
    var inside = [Float](repeating: 0, count: 64 * 48)
    var outline = inside
    for row in max(0, top)..<min(48, bottom) {
      for column in max(0, left)..<min(64, right) {
        inside[row * 64 + column] = 1
        if row == top || row == bottom - 1 || column == left || column == right - 1 {
          outline[row * 64 + column] = 1
        }
      }
    }
    return DocumentSegmentation(width: 64, height: 48, inside: inside, outline: outline)
  }

  private static let image = ReducedImage(PaintedScene(width: 320, height: 240).image())

  private static func outline(
    _ left: Float, _ top: Float, _ right: Float, _ bottom: Float
  ) -> OutlineHypothesis {
    OutlineHypothesis(corners: [
      SIMD2(left, top), SIMD2(right, top), SIMD2(right, bottom), SIMD2(left, bottom),
    ])
  }

  private func value(
    _ name: String, of outline: OutlineHypothesis, in map: DocumentSegmentation
  ) throws -> Float {
    let agreement = SegmentationAgreement(of: outline, in: map, image: Self.image)
    #expect(agreement.values.count == SegmentationAgreement.names.count)
    return agreement.values[try #require(SegmentationAgreement.names.firstIndex(of: name))]
  }

  @Test func theMarkedRectangleAgrees() throws {
    let map = Self.map(16, 12, 48, 36)
    let right = Self.outline(80, 60, 240, 180)
    #expect(try value("overlap", of: right, in: map) > 0.97)
    #expect(try value("inside", of: right, in: map) > 0.99)
    #expect(try value("outside", of: right, in: map) < 0.01)
    #expect(try value("surprise", of: right, in: map) < 0.03)
    #expect(try value("edgeLeast", of: right, in: map) > 0.4)
    #expect(try value("stepLeast", of: right, in: map) > 0.9)
  }

  @Test func anotherOutlineAgreesLess() throws {
    let map = Self.map(16, 12, 48, 36)
    let right = Self.outline(80, 60, 240, 180)
    let half = Self.outline(80, 60, 160, 180)
    let large = Self.outline(40, 30, 280, 210)
    for other in [half, large] {
      #expect(try value("overlap", of: other, in: map) < 0.6)
      #expect(
        try value("surprise", of: other, in: map) > 10 * value("surprise", of: right, in: map))
      #expect(try value("stepLeast", of: other, in: map) < 0.2)
    }
    #expect(abs(try value("inside", of: large, in: map) - 0.444) < 0.02)
    #expect(abs(try value("outside", of: half, in: map) - 0.143) < 0.01)
  }

  /// What an outline leaves out at the frame's border, and what it holds there that is not the
  /// document.
  @Test func theBordersTellWhatIsCut() throws {
    let map = Self.map(16, 12, 64, 36)
    let whole = Self.outline(80, 60, 240, 180)
    let cut = Self.outline(80, 60, 330, 180)
    #expect(try value("restAtBorder", of: whole, in: map) == 1)
    #expect(try value("restAtBorder", of: cut, in: map) == 0)
    #expect(try value("lackAtBorder", of: cut, in: map) == 0)
    let wide = Self.outline(80, 30, 330, 210)
    #expect(try value("lackAtBorder", of: wide, in: map) == 1)
  }

  /// A side that is the frame's border says nothing, wherever it lies.
  @Test func sidesAlongTheFrameDoNotCount() throws {
    let map = Self.map(16, 12, 64, 36)
    var outline = Self.outline(40, 60, 320, 180)
    #expect(try value("stepLeast", of: outline, in: map) < 0.2)
    outline.lines[3].isFrame = true
    #expect(try value("stepLeast", of: outline, in: map) > 0.8)
  }
}
