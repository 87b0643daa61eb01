import Foundation

/// Smooth random fields over a plane, the same for the same seed.
package struct Noise: Sendable {
  private let seed: UInt32

  /// A field of its own for each seed.
  package init(_ random: inout SceneRandom) { seed = UInt32(truncatingIfNeeded: random.next()) }

  /// A repeatable number from 0 up to 1 for one cell.
  @inline(__always)
  package func cell(_ x: Int32, _ y: Int32, _ salt: UInt32 = 0) -> Float {
    var hash = UInt32(bitPattern: x) &* 0x8DA6_B343 ^ UInt32(bitPattern: y) &* 0xD816_3841
    hash = (hash ^ seed ^ (salt &* 0xCB1A_B31F)) &* 0x2C1B_3C6D
    hash = (hash ^ (hash >> 15)) &* 0x297A_2D39
    hash ^= hash >> 15
    return Float(hash >> 8) * (1 / 16_777_216)
  }

  /// Value noise from -1 to 1 with features about one unit wide.
  @inline(__always)
  package func value(_ x: Float, _ y: Float, _ salt: UInt32 = 0) -> Float {
    let fx = x.rounded(.down)
    let fy = y.rounded(.down)
    let ix = Int32(truncatingIfNeeded: Int(fx))
    let iy = Int32(truncatingIfNeeded: Int(fy))
    var u = x - fx
    var v = y - fy
    u = u * u * (3 - 2 * u)
    v = v * v * (3 - 2 * v)
    let a = cell(ix, iy, salt)
    let b = cell(ix &+ 1, iy, salt)
    let c = cell(ix, iy &+ 1, salt)
    let d = cell(ix &+ 1, iy &+ 1, salt)
    let top = a + (b - a) * u
    let bottom = c + (d - c) * u
    return 2 * (top + (bottom - top) * v) - 1
  }

  /// A sum of octaves, the first of the given wavelength, stopping where detail would be
  /// smaller than the sampling footprint; about -1 to 1.
  @inline(__always)
  package func fractal(
    _ p: Vector2, wavelength: Float, octaves: Int, gain: Float = 0.5, footprint: Float,
    salt: UInt32 = 0
  ) -> Float {
    var sum: Float = 0
    var amplitude: Float = 1
    var scale = 1 / wavelength
    for octave in 0..<octaves {
      // Above half the sampling rate an octave would alias; it fades out before.
      let fade = clamp(2 - 2.5 * footprint * scale, 0, 1)
      if fade <= 0 { break }
      let offset = Float(octave) * 17.31
      sum += amplitude * fade
        * value(p.x * scale + offset, p.y * scale - offset, salt &+ UInt32(octave))
      amplitude *= gain
      scale *= 2
    }
    return sum
  }
}
