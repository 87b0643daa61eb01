/// Everything that decides one picture, drawn from its seed before a pixel is made.
struct ScenePlan {
  var seed: UInt64
  var index: Int
  var split: Split
  var family: BackgroundFamily
  var document: MockDocument
  var camera: Camera
  var light: Light
  var background: any Background
  var backgroundTurn: Float
  var backgroundShift: Vector2
  var objects: [TableObject]
  var glare: [Glare]
  var tableGlare: [Glare]
  var hologram: Float
  var fingers: [Finger]
  var blur: Blur
  var development: Development
  var paperLevel: Float
  var orientation: Int
  var hasEXIF: Bool
  var notes: [String]
  var tiltDegrees: Float
  var noiseSeed: SceneRandom
}
