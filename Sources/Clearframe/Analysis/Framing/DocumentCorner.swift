/// A corner of the document as it appears in the upright picture, in the outline's order.
package enum DocumentCorner: Int, Sendable, Hashable, CaseIterable {
  case topLeft, topRight, bottomRight, bottomLeft

  /// The corner's name in a sentence.
  package var name: String {
    switch self {
    case .topLeft: "top left"
    case .topRight: "top right"
    case .bottomRight: "bottom right"
    case .bottomLeft: "bottom left"
    }
  }
}
