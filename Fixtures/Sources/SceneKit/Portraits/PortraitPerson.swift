/// A person's looks, in units of half the face's width.
struct PortraitPerson {
  enum Hair: String, CaseIterable { case short, long, bob, afro, bun, bald, curly, hat, scarf }
  enum Collar: CaseIterable { case round, vee, shirt, roll, jacket }

  /// Face centre and half width in picture widths and heights, as shares of the width.
  var centre: Vector2
  var scale: Float
  var lean: Float
  var tone: Int
  var skin: Vector3
  var hair: Hair
  var hairName: String
  var hairColour: Vector3
  var hairVolume: Float
  var clothing: String
  var cloth: Vector3
  var secondCloth: Vector3
  var collar: Collar
  var shoulderWidth: Float
  var shoulderDrop: Float
  var neckWidth: Float
  var jaw: Float
  var headHeight: Float
  var hasGlasses: Bool
  var beard: Float
  /// From which side the key light comes: -1 to 1, and how strong the shade is.
  var keySide: Float
  var shade: Float
  var field: Noise
}
