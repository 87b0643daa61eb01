/// The numbers about what is behind a person.
package struct BackgroundMeasurement: Sendable {
  /// One cell of the background's colours: about three units of CIELAB wide.
  package struct ColorShare: Sendable {
    /// The mean colour of its pixels.
    package let color: LabColor
    /// Its share of the background, 0 to 1.
    package let share: Double

    package init(color: LabColor, share: Double) {
      self.color = color
      self.share = share
    }
  }

  /// The background's middle colour: the median of each coordinate.
  package var color = LabColor(lightness: 0, a: 0, b: 0)
  /// All colours of the background; their shares sum to 1.
  package var colors: [ColorShare] = []
  /// The difference between the 95th and the 5th percentile of lightness.
  package var spread: Double = 0
  /// The deviation of lightness from its surroundings of 5 by 5 pixels (2 % of the long side).
  package var texture: Double = 0
  /// The share of the background that is neither wall nor shadow.
  package var thingShare: Double = 0
  /// The share of the background that differs from `color` by more than 12 units, or by more than
  /// 6 where an outline sets it apart.
  package var foreignShare: Double = 0
  /// The share of the background that lies in a shadow with an outline.
  package var shadowShare: Double = 0
  /// The share of the background with mean luma at 250 or more.
  package var clippedShare: Double = 0
  /// The share of the person's outline that is lost in a clipped background: of the directions from
  /// beside the chin or of its length, whichever is more; 0 where a fifth or less of it is clipped.
  package var lostOutlineShare: Double = 0
  /// The share of the picture that was taken for background.
  package var areaShare: Double = 0
  /// Whether growing was stopped by texture or things nearly everywhere.
  package var isBusy = false
  /// Head and shoulders, in upright pixels; nil where they were not located.
  package var person: PixelRegion?
  /// Where things and shadows are, largest first, in upright pixels.
  package var regions: [PixelRegion] = []

  package init() {}
}
