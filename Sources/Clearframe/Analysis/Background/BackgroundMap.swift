/// Which pixels of the upright reduced picture are background, found without a learned model.
///
/// What counts on: a person stands in the middle and is cut off by the lower edge, and what is
/// behind shows at the upper edge and at both sides.
///
/// 1. A pixel whose colour changes by more than `edgeSlope` to its neighbours is a barrier.
/// 2. Regions without barriers grow from the upper edge and from the sides down to the shoulders.
///    A shadow's soft rim lets them through, an outline of hair or cloth does not.
/// 3. Of what was not reached, the piece in the middle is the person. Seen from the middle
///    outwards, a person's upper outline only falls; what rises again is a thing behind.
///    So is what stands out beside the head in colours that the person has nowhere else, and what
///    goes on from there beside the shoulders. Hair that the frame cuts off is the person's again.
/// 4. Beside the head, a flat piece or a narrow strip with the wall's hue and less light is a shadow
///    on it.
package struct BackgroundMap: Sendable {
  /// What a pixel shows.
  package enum Label: UInt8, Sendable {
    /// An outline, or an inside that nothing explains.
    case unknown
    /// The background's main surface.
    case wall
    /// The background's main surface in shadow.
    case shadow
    /// Something else behind the person.
    case thing
    /// The person.
    case person
    /// Surface that growing reached where the person's clothes may be; not measured.
    case doubtful
  }

  /// The colour change per pixel, in units of CIELAB, from which a pixel is a barrier: beyond the
  /// steepest soft shadows, below the faint rim that separates white cloth from a white wall.
  package static let edgeSlope: Float = 1.7

  package let width: Int
  package let height: Int
  /// A label for each pixel, row by row.
  package internal(set) var labels: [Label]
  /// Colour change per pixel.
  package let slopes: [Float]
  /// The column through the middle of the person; the picture's middle where none was found.
  package internal(set) var middle = 0
  /// The highest row of the person.
  package internal(set) var crown = 0
  /// Half the width of the head with its hair, in pixels.
  package internal(set) var headHalfWidth: Float = 0
  /// The row from which clothes are to be expected.
  package internal(set) var shoulderRow = 0
  /// The number of pixels of the person.
  package internal(set) var personCount = 0
  /// Whether the person's lower end is cut off by the picture's edge.
  package internal(set) var personReachesBottom = false
  /// The main surface's mean colour.
  package internal(set) var wallColor = LabColor(lightness: 0, a: 0, b: 0)
  /// The row from which hair covers both sides of the picture.
  var rimEnd = Int.max
  /// Whether what runs into the person from the left or the right edge is the person's own hair.
  package internal(set) var isHairAtSide = (left: false, right: false)
  /// Whether each pixel below the shoulders' row is known to be a thing behind the person.
  var standsBesideShoulders: [Bool]
  /// Share of the sides above the shoulders and of the upper edge that growing reached.
  package internal(set) var reachedRim: Double = 0

  package init(_ image: LabImage) {
    width = image.width
    height = image.height
    labels = Array(repeating: .unknown, count: width * height)
    standsBesideShoulders = Array(repeating: false, count: width * height)
    slopes = Self.slopes(of: image)
    middle = width / 2
    crown = height / 4
    headHalfWidth = Float(width) / 5
    shoulderRow = height * 2 / 3
    guard width >= 16, height >= 16 else { return }
    grow(image)
    findPerson()
    splitThings(image)
    returnHair(image)
    splitForeignColors(image)
    findShadow(image)
    findCastShadows(image)
    dropClothes()
    measureRim(image)
  }

  /// Whether the main surface is nearly or wholly clipped.
  package var isBurnt: Bool { wallColor.lightness > 97 }
}
