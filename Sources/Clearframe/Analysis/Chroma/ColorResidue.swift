import ClearframeKernels

/// How much colour a document keeps once the colour of the light is taken out.
///
/// Under light of a colour, gray of any depth has a chroma in the direction of the light's own. How
/// long it is depends on the depth and on the camera's tone curve: in a power law of exponent
/// 1 / 2.4, as sRGB's, it grows with the coded luma plus an offset of 14, and shoulders and toes of
/// curves shorten and lengthen it. What lies beside that direction, or far out of its reach, is
/// colour of the document's own.
package struct ColorResidue: Sendable, Hashable {
  /// The distance in levels of chroma, at a luma of 128 or more, that half a percent of the document
  /// exceed, less what rounding makes; 0 where nothing can be measured.
  ///
  /// A stamp, a flag or a line in blue ink takes half a percent of a card; noise and uneven light
  /// stay within two levels on squares of this size.
  package let strength: Double
  /// Whether the whole picture is gray: no chroma planes, or none that differs from neutral.
  package let isGrayFile: Bool
  /// The luma of the document's bright parts.
  package let paperLuma: Double
  /// The share of the document that is neither burnt out, nor a reflection, nor covered by things
  /// from outside, 0 to 1.
  package let openShare: Double

  /// The most by which a coded chroma sample of a gray picture strays from 128: rounding.
  private static let neutralTolerance = 1
  /// The part of the document that must exceed a distance.
  private static let colorfulShare = 0.005
  /// The luma of reflections over that of the paper; print and paper themselves vary by less.
  private static let reflection: Float = 1.12
  /// sRGB's offset between coded values and a power law, `0.055 / 1.055 * 255`.
  private static let offset: Float = 14
  /// How far the chroma of gray print may lie along the light's, as parts of what the power law
  /// says: tone curves of cameras.
  private static let reach = (low: Float(0.5), high: Float(1.4))
  /// The longest chroma of gray over that of the paper.
  private static let longest: Float = 1.25
  /// The chroma of a light, in levels, whose direction can be told.
  private static let faintest: Float = 0.5
  /// Colours in the dark are small in code values, as the power law says: distances grow by the
  /// inverse of its ratio to a luma of 128, down to `darkest` in dark photos and to `print` of the
  /// paper's on it, below which noise grows faster than colour.
  private static let darkest: Float = 0.25
  private static let print: Float = 0.7
  /// The distance that coded steps of chroma make, in levels.
  private static let rounding: Float = 0.75
  /// The finest step of distances, in levels.
  private static let step: Float = 0.0625

  /// Measures the part of a picture that lies on the document.
  package init(_ working: borrowing WorkingImage, in area: DocumentArea) {
    guard working.hasChroma, working.width > 0 else {
      self.init(strength: 0, isGrayFile: true, paperLuma: 0, openShare: 0)
      return
    }
    let isGrayFile = !zip(working.chromaBlue, working.chromaRed).contains {
      abs(Int($0) - 128) > Self.neutralTolerance || abs(Int($1) - 128) > Self.neutralTolerance
    }
    guard !isGrayFile else {
      self.init(strength: 0, isGrayFile: true, paperLuma: 0, openShare: 0)
      return
    }
    let grid = DocumentCells(working, in: area)
    let open = grid.cells.indices.filter { grid.places[$0] == .document && grid.isOpen[$0] }
    guard let white = WhitePoint(grid.cells, at: open) else {
      self.init(strength: 0, isGrayFile: false, paperLuma: 0, openShare: 0)
      return
    }
    self.init(grid, open: open, under: white, hasSurroundings: !area.isWholeFrame)
  }

  package init(strength: Double, isGrayFile: Bool, paperLuma: Double, openShare: Double) {
    self.strength = strength
    self.isGrayFile = isGrayFile
    self.paperLuma = paperLuma
    self.openShare = openShare
  }

  private init(
    _ grid: DocumentCells, open: [Int], under white: WhitePoint, hasSurroundings: Bool
  ) {
    let distances = Self.distances(on: grid, open: open, under: white)
    let foreign = hasSurroundings ? ForeignColors(grid, distances: distances).isForeign : []
    let tinted = Self.tint(on: grid, under: white, distances: distances).isTinted
    // Most documents have neither, and need no list of their own.
    let shown =
      foreign.isEmpty && tinted.isEmpty
      ? open
      : open.filter { (foreign.isEmpty || !foreign[$0]) && (tinted.isEmpty || !tinted[$0]) }
    self.init(
      of: distances, on: grid, at: shown, under: white, amongCount: grid.documentCount)
  }

  /// Takes the colour from squares that are known.
  ///
  /// - Parameters:
  ///   - distances: What `distances(on:open:under:)` says.
  ///   - open: The squares that show their colours, by their indices.
  ///   - amongCount: The number of squares that should show them.
  init(
    of distances: [SIMD2<Float>], on grid: DocumentCells, at open: [Int], under white: WhitePoint,
    amongCount: Int
  ) {
    // Brighter than paper are reflections, which have the lamp's colour.
    let brightest = Self.brightest(under: white)
    var histogram = [Int32](repeating: 0, count: 2048)
    var count = 0
    for index in open where Float(grid.cells[index].luma) <= brightest {
      let distance = distances[index].squaredLength.squareRoot()
      histogram[Int(min(Float(histogram.count - 1), distance / Self.step))] += 1
      count += 1
    }
    var seen = 0
    var place = histogram.count
    let wanted = max(1, Int(Double(count) * Self.colorfulShare))
    while place > 0, seen < wanted {
      place -= 1
      seen += Int(histogram[place])
    }
    self.init(
      strength: count > 0 ? Double(place) * Double(Self.step) : 0, isGrayFile: false,
      paperLuma: Double(white.luma), openShare: Double(count) / Double(max(1, amongCount)))
  }

  /// The tint that lamps leave around their reflections under a light.
  static func tint(
    on grid: DocumentCells, under white: WhitePoint, distances: [SIMD2<Float>]
  ) -> LampTint {
    LampTint(grid, brighterThan: brightest(under: white), distances: distances)
  }

  /// The sum of a square's luma over which it is a reflection.
  private static func brightest(under white: WhitePoint) -> Float {
    white.luma * reflection / ColorCellKernel.scale
  }

  /// How far the chroma of each square lies from gray's under a light, averaged over its neighbours
  /// as far as noise asks for it.
  ///
  /// - Parameter open: The squares on the document that show their colours, by their indices.
  static func distances(
    on grid: DocumentCells, open: [Int], under white: WhitePoint
  ) -> [SIMD2<Float>] {
    let paperPart = min(1, part(of: white.luma, to: 128))
    let colors = CellColors(grid, open: open, under: white, gain: 1 / max(darkest, paperPart)) {
      part(of: $0, to: white.luma)
    }
    return distances(
      of: colors, at: grid.places, under: white, least: max(darkest, print * paperPart))
  }

  /// How far the chroma of each square lies from gray's, in levels, less what rounding makes; zeros
  /// for squares that are not measured.
  ///
  /// - Parameter least: The least part of the chroma at a luma of 128 that dark squares count with.
  private static func distances(
    of colors: CellColors, at places: [DocumentCells.Place], under white: WhitePoint, least: Float
  ) -> [SIMD2<Float>] {
    places.enumerated().map { index, place in
      guard place != .away else { return .zero }
      let luma = colors.luma[index]
      let blue = colors.blue[index]
      let red = colors.red[index]
      let part = lightPart(blue, red, luma, under: white)
      let beside = SIMD2(blue - part * white.blue, red - part * white.red)
      let squared = beside.squaredLength
      // So it is for most squares, and nothing more need be computed.
      guard squared > rounding * rounding else { return .zero }
      let weight = 1 / max(least, min(1, Self.part(of: luma, to: 128)))
      let distance = squared.squareRoot()
      return beside * (max(0, distance - rounding) / distance * weight)
    }
  }

  /// How long the chroma of gray is at one luma over that at another, in the power law.
  private static func part(of luma: Float, to other: Float) -> Float {
    (luma + offset) / (other + offset)
  }

  /// How much of the light's chroma a gray of this luma may have that lies closest to a colour.
  private static func lightPart(
    _ blue: Float, _ red: Float, _ luma: Float, under white: WhitePoint
  ) -> Float {
    let part = part(of: luma, to: white.luma)
    let squared = white.blue * white.blue + white.red * white.red
    guard squared > faintest * faintest else { return part }
    let along = (blue * white.blue + red * white.red) / squared
    let high = min(max(reach.high * part, part), longest)
    return max(reach.low * part, min(high, along))
  }
}
