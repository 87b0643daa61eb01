import Foundation

/// Everything that decides one photo of a screen.
struct ScreenPlan {
  /// The device shown: its rim and what is around it.
  enum Device: String, CaseIterable { case monitor, laptop, phone }

  var device: Device
  var layout: ScreenDisplay.Layout
  var fill: Vector2
  var gamma: Float
  /// Camera pixels per display pixel in the middle of the picture.
  var scale: Float
  /// Angle between the optical axis and the screen's normal, in degrees.
  var tilt: Float
  var azimuth: Float
  /// Angle by which the screen appears turned, in degrees.
  var roll: Float
  /// Blur of the lens in camera pixels, standard deviation.
  var focus: Float
  /// Width of the rim in display pixels.
  var bezel: Float
  var bezelColour: Vector3
  var roomColour: Vector3
  /// Light of the room that the screen mirrors, as a share of white.
  var veil: Float
  /// How much light is lost for each unit of squared sine of the viewing angle.
  var falloff: Float
  /// Long side of the finished picture; 0 keeps the camera's.
  var finalLongSide: Int

  init(_ random: inout SceneRandom, cameraLongSide: Int) {
    device = [.monitor, .laptop, .phone][random.weighted([4, 4, 3])]
    if device == .phone, random.chance(0.6) {
      layout = .diamond
    } else {
      layout = random.chance(0.92) ? .stripes : .reversedStripes
    }
    fill = Vector2(random.uniform(0.6...0.9), random.uniform(0.6...0.92))
    gamma = random.uniform(2...2.4)
    switch device {
    case .monitor: scale = random.logUniform(1...4)
    case .laptop: scale = random.logUniform(0.8...3)
    case .phone: scale = random.logUniform(0.9...2.8)
    }
    tilt = random.chance(0.5) ? random.uniform(0...6) : random.uniform(6...25)
    azimuth = random.uniform(0...360)
    roll = random.normal() * 4 + (random.chance(0.25) ? 90 : 0)
    focus = random.logUniform(0.35...0.9)
    if random.chance(0.15) { focus = random.uniform(0.9...1.5) }
    bezel = random.uniform(12...60)
    bezelColour =
      random.chance(0.75)
      ? Vector3(0.012, 0.012, 0.014) : Vector3(repeating: random.uniform(0.2...0.5))
    let room = random.logUniform(0.02...0.5)
    roomColour = Vector3(room * random.uniform(0.9...1.2), room, room * random.uniform(0.75...1.1))
    veil = random.logUniform(0.003...0.04)
    falloff = random.uniform(0.3...1.6)
    finalLongSide =
      random.chance(0.35) ? random.pick([1000, 1280, 1440, 1600]) : 0
    if finalLongSide >= cameraLongSide { finalLongSide = 0 }
  }
}
