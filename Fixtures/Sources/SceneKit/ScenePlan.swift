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
  /// Things that lie over the document, in table coordinates.
  var covers: [TableObject]
  var blur: Blur
  var development: Development
  var paperLevel: Float
  var orientation: Int
  var hasEXIF: Bool
  var notes: [String]
  var tiltDegrees: Float
  var noiseSeed: SceneRandom

  /// Whether something lies over a place on the sheet, or within `margin` millimetres of it.
  func isCovered(_ place: Vector2, margin: Float = 0) -> Bool {
    if fingers.contains(where: { $0.distance(place) < margin }) { return true }
    if covers.isEmpty { return false }
    let p = place - document.surface.size / 2
    return covers.contains { $0.distance(p) < margin }
  }
}
