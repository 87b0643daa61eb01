package import FixtureKit
import Foundation

/// Makes labelled portraits.
package struct PortraitGenerator: Sendable {
  package let split: Split
  package let seed: UInt64

  package init(split: Split, seed: UInt64) {
    self.split = split
    self.seed = seed
  }

  /// A finished picture: the file's bytes, what is true of it, and its label.
  package struct Picture: Sendable {
    package let bytes: [UInt8]
    package let truth: PortraitTruth
    package let label: PortraitLabel
  }

  /// What a set may hold fixed while everything else is drawn as usual.
  package struct Choice: Sendable {
    package var kind: PortraitBackgroundKind?
    /// The skin tone, 1 (light) to 10 (dark).
    package var tone: Int?

    package init() {}
  }

  /// The name of picture number `index`.
  package func name(_ index: Int) -> String {
    let digits = String(index)
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return "\(split.rawValue)-portrait-\(seed)-\(padded).jpg"
  }

  /// Makes picture number `index`; the same split, seed, number and choice give the same bytes. Its
  /// label names it `name`, or as `name(_:)` does.
  package func picture(
    _ index: Int, choice: Choice = Choice(), name: String? = nil
  ) throws(EncodingError) -> Picture {
    var plan = PortraitPlanner(split: split, seed: seed).plan(index, kind: choice.kind)
    if let tone = choice.tone {
      plan.person.tone = min(10, max(1, tone))
      plan.person.skin = linear(PortraitPlanner.skinTones[plan.person.tone - 1])
    }
    let (light, person) = PortraitRenderer(plan: plan).render()
    let developer = Developer(
      Developer.Recipe(development: plan.development, noiseSeed: plan.noiseSeed),
      width: plan.width, height: plan.height)
    let bitmap = developer.develop(light)
    let truth = PortraitTruth(bitmap, person: person, kind: plan.kind)
    let label = PortraitLabel(path: name ?? self.name(index), plan: plan, truth: truth)
    return Picture(bytes: try encode(bitmap, plan), truth: truth, label: label)
  }

  private func encode(_ upright: Bitmap, _ plan: PortraitPlan) throws(EncodingError) -> [UInt8] {
    var encoder = JPEGEncoder()
    encoder.quality = plan.development.quality
    encoder.sampling = plan.development.subsampled ? [.init(2, 2)] : [.init(1, 1)]
    encoder.optimizesTables = true
    var block = EXIFBlock()
    block.orientation = plan.orientation
    block.make = "Specimen"
    block.model = "Camera \(1 + plan.index % 7)"
    encoder.writesJFIF = false
    encoder.segments = [block.segment]
    return try encoder.encode(CameraFile.turned(upright, stored: plan.orientation))
  }
}
