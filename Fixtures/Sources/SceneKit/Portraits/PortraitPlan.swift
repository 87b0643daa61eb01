/// Everything that decides one portrait, drawn from its seed before a pixel is made.
struct PortraitPlan {
  var seed: UInt64
  var index: Int
  var split: Split
  var width: Int
  var height: Int
  var kind: PortraitBackgroundKind
  var person: PortraitPerson
  /// The wall's linear light before white balance, where nothing else is on it.
  var wall: Vector3
  /// A second colour of the background: mortar, frame, print, room.
  var second: Vector3
  /// Numbers from 0 to 1 that shape the background; their meaning is the painter's.
  var shape: [Float]
  /// Direction of the light on the wall.
  var lightDirection: Vector2
  /// Share by which the wall's light changes from side to side.
  var wallFall: Float
  /// Light on the person relative to the light on the wall.
  var personLight: Float
  /// Share of the light that the lens scatters, and how far, in picture widths.
  var veil: Float
  var veilReach: Float
  var light: String
  var development: Development
  var orientation: Int
  var noiseSeed: SceneRandom
}
