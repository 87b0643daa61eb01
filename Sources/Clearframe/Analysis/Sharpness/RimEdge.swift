/// An edge along the document's outline.
struct RimEdge: Sendable, Hashable {
  /// The column of its middle in the working image.
  let column: Int32
  let row: Int32
  /// The direction of its gradient, as those of `EdgeWidthField`.
  let direction: UInt8
  /// How blurred it is, in samples.
  let deviation: Float
  /// The change of luma over the whole edge, in levels.
  let contrast: Float
  /// How much it counts in a median.
  let weight: Float
}
