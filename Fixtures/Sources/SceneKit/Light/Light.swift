import Foundation

/// The light on the table: a lamp with fall-off, light from all around, and soft shadows.
package struct Light: Sendable {
  /// Foot of the lamp on the table, and its height, in millimetres.
  var lamp = Vector3(-300, -400, 900)
  /// Share of the light that comes from all around.
  var ambient: Float = 0.4
  /// Colour of the lamp, and of the light from all around.
  var lampColour = Vector3(1, 1, 1)
  var ambientColour = Vector3(1, 1, 1)
  /// Added gradient over the scene: direction and change per millimetre.
  var gradient = Vector2.zero
  /// Width of the half-shadow per millimetre of height.
  var spread: Float = 0.5
  var shadows: [CastShadow] = []

  /// A shadow of something outside the picture, such as the phone, a hand or the head.
  struct CastShadow: Sendable {
    var centre: Vector2
    var half: Vector2
    var radius: Float
    var angle: Float
    var penumbra: Float
    /// Share of the light taken away, 0 to 1.
    var strength: Float

    func cover(_ p: Vector2) -> Float {
      let local = rotate(p - centre, -angle)
      let distance = roundedBoxDistance(local, half: half, radius: radius)
      return strength * smoothstep(penumbra / 2, -penumbra / 2, distance)
    }
  }

  /// Direction in the table in which shadows fall, per millimetre of height.
  func shadowShift(at p: Vector2) -> Vector2 {
    (p - Vector2(lamp.x, lamp.y)) / max(lamp.z, 100)
  }

  private func falloff(_ p: Vector2) -> Float {
    let dx = p.x - lamp.x
    let dy = p.y - lamp.y
    let squared = dx * dx + dy * dy + lamp.z * lamp.z
    // Inverse square with the cosine of incidence on the table.
    return lamp.z / (squared * squared.squareRoot())
  }

  /// Share of the light at a place that is left by cast shadows.
  func unshadowed(_ p: Vector2) -> Float {
    var left: Float = 1
    for shadow in shadows { left *= 1 - shadow.cover(p) }
    return left
  }

  /// Light at a place, one at the origin in white light without shadow.
  func irradiance(_ p: Vector2) -> Vector3 {
    let direct = (1 - ambient) * falloff(p) / falloff(.zero)
    let slope = max(0.15, 1 + dot(gradient, p))
    let left = unshadowed(p)
    // Shadow keeps a part of the light from around.
    let filled = 0.35 + 0.65 * left
    return (lampColour * (direct * left) + ambientColour * (ambient * filled)) * slope
  }

  /// Factor for a sheet whose normal is tilted against the table's.
  func shading(normal: Vector3, at p: Vector2) -> Float {
    let towards = normalized(Vector3(lamp.x - p.x, lamp.y - p.y, lamp.z))
    let facing = max(0, dot(normal, towards)) / max(0.2, towards.z)
    return ambient * (0.5 + 0.5 * normal.z) + (1 - ambient) * facing
  }
}
