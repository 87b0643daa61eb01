import FixtureKit
import Foundation
import Testing

@testable import SceneKit

@Suite("Scenes")
struct SceneGeneratorTests {
  private func options(_ split: Split = .dev, seed: UInt64 = 11) -> SceneOptions {
    var options = SceneOptions()
    options.split = split
    options.seed = seed
    options.longSide = 120
    options.shortSide = 90
    return options
  }

  @Test("The same seed gives the same bytes and label, whatever was made before")
  func determinism() throws {
    let first = SceneGenerator(options())
    let second = SceneGenerator(options())
    _ = try second.picture(2)
    for index in 0..<2 {
      let one = try first.picture(index)
      let two = try second.picture(index)
      #expect(one.bytes == two.bytes, "picture \(index)")
      #expect(one.label.values == two.label.values)
    }
    let other = try SceneGenerator(options(seed: 12)).picture(0)
    #expect(try other.bytes != first.picture(0).bytes)
  }

  @Test("The splits share no background family, and between them use all")
  func splitsAreDisjoint() {
    let dev = Set(BackgroundFamily.families(of: .dev))
    let test = Set(BackgroundFamily.families(of: .test))
    #expect(dev.isDisjoint(with: test))
    #expect(dev.union(test) == Set(BackgroundFamily.allCases))
  }

  @Test("The splits draw other pictures from the same seed")
  func splitsDiffer() throws {
    let dev = SceneGenerator(options(.dev))
    let test = SceneGenerator(options(.test))
    for index in 0..<4 {
      let names = BackgroundFamily.families(of: .test).map(\.rawValue)
      #expect(names.contains(try #require(test.label(index)["background"])))
      #expect(!names.contains(try #require(dev.label(index)["background"])))
    }
  }

  @Test("Every label is complete and within its words")
  func labels() throws {
    var set = options()
    set.includesUnsure = true
    set.cleanShare = 0.1
    let generator = SceneGenerator(set)
    for index in 0..<14 {
      let label = generator.label(index)
      #expect(label.values.count == SceneLabel.columns.count)
      for column in ["complete", "glare", "blurry", "too_dark", "too_bright", "uneven_light"] {
        let value = try #require(label[column])
        #expect(["yes", "no", "unsure"].contains(value), "\(column) of \(index)")
      }
      for corner in 0..<4 {
        for axis in ["x", "y"] {
          let text = try #require(label["\(axis)\(corner)"])
          let value = try #require(Float(text))
          #expect(value.isFinite && abs(value) < 2000)
        }
      }
      let kind = try #require(label["kind"])
      #expect(["id-card", "document"].contains(kind))
      #expect(try #require(label["effective_dpi"].flatMap { Int($0) }) > 5)
    }
  }

  @Test("Without borderline pictures a defect drawn is a defect labelled")
  func floors() {
    var set = options()
    set.cleanShare = 0
    let planner = ScenePlanner(set)
    for index in 0..<24 {
      let plan = planner.plan(index)
      let truth = SceneTruth(plan)
      // Uneven focus may leave all print sharp.
      if plan.blur.kind == .defocus || plan.blur.kind == .motion {
        #expect(truth.blurry == "yes", "picture \(index)")
      }
      if plan.paperLevel < 0.34 { #expect(truth.tooDark == "yes", "picture \(index)") }
      if plan.paperLevel > 1.2 {
        // A dark document may be well exposed where white paper is burnt out.
        let isDark = plan.document.canvas.middleReflectance < 0.42
        #expect(truth.tooBright == "yes" || isDark && truth.tooBright == "unsure", "\(index)")
      }
      if truth.cutShare > 0.02 { #expect(truth.complete == "no", "picture \(index)") }
    }
  }

  @Test("Uneven focus counts where there is print")
  func unevenFocus() {
    var set = options()
    set.cleanShare = 1
    var plan = ScenePlanner(set).plan(0)
    func labels() -> Set<String> {
      Set(
        [Float(0), 90, 180, 270].map { angle in
          plan.blur = Blur(kind: .uneven, sigma: 12, angle: angle)
          return SceneTruth(plan).blurry
        })
    }
    #expect(labels().contains("yes"))
    plan.document.canvas.pixels = plan.document.canvas.pixels.map { _ in Vector4(1, 1, 1, 0) }
    #expect(labels() == ["no"])
  }

  @Test("A set may have one defect alone, and says where the outline is covered")
  func chosenDefect() throws {
    var set = options()
    set.cleanShare = 0
    set.defect = .finger
    let generator = SceneGenerator(set)
    for index in 0..<8 {
      let plan = ScenePlanner(set).plan(index)
      #expect(!plan.fingers.isEmpty || !plan.covers.isEmpty, "picture \(index)")
      let digits = try #require(generator.label(index)["covered_outline"])
      #expect(digits.count == 16)
      let bits = digits.flatMap { digit in
        (0..<4).map { (Int(String(digit), radix: 16) ?? 0) >> (3 - $0) & 1 == 1 }
      }
      #expect(bits == SceneTruth(plan).coveredPlaces, "picture \(index)")
    }
  }

  @Test("A clean picture has no defect in its label")
  func cleanPictures() {
    var set = options(.test)
    set.cleanShare = 1
    let planner = ScenePlanner(set)
    for index in 0..<14 {
      let truth = SceneTruth(planner.plan(index))
      #expect(truth.complete == "yes", "picture \(index)")
      #expect(truth.glare == "no" && truth.blurry == "no")
      #expect(truth.tooDark == "no", "level \(truth.paperLevel) in \(index)")
      #expect(truth.tooBright == "no", "level \(truth.paperLevel) in \(index)")
      #expect(truth.unevenLight == "no", "ratio \(truth.lightRatio) in \(index)")
    }
  }

  @Test("The true corners are where a marked sheet's corners appear", arguments: [1, 4, 8, 15])
  func corners(index: Int) throws {
    var set = options()
    set.cleanShare = 1
    set.longSide = 480
    set.shortSide = 360
    var plan = ScenePlanner(set).plan(index)
    // A white sheet on black, with a red, green, blue and yellow corner, in clockwise order.
    let size = plan.document.surface.size
    var canvas = Canvas(size: size, density: 4, fill: Vector3(0.9, 0.9, 0.9))
    let mark = min(size.x, size.y) * 0.2
    let colours = [
      Vector3(0.9, 0, 0), Vector3(0, 0.9, 0), Vector3(0, 0, 0.9), Vector3(0.9, 0.9, 0),
    ]
    for (corner, colour) in zip(plan.document.surface.corners, colours) {
      canvas.box(corner - Vector2(mark, mark), corner + Vector2(mark, mark), colour)
    }
    plan.document.canvas = canvas
    plan.document.surface.cornerRadius = 0
    plan.document.surface.edgeRoughness = 0
    plan.background = Night()
    plan.objects = []
    plan.tableGlare = []
    plan.document.edge = .zero
    plan.hologram = 0
    plan.light = Light()
    let truth = SceneTruth(plan)
    let image = SceneRenderer(plan).render()
    let width = plan.camera.width
    let centre = truth.corners.reduce(.zero, +) / 4
    for (number, corner) in truth.corners.enumerated() {
      // From the corner, two pixels inwards show the mark; three pixels outwards the table.
      let inward = (centre - corner) / length(centre - corner)
      let inside = corner + inward * 4
      let outside = corner - inward * 3
      let seen = image[Int(inside.y) * width + Int(inside.x)]
      let wanted = colours[number]
      for channel in 0..<3 {
        #expect((seen[channel] > 0.25) == (wanted[channel] > 0.5), "corner \(number) of \(index)")
      }
      let beyond = image[Int(outside.y) * width + Int(outside.x)]
      #expect(beyond.x + beyond.y + beyond.z < 0.2, "beyond corner \(number) of \(index)")
    }
  }

  @Test("Projecting undoes the ray, with distortion")
  func projection() {
    var camera = Camera(
      width: 400, height: 300, focal: 310, distance: 500, tilt: 0.5, azimuth: 1.1, roll: 0.7,
      distortion: 0.02)
    camera.principal += Vector2(17, -9)
    for x in stride(from: Float(5), to: 400, by: 65) {
      for y in stride(from: Float(5), to: 300, by: 58) {
        let p = camera.meet(camera.ray(x, y), height: 3)
        let back = camera.project(Vector3(p.x, p.y, 3))
        #expect(length(back - Vector2(x, y)) < 0.05)
      }
    }
  }

  @Test("A disc and a line keep the light and have the spread they are labelled with")
  func pointSpread() {
    let side = 41
    var image = [Vector4](repeating: .zero, count: side * side)
    image[20 * side + 20] = Vector4(1, 1, 1, 0)
    func spread(_ image: [Vector4]) -> (total: Float, x: Float, y: Float) {
      var total: Float = 0
      var x: Float = 0
      var y: Float = 0
      for index in image.indices {
        let dx = Float(index % side - 20)
        let dy = Float(index / side - 20)
        total += image[index].x
        x += image[index].x * dx * dx
        y += image[index].x * dy * dy
      }
      return (total, (x / total).squareRoot(), (y / total).squareRoot())
    }
    let disc = spread(PointSpread.disc(image, width: side, height: side, radius: 8))
    #expect(abs(disc.total - 1) < 1e-3)
    #expect(abs(disc.x - 4) < 0.3 && abs(disc.y - 4) < 0.3)
    let line = spread(
      PointSpread.line(image, width: side, height: side, length: 12, angle: 0))
    #expect(abs(line.total - 1) < 1e-3)
    #expect(abs(line.x - 12 / Float(12).squareRoot()) < 0.5 && line.y < 0.1)
  }

  /// A table that reflects nothing.
  private struct Night: Background {
    let gloss: Float = 0
    func reflectance(_ p: Vector2, footprint: Float) -> Vector3 { .zero }
  }
}
