import Clearframe
import Testing

/// The measurements around a found face, with the model's finds given: they hold in every build.
@Suite struct FaceDetectorTests {
  /// What a model would find for a drawn face on a canvas of 320 x 400, in the searched plane of
  /// 288 samples on the long side with a margin of 57.
  private static func candidate(of face: DrawnFace, support: Int = 50) -> FaceCandidate {
    let scale = 288.0 / 400
    let side = face.width * 1.1 * scale
    return FaceCandidate(
      x: Int(face.x * scale - side / 2) + 57,
      y: Int((face.y + 0.1 * face.width) * scale - side / 2) + 57,
      width: Int(side), height: Int(side), support: support)
  }

  private static func measurement(
    of faces: [DrawnFace], eyes: [FaceCandidate] = [], luma: Double = 245
  ) throws -> FaceMeasurement {
    var canvas = LumaCanvas(luma: luma)
    for face in faces { face.draw(on: &canvas) }
    let model = StubFaceModel(faces: faces.map { candidate(of: $0) }, eyes: eyes)
    let finding = FaceDetector.find(in: canvas.working(), orientation: .up, model: model)
    guard case .searched(let measurement) = finding else {
      Issue.record("not searched: \(finding)")
      throw FaceModelError("not searched")
    }
    return measurement
  }

  @Test func findsThePlaceInPixelsOfThePicture() throws {
    let face = DrawnFace()
    let box = try #require(try Self.measurement(of: [face]).faces.first)
    #expect(abs(box.centerX - face.x) < 3)
    #expect(abs(box.y + box.height / 2 - (face.y + 13)) < 3)
    #expect(abs(box.width - 143) < 3)
    #expect(box.support == 50)
  }

  @Test func findsNothingWhereTheModelFindsNothing() throws {
    let finding = FaceDetector.find(
      in: LumaCanvas().working(), orientation: .up, model: StubFaceModel())
    #expect(finding == .searched(FaceMeasurement(faces: [])))
  }

  @Test func saysWhyAModelCannotBeUsed() {
    let model = StubFaceModel(failure: FaceModelError("the model is missing"))
    let finding = FaceDetector.find(in: LumaCanvas().working(), orientation: .up, model: model)
    #expect(finding == .unavailable(reason: "the model is missing"))
  }

  @Test(arguments: [130.0, 180], [50.0, 110])
  func seesTheCrownOnAPlainBackground(_ width: Double, _ hair: Double) throws {
    let face = DrawnFace(width: width, y: 200, hair: hair)
    let head = try #require(try Self.measurement(of: [face]).head)
    #expect(!head.touchesTop)
    #expect(abs(head.top - (face.y + DrawnFace.crown * width)) < 4)
    #expect(abs(head.bottom - (face.y + DrawnFace.chin * width)) <= head.tolerance + 3)
    #expect(head.topTolerance < head.tolerance)
  }

  @Test func seesHairThatTouchesTheFrame() throws {
    let head = try #require(try Self.measurement(of: [DrawnFace(y: 100)]).head)
    #expect(head.touchesTop)
  }

  @Test func guessesTheCrownWhereTheHairLooksLikeTheBackground() throws {
    let face = DrawnFace(y: 200, hair: 245)
    let head = try #require(try Self.measurement(of: [face]).head)
    #expect(!head.touchesTop)
    #expect(head.topTolerance == head.tolerance)
  }

  @Test func givesEachEyeItsOwnHalf() throws {
    let left = FaceCandidate(x: 30, y: 20, width: 40, height: 40, support: 21)
    let right = FaceCandidate(x: 110, y: 20, width: 40, height: 40, support: 9)
    let weaker = FaceCandidate(x: 100, y: 10, width: 40, height: 40, support: 3)
    let eyes = try Self.measurement(of: [DrawnFace()], eyes: [left, right, weaker]).eyes
    #expect(eyes.map(\.support) == [21, 9])
    #expect(eyes[0].region.x < eyes[1].region.x)
  }

  @Test(arguments: [60.0, 110, 180, 210])
  func eyesAreMeasuredAgainstTheirOwnCheek(_ skin: Double) throws {
    for eye in try Self.measurement(of: [DrawnFace(skin: skin, hair: 30)]).eyes {
      #expect((0.5...1.1).contains(eye.brightness), "skin \(skin): \(eye.brightness)")
      #expect(eye.burntOutShare == 0)
    }
  }

  @Test func darkGlassesAreDarkAndGlareIsBright() throws {
    for eye in try Self.measurement(of: [DrawnFace(cover: .darkGlasses)]).eyes {
      #expect(eye.brightness < 0.3)
    }
    for eye in try Self.measurement(of: [DrawnFace(cover: .glare)]).eyes {
      #expect(eye.burntOutShare > 0.3)
    }
    let eyes = try Self.measurement(of: [DrawnFace(cover: .oneGlare)]).eyes
    #expect(eyes[0].burntOutShare > 0.3)
    #expect(eyes[1].burntOutShare == 0)
  }

  /// Sizes at the edges of what the sampling can meet.
  @Test(arguments: [(1, 1), (1, 300), (300, 1), (2, 3), (1200, 2)])
  func livesThroughTinyPictures(_ width: Int, _ height: Int) {
    let working = LumaCanvas(width: width, height: height).working()
    let model = StubFaceModel(
      faces: [FaceCandidate(x: 40, y: 40, width: 60, height: 60, support: 9)])
    for orientation in Orientation.allCases {
      let finding = FaceDetector.find(in: working, orientation: orientation, model: model)
      guard case .searched(let measurement) = finding else {
        Issue.record("not searched: \(finding)")
        return
      }
      #expect(measurement.faces.count == 1)
      #expect(measurement.eyes.count == 2)
    }
  }
}
