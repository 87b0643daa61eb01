/// What kind of set to generate.
package struct SceneOptions: Sendable {
  /// Which documents are photographed.
  package enum Profile: String, CaseIterable, Sendable { case idCard = "id-card", document, mixed }

  package var split: Split = .dev
  package var seed: UInt64 = 1
  package var profile: Profile = .mixed
  /// Pixels of the longer and the shorter side.
  package var longSide = 2000
  package var shortSide = 1500
  /// Whether borderline defects, which a person could not judge at once, are drawn as well.
  package var includesUnsure = false
  /// Share of the pictures without any defect.
  package var cleanShare: Float = 0.4

  /// A defect that every picture has that is not clean; nil for any.
  package var defect: SceneDefect?

  /// Where every picture of a set of originals and copies comes from; nil for any.
  package var origin: OriginalKind?

  package init() {}
}
