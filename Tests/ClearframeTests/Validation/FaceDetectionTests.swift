import CTestCodecs
import Clearframe
import Testing

/// What the whole flow says about faces, with and without the package trait.
@Suite struct FaceDetectionTests {
  private static let rules = ["face-not-found", "face-out-of-frame", "face-obstructed"]

  private static func checks(_ validator: Validator) throws -> [Check] {
    let sample = try #require(
      JPEGSample(width: 320, height: 400, input: CTEST_RGB, stored: CTEST_YCBCR, seed: 5))
    let report = try validator.validate(bytes: sample.bytes)
    return report.checks.filter { rules.contains($0.rule) }
  }

  #if FaceDetection
    @Test func thePortraitProfileLooksForFaces() throws {
      let checks = try Self.checks(Validator(profile: .portrait))
      #expect(checks.map(\.rule) == Self.rules)
      // There is no face in the sample; whether something stands out like a person is left open.
      let outcome = try #require(checks.first?.outcome)
      #expect([.fail, .undecided].contains(outcome))
    }

    @Test func aMissingModelSkipsTheRulesAndSaysSo() throws {
      let validator = Validator(profile: .portrait, faceModelFolder: "/no/such/folder")
      let checks = try Self.checks(validator)
      #expect(checks.map(\.rule) == Self.rules)
      #expect(checks.allSatisfy { $0.outcome == .skipped })
      #expect(checks.allSatisfy { $0.message.contains("/no/such/folder/haarcascade") })
    }
  #else
    @Test func withoutTheTraitTheRulesAreSkippedAndSaySo() throws {
      let checks = try Self.checks(Validator(profile: .portrait))
      #expect(checks.map(\.rule) == Self.rules)
      #expect(checks.allSatisfy { $0.outcome == .skipped })
      #expect(
        checks.allSatisfy { $0.message == "Not judged: this build has no face detection." })
    }
  #endif

  @Test func otherProfilesDoNotAsk() throws {
    #expect(try Self.checks(Validator(profile: .idCard)).isEmpty)
    #expect(try Self.checks(Validator(profile: .document)).isEmpty)
  }
}
