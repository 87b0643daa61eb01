import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct ColorResidueTests {
  private let size = PixelSize(width: 200, height: 160)

  /// The frame without a trusted outline.
  private var frame: DocumentArea { area(confidence: 0) }

  /// An outline that leaves a fifth of the frame free on the left.
  private var right: DocumentArea { area(confidence: 1) }

  private func area(confidence: Double) -> DocumentArea {
    let boundary = EvidenceBuilder.boundary(
      [(40, 0), (200, 0), (200, 160), (40, 160)], confidence: confidence)
    return DocumentArea(.found(boundary), storedSize: size)
  }

  /// A page of grays from dark to light under light of a colour, with coloured print in the columns
  /// from `first` up to `colored`; `curve` bends the chroma of middle grays as tone curves do, and
  /// `exposure` is what a dark photo leaves of every level, its noise of `grain` steps apart.
  private func working(
    blue: Double, red: Double, first: Int = 0, colored: Int, curve: Double = 1,
    exposure: Double = 1, grain: Double = 1, seed: UInt64 = 4
  ) -> WorkingImage {
    var random = SeededGenerator(seed: seed)
    var luma: [UInt8] = []
    var chromaBlue: [UInt8] = []
    var chromaRed: [UInt8] = []
    for index in 0..<size.width * size.height {
      let (column, row) = (index % size.width, index / size.width)
      let level = [60.0, 210, 130, 210, 210][(column / 8 + row / 8) % 5]
      let noise = grain * (Double(random.next() % 9) - 4)
      let depth = (level + 14) / 224
      let print = (first..<max(first, colored)).contains(column) ? 30 * depth * exposure : 0
      let light = depth * (level < 200 ? curve : 1)
      luma.append(UInt8(max(0, level * exposure + noise)))
      chromaBlue.append(UInt8((128 + blue * light + noise / 2 + print).rounded()))
      chromaRed.append(UInt8((128 + red * light - noise / 2 - print).rounded()))
    }
    return WorkingImage(
      storedSize: size, factor: 1, luma: luma, chromaBlue: chromaBlue, chromaRed: chromaRed)
  }

  @Test(arguments: [(0.0, 0.0), (-30, 18), (14, -8)], [0.7, 1, 1.3])
  func lightAloneIsNoColour(light: (Double, Double), curve: Double) {
    let residue = ColorResidue(
      working(blue: light.0, red: light.1, colored: 0, curve: curve), in: frame)
    #expect(residue.strength < 3)
    #expect(!residue.isGrayFile)
    #expect(residue.openShare == 1)
    #expect(abs(residue.paperLuma - 210) < 4)
  }

  @Test(arguments: [(0.0, 0.0), (-30, 18)])
  func aLittleColouredPrintIsEnough(blue: Double, red: Double) {
    let residue = ColorResidue(working(blue: blue, red: red, colored: 8), in: frame)
    #expect(residue.strength > 20)
  }

  @Test func colourBesideTheDocumentIsNoEvidence() {
    let picture = working(blue: -10, red: 5, colored: 40)
    #expect(ColorResidue(picture, in: frame).strength > 20)
    #expect(ColorResidue(picture, in: right).strength < 3)
  }

  @Test func lightBetweenTwoStepsOfCodedChromaIsNoColour() {
    // Under blue light, with red between two steps: on a little more than half of the paper it is
    // coded as the lower one.
    let count = size.width * size.height
    let red = (0..<count).map { UInt8($0 % size.width < 104 ? 128 : 130) }
    let picture = WorkingImage(
      storedSize: size, factor: 1, luma: [UInt8](repeating: 200, count: count),
      chromaBlue: [UInt8](repeating: 138, count: count), chromaRed: red)
    #expect(ColorResidue(picture, in: frame).strength < 0.5)
  }

  /// A finger, or the desk at a corner of a loose outline, goes on from outside; a stripe on the
  /// document does not, and neither does a document of the desk's colour.
  @Test(arguments: [(0, 60, true), (60, 80, false), (0, 120, false)])
  func colourThatReachesInIsNoEvidence(first: Int, last: Int, isForeign: Bool) {
    let picture = working(blue: 0, red: 0, first: first, colored: last)
    let strength = ColorResidue(picture, in: right).strength
    #expect(isForeign ? strength < 3 : strength > 20)
  }

  /// In a dark photo colours are small in levels and noise is not.
  @Test func tellsPrintInTheDarkFromNoise() {
    let gray = working(blue: 0, red: 0, colored: 0, exposure: 0.12, grain: 1.5)
    let colored = working(blue: 0, red: 0, colored: 24, exposure: 0.12, grain: 1.5)
    #expect(ColorResidue(gray, in: frame).strength < 1.6)
    #expect(ColorResidue(colored, in: frame).strength > 5)
  }

  /// Where red is burnt out and luma is not, warm light turns yellow.
  @Test func leavesOutWhatIsBurntInOneColour() {
    let count = size.width * size.height
    let residue = ColorResidue(
      WorkingImage(
        storedSize: size, factor: 1, luma: [UInt8](repeating: 232, count: count),
        chromaBlue: [UInt8](repeating: 118, count: count),
        chromaRed: [UInt8](repeating: 140, count: count)),
      in: frame)
    #expect(residue.openShare == 0)
  }

  @Test func knowsAGrayFile() {
    let gray = [UInt8](repeating: 128, count: size.width * size.height)
    #expect(
      ColorResidue(
        WorkingImage(
          storedSize: size, factor: 1, luma: gray, chromaBlue: gray, chromaRed: gray),
        in: frame
      ).isGrayFile)
    #expect(
      ColorResidue(
        WorkingImage(storedSize: size, factor: 1, luma: gray, chromaBlue: [], chromaRed: []),
        in: frame
      ).isGrayFile)
  }

  @Test func leavesBurntPartsOut() {
    var luma = [UInt8](repeating: 150, count: size.width * size.height)
    for index in 0..<size.width * 120 { luma[index] = 254 }
    let chroma = luma.enumerated().map { UInt8($0.offset % 7 == 0 ? 126 : 127) }
    let residue = ColorResidue(
      WorkingImage(
        storedSize: size, factor: 1, luma: luma, chromaBlue: chroma, chromaRed: chroma),
      in: frame)
    #expect(residue.openShare <= 0.26)
  }
}
