import Foundation

/// A pinhole camera over a table, with slight radial distortion.
///
/// Table coordinates are millimetres: x to the right, y downwards as seen from above, and height
/// above the table towards the camera. Pixels count from the upper left corner of the upright
/// picture; a pixel's centre lies at one half.
package struct Camera: Sendable {
  /// Picture width in pixels.
  package let width: Int
  /// Picture height in pixels.
  package let height: Int
  /// Focal length in pixels.
  package let focal: Float
  /// Where the optical axis meets the picture.
  package var principal: Vector2
  /// Radial distortion: share by which the picture's half diagonal is stretched.
  package let distortion: Float
  /// The camera's place.
  package let position: Vector3
  let right: Vector3
  let down: Vector3
  let forward: Vector3

  /// A camera at `distance` from the table's origin, looking at it.
  ///
  /// - Parameters:
  ///   - tilt: angle between the optical axis and the table's normal, in radians.
  ///   - azimuth: the side from which the camera looks, in radians.
  ///   - roll: angle by which the table appears turned, in radians.
  package init(
    width: Int, height: Int, focal: Float, distance: Float, tilt: Float, azimuth: Float,
    roll: Float, distortion: Float = 0
  ) {
    self.width = width
    self.height = height
    self.focal = focal
    self.distortion = distortion
    principal = Vector2(Float(width), Float(height)) / 2
    let away = Vector3(sin(tilt) * cos(azimuth), sin(tilt) * sin(azimuth), cos(tilt))
    position = away * distance
    forward = Vector3(0, 0, 0) - away
    let wanted = Vector3(cos(roll), -sin(roll), 0)
    right = normalized(wanted - forward * dot(wanted, forward))
    down = cross(right, forward)
  }

  private var normaliser: Float {
    4 / (Float(width) * Float(width) + Float(height) * Float(height))
  }

  /// The direction seen by a place in the picture; not of length one.
  @inline(__always)
  package func ray(_ x: Float, _ y: Float) -> Vector3 {
    let cx = Float(width) / 2
    let cy = Float(height) / 2
    let squared = ((x - cx) * (x - cx) + (y - cy) * (y - cy)) * normaliser
    let stretch = 1 + distortion * squared
    let ux = (cx + (x - cx) * stretch - principal.x) / focal
    let uy = (cy + (y - cy) * stretch - principal.y) / focal
    return forward + right * ux + down * uy
  }

  /// Where a ray meets the plane at a height above the table.
  @inline(__always)
  package func meet(_ ray: Vector3, height: Float) -> Vector2 {
    let share = (height - position.z) / ray.z
    return Vector2(position.x + ray.x * share, position.y + ray.y * share)
  }

  /// The place in the picture of a point in space.
  package func project(_ point: Vector3) -> Vector2 {
    let offset = point - position
    let depth = dot(offset, forward)
    let ideal = Vector2(dot(offset, right), dot(offset, down)) * (focal / depth) + principal
    let centre = Vector2(Float(width), Float(height)) / 2
    // The distortion is defined from picture to ray; this walks the other way.
    var place = ideal
    for _ in 0..<12 {
      let squared = dot(place - centre, place - centre) * normaliser
      place = centre + (ideal - centre) / (1 + distortion * squared)
    }
    return place
  }
}
