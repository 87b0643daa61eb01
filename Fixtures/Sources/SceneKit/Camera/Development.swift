/// What happens between the light on the sensor and the file: exposure, white balance, softness,
/// noise, tone curve, sharpening and compression.
package struct Development: Sendable {
  /// Multiplier of the light before the tone curve.
  var exposure: Float = 1
  /// Remaining colour cast, a factor per channel.
  var whiteBalance = Vector3(1, 1, 1)
  /// Softness of lens and demosaicing, standard deviation in pixels.
  var softness: Float = 0.8
  /// Loss of light in the corners, as a share.
  var vignetting: Float = 0.15
  /// Strength of the S-shaped contrast curve, 0 to 1.
  var contrast: Float = 0.2
  /// Multiplier of the distance from grey.
  var saturation: Float = 1.1
  /// Shot noise: variance per unit of light.
  var shotNoise: Float = 2e-5
  /// Read noise: standard deviation in units of white.
  var readNoise: Float = 0.001
  /// Colour noise relative to brightness noise.
  var colourNoise: Float = 0.5
  /// How strongly fine detail is smeared by noise reduction, 0 to 1.
  var smear: Float = 0
  /// Amount of sharpening; 0 is none.
  var sharpening: Float = 0.5
  /// Radius of sharpening in pixels.
  var sharpeningRadius: Float = 1
  /// JPEG quality, 1 to 100.
  var quality = 90
  /// Whether chroma is stored at half size in both directions.
  var subsampled = true
}
