import Foundation

/// A point or offset in a plane.
package typealias Vector2 = SIMD2<Float>
/// A point in space, or a colour in linear light (red, green, blue).
package typealias Vector3 = SIMD3<Float>
/// A pixel in linear light; the fourth lane belongs to the buffer's owner.
package typealias Vector4 = SIMD4<Float>

@inline(__always)
func dot(_ a: Vector2, _ b: Vector2) -> Float { a.x * b.x + a.y * b.y }

@inline(__always)
func dot(_ a: Vector3, _ b: Vector3) -> Float { a.x * b.x + a.y * b.y + a.z * b.z }

@inline(__always)
func length(_ a: Vector2) -> Float { dot(a, a).squareRoot() }

func normalized(_ a: Vector3) -> Vector3 { a / dot(a, a).squareRoot() }

func cross(_ a: Vector3, _ b: Vector3) -> Vector3 {
  Vector3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
}

@inline(__always)
func clamp(_ value: Float, _ low: Float, _ high: Float) -> Float { min(high, max(low, value)) }

/// Goes smoothly from 0 at `low` to 1 at `high`.
@inline(__always)
func smoothstep(_ low: Float, _ high: Float, _ value: Float) -> Float {
  let share = clamp((value - low) / (high - low), 0, 1)
  return share * share * (3 - 2 * share)
}

@inline(__always)
func mix(_ a: Float, _ b: Float, _ share: Float) -> Float { a + (b - a) * share }

@inline(__always)
func mix(_ a: Vector3, _ b: Vector3, _ share: Float) -> Vector3 { a + (b - a) * share }

func rotate(_ a: Vector2, _ angle: Float) -> Vector2 {
  let (c, s) = (cos(angle), sin(angle))
  return Vector2(a.x * c - a.y * s, a.x * s + a.y * c)
}

/// Distance from a point to a segment.
@inline(__always)
func segmentDistance(_ point: Vector2, _ from: Vector2, _ to: Vector2) -> Float {
  let along = to - from
  let share = clamp(dot(point - from, along) / max(dot(along, along), 1e-9), 0, 1)
  return length(point - from - along * share)
}

/// Signed distance to a box with rounded corners centred on the origin; negative inside.
@inline(__always)
func roundedBoxDistance(_ point: Vector2, half: Vector2, radius: Float) -> Float {
  let qx = abs(point.x) - half.x + radius
  let qy = abs(point.y) - half.y + radius
  let ox = max(qx, 0)
  let oy = max(qy, 0)
  return (ox * ox + oy * oy).squareRoot() + min(max(qx, qy), 0) - radius
}

/// Linear light of an sRGB colour written as 0xRRGGBB (IEC 61966-2-1).
package func linear(_ hex: UInt32) -> Vector3 {
  func channel(_ shift: UInt32) -> Float { linear(coded: Float((hex >> shift) & 255) / 255) }
  return Vector3(channel(16), channel(8), channel(0))
}

/// Linear light of one sRGB-coded value from 0 to 1.
package func linear(coded value: Float) -> Float {
  value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}

/// The sRGB code, 0 to 1, of a linear value.
package func coded(linear value: Float) -> Float {
  value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
}

/// Linear light of a colour given by hue (turns), saturation and value in sRGB.
package func linear(hue: Float, saturation: Float, value: Float) -> Vector3 {
  func channel(_ offset: Float) -> Float {
    let k = (offset + hue * 6).truncatingRemainder(dividingBy: 6)
    return linear(coded: value - value * saturation * clamp(min(k, 4 - k), 0, 1))
  }
  return Vector3(channel(5), channel(3), channel(1))
}
