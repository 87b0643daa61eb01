extension Array {
  /// Puts the element at an index before all others, which keep their order.
  mutating func moveToFront(_ index: Int) { insert(remove(at: index), at: 0) }
}
