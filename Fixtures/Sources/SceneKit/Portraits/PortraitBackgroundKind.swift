/// What is behind the person.
package enum PortraitBackgroundKind: String, CaseIterable, Sendable {
  // Sound: white walls and screens.
  case whiteWall = "white-wall"
  case studioWhite = "studio-white"
  case offWhite = "off-white"
  case warmLight = "warm-light"
  case coolLight = "cool-light"
  case greenishTube = "greenish-tube"
  case brightWall = "bright-wall"
  // One colour, but not white.
  case lightGray = "light-gray"
  case midGray = "mid-gray"
  case darkGray = "dark-gray"
  case dimWhite = "dim-white"
  case veryDim = "very-dim"
  case strongColour = "strong-colour"
  case pastel
  case beige
  // Burnt out.
  case bloom
  case overexposed
  case windowGlow = "window-glow"
  // Uneven light.
  case sideGradient = "side-gradient"
  case spotGradient = "spot-gradient"
  case headShadow = "head-shadow"
  case softShadow = "soft-shadow"
  case roomCorner = "room-corner"
  // Texture.
  case brick
  case planks
  case stucco
  case wallpaper
  case curtain
  case tiles
  // Things.
  case doorFrame = "door-frame"
  case rollUp = "roll-up"
  case furniture
  case pictureFrame = "picture-frame"
  case otherPerson = "other-person"
  case bookshelf
  case blurredRoom = "blurred-room"
  case plant

  /// Whether a thing stands before the wall.
  var hasThing: Bool {
    switch self {
    case .doorFrame, .rollUp, .furniture, .pictureFrame, .otherPerson, .plant: true
    default: false
    }
  }
}
