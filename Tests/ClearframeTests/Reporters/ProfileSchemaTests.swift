import Clearframe
import ClearframeTestSupport
import Foundation
import Testing

@Suite struct ProfileSchemaTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func checkedInSchemaIsUpToDate() throws {
    let stored = try String(
      contentsOf: Self.root.appending(path: "Fixtures/schema/profile.schema.json"),
      encoding: .utf8)
    #expect(
      stored == ProfileSchema.text,
      "run: swift run clearframe schema profile > Fixtures/schema/profile.schema.json")
  }

  @Test(arguments: Profile.shipped)
  func shippedFilesAreValid(profile: Profile) throws {
    let file = Self.root.appending(path: "Sources/Clearframe/Profiles/Shipped/\(profile.name).json")
    let validator = try JSONSchemaValidator(schema: ProfileSchema.text)
    #expect(try validator.findings(in: String(contentsOf: file, encoding: .utf8)) == [])
  }

  @Test(arguments: Profile.shipped)
  func printedProfilesAreValidAndReadBackTheSame(profile: Profile) throws {
    var writer = JSONWriter(layout: .indented)
    writer.value(profile)
    let validator = try JSONSchemaValidator(schema: ProfileSchema.text)
    #expect(try validator.findings(in: writer.text) == [])
    let renamed = writer.text.replacingOccurrences(
      of: "\"name\": \"\(profile.name)\"", with: "\"name\": \"copy\"")
    let read = try Profile(json: Array(renamed.utf8), source: "copy.json")
    #expect(read.rules == profile.rules)
    #expect(read.summary == profile.summary)
  }

  /// What loading takes or refuses, the schema must take or refuse too.
  @Test(arguments: [
    (#"{"name":"a","extends":"id-card"}"#, true),
    (#"{"$schema":"x","name":"a","extends":"id-card","summary":"s","rules":{}}"#, true),
    (#"{"name":"a","extends":"id-card","rules":{"truncated-file":"warning"}}"#, true),
    (
      #"{"name":"a","extends":"id-card","rules":{"file-too-small":{"limits":{"bytesMustExceed":9}}}}"#,
      true
    ),
    (
      #"{"name":"a","extends":"id-card","rules":{"file-too-small":{"limits":{"bytesMustExceed":{"value":9,"origin":"o"}}}}}"#,
      true
    ),
    (#"{"extends":"id-card"}"#, false),
    (#"{"name":"a","extends":"no-such"}"#, false),
    (#"{"name":"a","extends":"id-card","rulez":{}}"#, false),
    (#"{"name":"a","extends":"id-card","rules":{"no-such":"off"}}"#, false),
    (#"{"name":"a","extends":"id-card","rules":{"truncated-file":"fatal"}}"#, false),
    (#"{"name":"a","extends":"id-card","rules":{"truncated-file":true}}"#, false),
    (
      #"{"name":"a","extends":"id-card","rules":{"file-too-small":{"limits":{"bytesMustExceed":-1}}}}"#,
      false
    ),
    (
      #"{"name":"a","extends":"id-card","rules":{"file-too-small":{"limits":{"noSuch":1}}}}"#,
      false
    ),
    (
      #"{"name":"a","extends":"id-card","rules":{"file-too-small":{"limits":{"bytesMustExceed":{}}}}}"#,
      false
    ),
  ])
  func agreesWithLoading(text: String, isValid: Bool) throws {
    let validator = try JSONSchemaValidator(schema: ProfileSchema.text)
    let findings = try validator.findings(in: text)
    #expect(findings.isEmpty == isValid, "\(findings)")
    let profile = try? Profile(json: Array(text.utf8), source: "a.json")
    #expect((profile != nil) == isValid)
  }
}
