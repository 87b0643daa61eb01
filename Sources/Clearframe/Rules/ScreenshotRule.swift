/// Fails pictures that a device has taken of its own screen.
package struct ScreenshotRule: Rule {
  /// The points of evidence from which a picture is a screenshot.
  package static let failurePoints = LimitDescription(
    name: "failurePoints", unit: "points of evidence", range: 0.5...10,
    summary: "From this many points of evidence on, the picture fails.")
  /// The points of evidence from which a person should look.
  package static let doubtPoints = LimitDescription(
    name: "doubtPoints", unit: "points of evidence", range: 0.5...10,
    summary: "From this many points of evidence on, the rule answers undecided.")
  /// The share of the picture in one exactly constant colour that counts as drawn.
  package static let minimumFlatShare = LimitDescription(
    name: "minimumFlatShare", unit: "fraction of picture", range: 0...1,
    summary: """
      From this share on, areas of one exactly constant colour, neither black nor white, count as \
      drawn by a device.
      """)

  /// The share of the full-resolution squares with drawn edges that counts as drawn.
  package static let minimumDrawnEdgeShare = LimitDescription(
    name: "minimumDrawnEdgeShare", unit: "fraction of squares", range: 0.01...1,
    summary: """
      From this share of the full-resolution squares on, straight edges between two exactly constant \
      values count as drawn by a device.
      """)

  package let description = RuleDescription(
    name: "screenshot",
    summary: "The picture is a screenshot, not a photo.",
    why: """
      The portal wants the camera's original. A screenshot shows the document through another \
      program, with fewer pixels, and proves nothing about the document itself.
      """,
    measurement: """
      A comment or program named in the metadata decides alone. Otherwise points are added up: 2 \
      for the file name or for large areas of one exactly constant colour (a sensor leaves noise \
      everywhere; black and white do not count, since cameras clip, and a coarsely compressed JPEG \
      counts half); 2 for straight edges between two exactly constant values, as windows and tables \
      have them, in many of 81 squares of 128 pixels; 1 for the exact size of a device's screen, and \
      1 for bars without any noise at both ends that are not white, or for much pure black or white \
      in a picture of a screen's size or shape; 0.5 for a PNG without facts of a camera, and 0.5 for \
      the shape of a phone's screen. Screens of a camera's shape, 4:3 or 3:2, count 0.5, and white \
      counts for nothing there: burnt-out photos scaled to such a size are common. A \
      file with a camera's exposure facts has no points.
      """,
    caveats: """
      A screenshot that was cropped to the document, compressed again and renamed looks like any \
      picture without metadata. A collage, or a photo into which bars or frames were drawn, is taken \
      for a screenshot. PNG files of exactly a screen's size are undecided.
      """,
    remedy: "Send the camera's original file instead of a screenshot of it.",
    limits: [failurePoints, doubtPoints, minimumFlatShare, minimumDrawnEdgeShare])

  package let requirement = RuleRequirement.patches

  package init() {}

  /// Bars that take at least this share of the rows or columns count.
  private static let minimumBarShare = 0.1
  /// Up to this quality on libjpeg's scale the noise of an even wall is lost: portraits before a
  /// white wall, sent with qualities of 60 to 75, have one colour on 11 to 28 %.
  private static let coarseQuality = 85
  /// Pure black or white on at least this share of a picture of a screen's shape counts.
  private static let minimumClippedShare = 0.2

  package func judge(_ evidence: Evidence, limits: RuleLimits) -> Judgement {
    let failureLimit = limits[Self.failurePoints]
    let unit = Self.failurePoints.unit
    let header = evidence.header
    let advice = " Send the camera's original file instead."
    if let mark = ScreenshotMark.explicit(in: header) {
      return Judgement(
        .fail, value: max(failureLimit, 10), limit: failureLimit, unit: unit,
        message: """
          The picture is a screenshot: \(mark.place) says \
          "\(DisplayText.plain(mark.text, limit: 60))".
          """ + advice)
    }
    if header.hasCameraFacts, header.exif?.hasExposureFacts == true {
      return Judgement(
        .pass, value: 0, limit: failureLimit, unit: unit,
        message: "The file carries a camera's exposure facts.")
    }
    guard let measurements = evidence.measurements, let size = header.storedSize else {
      return Judgement(.skipped, message: "Not judged: the picture has no pixels.")
    }
    let signs = Self.signs(
      path: evidence.path, header: header, size: size, measurements: measurements, limits: limits)
    let points = signs.reduce(0) { $0 + $1.points }
    let list = signs.map(\.text).joined(separator: "; ")
    if points >= failureLimit {
      return Judgement(
        .fail, value: points, limit: failureLimit, unit: unit,
        message: "The picture is a screenshot: \(list)." + advice)
    }
    if points >= limits[Self.doubtPoints] {
      return Judgement(
        .undecided, value: points, limit: failureLimit, unit: unit,
        message: "The picture may be a screenshot: \(list). A person should look at it.")
    }
    return Judgement(
      .pass, value: points, limit: failureLimit, unit: unit,
      message: signs.isEmpty
        ? "Nothing points to a screenshot." : "Too little points to a screenshot: \(list).")
  }

  private static func signs(
    path: String, header: ImageHeader, size: PixelSize, measurements: Measurements,
    limits: RuleLimits
  ) -> [(points: Double, text: String)] {
    var signs: [(points: Double, text: String)] = []
    let name = path.split(separator: "/").last.map { String($0) } ?? ""
    if ScreenshotMark.isMarked(name) { signs.append((2, "the file's name says so")) }
    let areas = measurements.flatAreas
    if areas.largestColorShare >= limits[minimumFlatShare] {
      // Coarse tables make even walls constant too.
      let quality = header.jpeg.flatMap { JPEGQuality.estimate($0) } ?? 100
      signs.append(
        (
          quality <= coarseQuality ? 1 : 2,
          "\(NumberText.percent(areas.largestColorShare)) of it have one exactly constant colour"
        ))
    }
    let isScreen = ScreenSizes.contains(size)
    let isSlim = ScreenSizes.isSlim(size)
    // Cameras and whoever scales their pictures make such sizes too, white margins included.
    let hasSensorShape = ScreenSizes.hasSensorShape(size)
    let sizeText = "\(NumberText.grouped(size.width)) x \(NumberText.grouped(size.height))"
    if isScreen {
      signs.append(
        (hasSensorShape ? 0.5 : 1, "it has the size of a device's screen, \(sizeText) pixels"))
    } else if isSlim {
      signs.append((0.5, "it has the shape of a phone's screen, \(sizeText) pixels"))
    }
    let clipped = areas.blackShare + (hasSensorShape ? 0 : areas.whiteShare)
    if areas.barShare >= minimumBarShare {
      signs.append((1, "there are bars without any noise at both ends"))
    } else if clipped >= minimumClippedShare, isScreen || isSlim {
      let colors = hasSensorShape ? "black" : "black or white"
      signs.append((1, "\(NumberText.percent(clipped)) of it are pure \(colors)"))
    }
    if header.format == .png, !header.hasCameraFacts {
      signs.append((0.5, "it is a PNG without facts of a camera"))
    }
    let drawnShare = measurements.drawnEdges.share
    if drawnShare >= limits[minimumDrawnEdgeShare] {
      signs.append(
        (2, "\(NumberText.percent(drawnShare)) of its squares have edges drawn without any noise"))
    }
    return signs
  }
}
