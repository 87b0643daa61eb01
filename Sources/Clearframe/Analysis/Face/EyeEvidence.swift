/// What was seen where one eye of a found face must be.
package struct EyeEvidence: Sendable, Equatable {
  /// How many windows of the eye model agreed; 0 where no eye was found.
  package var support: Int
  /// The median luma around the eye over that of the cheek below it.
  ///
  /// A ratio of one face with itself, so that it does not move with the skin's tone.
  package var brightness: Double
  /// The share of burnt-out samples around the eye, less that of the cheek.
  package var burntOutShare: Double
  /// Where the eye must be, in pixels of the upright picture.
  package var region: PixelRegion

  package init(support: Int, brightness: Double, burntOutShare: Double, region: PixelRegion) {
    self.support = support
    self.brightness = brightness
    self.burntOutShare = burntOutShare
    self.region = region
  }
}
