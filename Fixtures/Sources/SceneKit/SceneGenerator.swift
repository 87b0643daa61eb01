package import FixtureKit
import Foundation

/// Makes labelled photos.
package struct SceneGenerator: Sendable {
  package let options: SceneOptions

  package init(_ options: SceneOptions) { self.options = options }

  /// A finished picture: the file's bytes, what is true of it, and its label.
  package struct Picture: Sendable {
    package let bytes: [UInt8]
    package let truth: SceneTruth
    package let label: SceneLabel
  }

  /// The name of picture number `index`.
  package func name(_ index: Int) -> String {
    let digits = String(index)
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return "\(options.split.rawValue)-\(options.profile.rawValue)-\(options.seed)-\(padded).jpg"
  }

  /// Makes picture number `index`; the same options and number give the same bytes.
  package func picture(_ index: Int) throws(EncodingError) -> Picture {
    let plan = ScenePlanner(options).plan(index)
    let bitmap = Developer(plan).develop(SceneRenderer(plan).render())
    let truth = SceneTruth(plan)
    let label = SceneLabel(path: name(index), plan: plan, truth: truth)
    return Picture(bytes: try CameraFile(plan).encode(bitmap), truth: truth, label: label)
  }

  /// The label alone, without making the picture.
  package func label(_ index: Int) -> SceneLabel {
    let plan = ScenePlanner(options).plan(index)
    return SceneLabel(path: name(index), plan: plan, truth: SceneTruth(plan))
  }
}
