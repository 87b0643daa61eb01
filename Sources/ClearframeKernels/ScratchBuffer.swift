/// Memory of a fixed number of plain elements, set to one value and freed with its owner.
package struct ScratchBuffer<Element: BitwiseCopyable>: ~Copyable {
  /// The first element.
  package let base: UnsafeMutablePointer<Element>
  /// The number of elements.
  package let count: Int

  /// Allocates `count` elements, each set to `value`.
  package init(repeating value: Element, count: Int) {
    // One element at least, so that the base is always an address of its own.
    base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: max(1, count))
    self.count = count
  }

  deinit {
    base.deallocate()
  }

  /// Sets every element to `value`.
  package func fill(_ value: Element) {
    base.update(repeating: value, count: count)
  }
}
