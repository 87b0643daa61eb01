import FixtureKit
import Foundation

/// Turns light on the sensor into 8-bit samples.
struct Developer {
  /// The part of a plan that the camera's electronics see.
  struct Recipe {
    var development: Development
    var blur = Blur()
    var noiseSeed: SceneRandom
  }

  private let plan: Recipe
  private let width: Int
  private let height: Int

  init(_ plan: ScenePlan) {
    self.init(
      Recipe(development: plan.development, blur: plan.blur, noiseSeed: plan.noiseSeed),
      width: plan.camera.width, height: plan.camera.height)
  }

  init(_ recipe: Recipe, width: Int, height: Int) {
    plan = recipe
    self.width = width
    self.height = height
  }

  /// The finished upright picture.
  func develop(_ light: [Vector4]) -> Bitmap {
    var image = blurred(light)
    PointSpread.gaussian(&image, width: width, height: height, sigma: plan.development.softness)
    expose(&image)
    addNoise(&image)
    tone(&image)
    if plan.development.smear > 0.02 { smear(&image) }
    sharpen(&image)
    return quantized(image)
  }

  private func blurred(_ image: [Vector4]) -> [Vector4] {
    let blur = plan.blur
    switch blur.kind {
    case .none: return image
    case .defocus:
      return PointSpread.disc(image, width: width, height: height, radius: 2 * blur.sigma)
    case .motion:
      return PointSpread.line(
        image, width: width, height: height, length: blur.sigma * Float(12).squareRoot(),
        angle: blur.angle * .pi / 180)
    case .uneven:
      let strong = PointSpread.disc(image, width: width, height: height, radius: 2 * blur.sigma)
      let weak = PointSpread.disc(image, width: width, height: height, radius: blur.sigma)
      let frame = Vector2(Float(width), Float(height))
      var result = image
      for row in 0..<height {
        for column in 0..<width {
          let share = blur.unevenShare(at: Vector2(Float(column), Float(row)), in: frame)
          let index = row * width + column
          result[index] =
            share < 0.5
            ? image[index] + (weak[index] - image[index]) * (share * 2)
            : weak[index] + (strong[index] - weak[index]) * (share * 2 - 1)
        }
      }
      return result
    }
  }

  private func expose(_ image: inout [Vector4]) {
    let development = plan.development
    let white = development.whiteBalance * development.exposure
    let factor = Vector4(white.x, white.y, white.z, 0)
    let centre = Vector2(Float(width), Float(height)) / 2
    let scale = 1 / dot(centre, centre)
    image.withUnsafeMutableBufferPointer { pixels in
      for row in 0..<height {
        for column in 0..<width {
          let p = Vector2(Float(column), Float(row)) - centre
          let squared = dot(p, p) * scale
          let fall = 1 - development.vignetting * squared * (1.3 - 0.3 * squared)
          pixels[row * width + column] *= factor * fall
        }
      }
    }
  }

  /// Adds shot and read noise whose neighbours are alike, as demosaicing leaves it, and colour
  /// noise in larger blots.
  private func addNoise(_ image: inout [Vector4]) {
    let development = plan.development
    var random = plan.noiseSeed.fork(1)
    let shot = development.shotNoise
    let read = development.readNoise * development.readNoise
    // One row of white noise at a time, smoothed by 1-2-1 in both directions.
    let span = width + 2
    var rows = [[Float]](repeating: [Float](repeating: 0, count: width), count: 3)
    var white = [Float](repeating: 0, count: span)
    func fill(_ slot: Int) {
      for index in 0..<span {
        let bits = random.next()
        let a = Float(bits & 0xFFFF) + Float((bits >> 16) & 0xFFFF)
        let b = Float((bits >> 32) & 0xFFFF) + Float(bits >> 48)
        // Four uniform values: variance 4/12.
        white[index] = ((a + b) / 65536 - 2) * 1.732
      }
      for index in 0..<width {
        rows[slot][index] = (white[index] + 2 * white[index + 1] + white[index + 2]) * 0.25
      }
    }
    fill(0)
    fill(1)
    var colourRandom = plan.noiseSeed.fork(2)
    let field = Noise(&colourRandom)
    let blot: Float = 0.22
    let colour = development.colourNoise
    image.withUnsafeMutableBufferPointer { pixels in
      for row in 0..<height {
        fill((row + 2) % 3)
        let above = row % 3
        let here = (row + 1) % 3
        let below = (row + 2) % 3
        for column in 0..<width {
          let smooth = (rows[above][column] + 2 * rows[here][column] + rows[below][column]) * 0.25
          let index = row * width + column
          let old = pixels[index]
          let level = max(0, (old.x + 2 * old.y + old.z) * 0.25)
          let deviation = (shot * level + read).squareRoot()
          // 1-2-1 in both directions leaves 3/8 of the deviation.
          let n = smooth * 2.667 * deviation
          let x = Float(column) * blot
          let y = Float(row) * blot
          let red = field.value(x, y, 1) * colour * deviation * 1.2
          let blue = field.value(x, y, 2) * colour * deviation * 1.6
          pixels[index] = old + Vector4(n + red, n - 0.4 * red - 0.2 * blue, n + blue, 0)
        }
      }
    }
  }

  /// The tone curve: shoulder, sRGB transfer, S-curve, saturation. Leaves codes from 0 to 1.
  private func tone(_ image: inout [Vector4]) {
    let curve = ToneCurve(contrast: plan.development.contrast)
    let saturation = plan.development.saturation
    image.withUnsafeMutableBufferPointer { pixels in
      for index in 0..<pixels.count {
        let old = pixels[index]
        let r = curve.code(old.x)
        let g = curve.code(old.y)
        let b = curve.code(old.z)
        let luma = 0.299 * r + 0.587 * g + 0.114 * b
        // Near white the saturation falls back, so that burnt areas stay white.
        let strength = 1 + (saturation - 1) * clamp((1 - luma) * 4, 0, 1)
        pixels[index] = Vector4(
          luma + (r - luma) * strength, luma + (g - luma) * strength, luma + (b - luma) * strength,
          luma)
      }
    }
  }

  /// Noise reduction as phones do it: neighbours that differ little are averaged, so that faint
  /// texture goes and edges stay.
  private func smear(_ image: inout [Vector4]) {
    let amount = plan.development.smear
    let development = plan.development
    let limit =
      2.2
      * (development.shotNoise * 0.5 + development.readNoise * development.readNoise)
      .squareRoot()
    let source = image
    source.withUnsafeBufferPointer { from in
      image.withUnsafeMutableBufferPointer { to in
        for row in 2..<height - 2 {
          for column in 2..<width - 2 {
            let index = row * width + column
            let centre = from[index]
            var sum = centre
            var count: Float = 1
            for dy in stride(from: -2, through: 2, by: 2) {
              for dx in stride(from: -2, through: 2, by: 2) {
                let other = from[index + dy * width + dx]
                if abs(other.w - centre.w) < limit {
                  sum += other
                  count += 1
                }
              }
            }
            to[index] = centre + (sum / count - centre) * amount
          }
        }
      }
    }
  }

  /// Sharpens the luma against a small Gaussian, which leaves the halos phones leave.
  private func sharpen(_ image: inout [Vector4]) {
    let development = plan.development
    guard development.sharpening > 0.02 else { return }
    let sigma = development.sharpeningRadius
    let reach = 3
    var kernel = (-reach...reach).map { exp(-Float($0 * $0) / (2 * sigma * sigma)) }
    let total = kernel.reduce(0, +)
    for index in kernel.indices { kernel[index] /= total }
    var across = [Float](repeating: 0, count: width * height)
    let amount = development.sharpening
    kernel.withUnsafeBufferPointer { kernel in
      across.withUnsafeMutableBufferPointer { across in
        image.withUnsafeMutableBufferPointer { pixels in
          var line = [Float](repeating: 0, count: width + 2 * reach)
          for row in 0..<height {
            let base = row * width
            for column in 0..<width + 2 * reach {
              let pixel = pixels[base + min(width - 1, max(0, column - reach))]
              line[column] = 0.299 * pixel.x + 0.587 * pixel.y + 0.114 * pixel.z
            }
            for column in 0..<width {
              var sum: Float = 0
              for tap in 0...(2 * reach) { sum += line[column + tap] * kernel[tap] }
              across[base + column] = sum
              pixels[base + column].w = line[column + reach]
            }
          }
          for row in 0..<height {
            let base = row * width
            for column in 0..<width {
              var sum: Float = 0
              for tap in 0...(2 * reach) {
                let source = min(height - 1, max(0, row + tap - reach))
                sum += across[source * width + column] * kernel[tap]
              }
              let pixel = pixels[base + column]
              let gain = clamp(amount * (pixel.w - sum), -0.12, 0.12)
              pixels[base + column] = pixel + Vector4(gain, gain, gain, 0)
            }
          }
        }
      }
    }
  }

  private func quantized(_ image: [Vector4]) -> Bitmap {
    let samples = [UInt8](unsafeUninitializedCapacity: width * height * 3) { bytes, count in
      for index in 0..<width * height {
        let pixel = image[index] * 255 + 0.5
        bytes[index * 3] = UInt8(clamp(pixel.x, 0, 255))
        bytes[index * 3 + 1] = UInt8(clamp(pixel.y, 0, 255))
        bytes[index * 3 + 2] = UInt8(clamp(pixel.z, 0, 255))
      }
      count = width * height * 3
    }
    return Bitmap(width: width, height: height, channels: 3, samples: samples)
  }
}
