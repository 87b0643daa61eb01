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

  /// Black print of a copy is off by two steps of coded chroma, pale print of a card by four.
  @Test func blackPrintCountsForLittleMoreThanPalePrint() {
    func strength(luma: UInt8, red: UInt8) -> Double {
      let count = size.width * size.height
      func isPrint(_ index: Int) -> Bool { index % size.width < 16 }
      let picture = WorkingImage(
        storedSize: size, factor: 1, luma: (0..<count).map { isPrint($0) ? luma : 210 },
        chromaBlue: [UInt8](repeating: 128, count: count),
        chromaRed: (0..<count).map { isPrint($0) ? red : 128 })
      return ColorResidue(picture, in: frame).strength
    }
    // A profile's limits are 1.6 and 2 levels.
    let black = strength(luma: 40, red: 130)
    #expect(black > 1.2 && black < 1.9, "\(black)")
    let pale = strength(luma: 160, red: 132)
    #expect(pale > 3, "\(pale)")
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

  /// A nail shines on the finger and has less of its colour.
  @Test func whatShinesOnAFingerIsNoEvidence() {
    let picture = working(blue: 0, red: 0, first: 0, colored: 60)
    func shining(_ chroma: [UInt8]) -> [UInt8] {
      chroma.enumerated().map { index, value in
        let isNail =
          (44..<52).contains(index % size.width) && (72..<88).contains(index / size.width)
        return isNail ? UInt8(128 + (Int(value) - 128) / 4) : value
      }
    }
    let finger = WorkingImage(
      storedSize: size, factor: 1, luma: picture.luma, chromaBlue: shining(picture.chromaBlue),
      chromaRed: shining(picture.chromaRed))
    #expect(ColorResidue(finger, in: right).strength < 3)
  }

  /// A reflection of a greenish lamp of 40 samples across, as it is coded, on paper; or blank
  /// letters as wide in a greenish field that ends as far from them.
  private func reflection(isField: Bool) -> WorkingImage {
    var luma: [UInt8] = []
    var chroma: [UInt8] = []
    for index in 0..<size.width * size.height {
      let x = Double(index % size.width) - 110
      let y = Double(index / size.width) - 80
      let distance = (x * x + y * y).squareRoot()
      let light = max(0, 1 - max(0, distance - 20) / 16)
      if distance < 20 {
        luma.append(254)
        chroma.append(128)
      } else if isField {
        luma.append(distance < 36 ? 150 : 180)
        chroma.append(distance < 36 ? 116 : 128)
      } else {
        luma.append(UInt8(180 + 60 * light))
        chroma.append(UInt8((128 - 12 * light).rounded()))
      }
    }
    return WorkingImage(
      storedSize: size, factor: 1, luma: luma, chromaBlue: chroma, chromaRed: chroma)
  }

  @Test func aLampsTintIsNoColourOfTheDocument() {
    #expect(ColorResidue(reflection(isField: false), in: frame).strength < 1.6)
    #expect(ColorResidue(reflection(isField: true), in: frame).strength > 5)
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

  @Test(arguments: [(1, 1), (3, 900), (900, 3), (4, 4), (8, 5), (41, 33), (130, 97)])
  func oddSizesAndOutlinesAreNoTrouble(width: Int, height: Int) {
    let seed = UInt64(width * 1_000 + height)
    var random = SeededGenerator(seed: seed)
    let size = PixelSize(width: width, height: height)
    func samples() -> [UInt8] {
      (0..<width * height).map { _ in UInt8(truncatingIfNeeded: random.next() >> 32) }
    }
    for _ in 0..<8 {
      let picture = WorkingImage(
        storedSize: size, factor: 1, luma: samples(), chromaBlue: samples(), chromaRed: samples())
      // Around a middle anywhere near the frame, from slivers to ten times its size.
      func within(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
      let middle = (within(-0.2...1.2) * Double(width), within(-0.2...1.2) * Double(height))
      let reach = (within(0.01...5) * Double(width), within(0.01...5) * Double(height))
      let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { x, y in
        (
          middle.0 + x * reach.0 * within(0.7...1), middle.1 + y * reach.1 * within(0.7...1)
        )
      }
      let area = DocumentArea(
        .found(EvidenceBuilder.boundary(corners, confidence: 1)), storedSize: size)
      let residue = ColorResidue(picture, in: area)
      #expect((0...128).contains(residue.strength), "seed \(seed)")
      #expect((0...1).contains(residue.openShare), "seed \(seed)")
      #expect((0...255).contains(residue.paperLuma), "seed \(seed)")
      if let document = RectifiedDocument(picture, outline: area.outline, decodedRows: height) {
        #expect((0...1).contains(SolidTones(document).share), "seed \(seed)")
      }
    }
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
