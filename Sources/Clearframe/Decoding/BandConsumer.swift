/// What takes a decoder's bands, one after the other, while they are still in cache.
package protocol BandConsumer: ~Copyable {
  /// Takes the next band; its pointers are valid only until the call returns.
  mutating func consume(_ band: PlanarBand)
}
