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
  /// exceed; 0 where nothing can be measured.
  ///
  /// A stamp, a flag or a line in blue ink takes half a percent of a card; noise and uneven light
  /// stay within three levels on squares of this size.
  package let strength: Double
  /// Whether the whole picture is gray: no chroma planes, or none that differs from neutral.
  package let isGrayFile: Bool
  /// The luma of the document's bright parts.
  package let paperLuma: Double
  /// The share of the document that is neither burnt out nor a reflection, 0 to 1.
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
  /// Colours of dark print are small in code values, noise is less so: distances grow with the
  /// inverse of the luma down to half of 128.
  private static let darkest: Float = 0.5
  /// The finest step of distances, in levels.
  private static let step: Float = 0.125

  /// Measures the part of a picture that lies on the document.
  package init(_ working: borrowing WorkingImage, in area: DocumentArea) {
    guard working.hasChroma, working.width > 0 else {
      self.init(strength: 0, isGrayFile: true, paperLuma: 0, openShare: 0)
      return
    }
    let isGrayFile = !zip(working.chromaBlue, working.chromaRed).contains {
      abs(Int($0) - 128) > Self.neutralTolerance || abs(Int($1) - 128) > Self.neutralTolerance
    }
    let cells = DocumentCells(working, in: area).cells
    guard !isGrayFile, let white = WhitePoint(cells) else {
      self.init(strength: 0, isGrayFile: isGrayFile, paperLuma: 0, openShare: 0)
      return
    }
    self.init(cells, under: white)
  }

  private init(strength: Double, isGrayFile: Bool, paperLuma: Double, openShare: Double) {
    self.strength = strength
    self.isGrayFile = isGrayFile
    self.paperLuma = paperLuma
    self.openShare = openShare
  }

  private init(_ cells: [ColorCellKernel.Cell], under white: WhitePoint) {
    var histogram = [Int32](repeating: 0, count: 2048)
    var count = 0
    let scale = 1 / Float(ColorCellKernel.side * ColorCellKernel.side)
    let squared = white.blue * white.blue + white.red * white.red
    for cell in cells where cell.isOpen {
      let luma = Float(cell.luma) * scale
      // Brighter than paper are reflections, which have the lamp's colour.
      guard luma <= white.luma * Self.reflection else { continue }
      let blue = Float(cell.blue) * scale - 128
      let red = Float(cell.red) * scale - 128
      var part = (luma + Self.offset) / (white.luma + Self.offset)
      if squared > 1 {
        let along = (blue * white.blue + red * white.red) / squared
        let high = min(max(Self.reach.high * part, part), Self.longest)
        part = max(Self.reach.low * part, min(high, along))
      }
      let besideBlue = blue - part * white.blue
      let besideRed = red - part * white.red
      let distance =
        (besideBlue * besideBlue + besideRed * besideRed).squareRoot()
        / max(Self.darkest, min(1, luma / 128))
      histogram[min(histogram.count - 1, Int(distance / Self.step))] += 1
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
      paperLuma: Double(white.luma), openShare: Double(count) / Double(max(1, cells.count)))
  }
}
