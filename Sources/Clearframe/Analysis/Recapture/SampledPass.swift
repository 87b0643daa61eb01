/// The fused pass with full-resolution squares kept beside it, for the rules that need them.
package struct SampledPass: ~Copyable, BandConsumer {
  private var pass: FusedPass
  private var sampler: PatchSampler

  package init(storedSize: PixelSize, hasChroma: Bool) {
    pass = FusedPass(storedSize: storedSize, hasChroma: hasChroma)
    sampler = PatchSampler(storedSize: storedSize)
  }

  /// Takes the next band.
  package mutating func consume(_ band: PlanarBand) {
    pass.consume(band)
    sampler.consume(band)
  }

  /// Ends the pass; what it returns holds the squares.
  package consuming func finish() -> PictureAnalysis {
    let patches = sampler.finish()
    return pass.finish(patches: patches)
  }
}
