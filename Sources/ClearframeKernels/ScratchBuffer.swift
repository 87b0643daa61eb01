/// Zeroed memory of a fixed number of integers, freed with its owner.
package struct ScratchBuffer<Element: FixedWidthInteger & BitwiseCopyable>: ~Copyable {
  /// The first element.
  package let base: UnsafeMutablePointer<Element>
  /// The number of elements.
  package let count: Int

  /// Allocates `count` elements of 0.
  package init(count: Int) {
    // One element at least, so that the base is always an address of its own.
    base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    base.initialize(to: 0)
    self.count = count
    clear()
  }

  deinit {
    base.deallocate()
  }

  /// Sets every element to 0.
  package func clear() {
    // Bytes rather than elements: `update(repeating:)` is not specialised from here and calls a
    // value witness for each element, 19 times slower.
    UnsafeMutableRawPointer(base).initializeMemory(
      as: UInt8.self, repeating: 0, count: count * MemoryLayout<Element>.stride)
  }
}
