@testable import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct ProfileTests {
  private func profile(_ text: String) throws(ProfileError) -> Profile {
    try Profile(json: Array(text.utf8), source: "portal.json")
  }

  private func error(_ text: String) -> ProfileError? {
    do throws(ProfileError) {
      _ = try profile(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func startsFromAShippedProfile() throws {
    let profile = try profile(
      """
      {"$schema": "profile.schema.json", "name": "my-portal", "extends": "id-card",
       "rules": {
         "file-too-large": {"severity": "error", "limits": {"maximumBytes": 500000}},
         "file-too-small": {"limits": {"bytesMustExceed": {"value": 1000, "origin": "the portal"}}},
         "too-dark": "off"}}
      """)
    #expect(profile.name == "my-portal")
    #expect(profile.summary == "Starts from id-card.")
    let large = try #require(profile.setting(for: "file-too-large"))
    #expect(large.severity == .error)
    #expect(large.limits == ["maximumBytes": 500_000])
    #expect(large.origins == ["maximumBytes": "Set in portal.json."])
    let small = try #require(profile.setting(for: "file-too-small"))
    #expect(small.severity == .error)
    #expect(small.limits == ["bytesMustExceed": 1_000])
    #expect(small.origins == ["bytesMustExceed": "the portal"])
    #expect(profile.setting(for: "too-dark")?.severity == .off)
    let untouched = Profile.idCard.rules.filter {
      !["file-too-large", "file-too-small", "too-dark"].contains($0.rule)
    }
    for setting in untouched { #expect(profile.setting(for: setting.rule) == setting) }
    #expect(profile.rules.map(\.rule) == RuleDescription.all.map(\.name))
  }

  @Test func aRuleThatWasOffComesBackWithItsNumbers() throws {
    var off = Profile.idCard
    try off.setSeverity(.off, of: "too-dark")
    try off.setSeverity(.warning, of: "too-dark")
    #expect(off.setting(for: "too-dark")?.limits == Profile.idCard.setting(for: "too-dark")?.limits)
  }

  @Test func nullRemovesAnOptionalLimit() throws {
    let profile = try profile(
      #"{"name": "p", "extends": "id-card", "rules": {"file-too-large": {"limits": {"maximumBytes": null}}}}"#
    )
    #expect(profile.setting(for: "file-too-large")?.limits.isEmpty == true)
    #expect(profile.setting(for: "file-too-large")?.origins.isEmpty == true)
  }

  @Test func withoutABaseUnnamedRulesAreOff() throws {
    let profile = try profile(
      """
      {"name": "integrity", "summary": "Only whether files are whole.",
       "rules": {"corrupt-file": "warning", "truncated-file": {"severity": "error"}}}
      """)
    #expect(profile.summary == "Only whether files are whole.")
    #expect(profile.activeRules.map(\.rule) == ["truncated-file", "corrupt-file"])
    #expect(profile.rules.count == RuleDescription.all.count)
  }

  @Test func extendingWithoutRulesIsACopy() throws {
    let profile = try profile(#"{"name": "copy", "extends": "portrait"}"#)
    #expect(profile.rules == Profile.portrait.rules)
  }

  /// Text, kind, line, column, path of the key, suggestion.
  typealias Mistake = (String, ProfileError.Kind, Int, Int, String?, String?)

  @Test(
    arguments: [
      ("", .invalidJSON, 1, 1, nil, nil),
      ("{\"name\": \"p\",\n}", .invalidJSON, 2, 1, nil, nil),
      ("{\"name\": \"p\",\n \"name\": \"q\"}", .invalidJSON, 2, 2, nil, nil),
      ("[]", .wrongType, 1, 1, nil, nil),
      ("{}", .missingKey, 1, 1, "name", nil),
      (#"{"name": "p"}"#, .missingKey, 1, 1, "rules", nil),
      (#"{"extends": "id-card"}"#, .missingKey, 1, 1, "name", nil),
      (#"{"name": 1}"#, .wrongType, 1, 10, "name", nil),
      (#"{"name": ""}"#, .outOfRange, 1, 10, "name", nil),
      (#"{"name": "a\nb"}"#, .outOfRange, 1, 10, "name", nil),
      (#"{"name": "document", "extends": "document"}"#, .outOfRange, 1, 10, "name", nil),
      (
        #"{"name": "p", "summery": "x", "rules": {}}"#, .unknownKey, 1, 15, "summery", "summary"
      ),
      (#"{"name": "p", "summary": [], "rules": {}}"#, .wrongType, 1, 26, "summary", nil),
      (#"{"name": "p", "$schema": 2, "rules": {}}"#, .wrongType, 1, 26, "$schema", nil),
      (#"{"name": "p", "extends": "idcard"}"#, .unknownBase, 1, 26, "extends", "id-card"),
      (#"{"name": "p", "extends": "./base.json"}"#, .unknownBase, 1, 26, "extends", nil),
      (#"{"name": "p", "extends": null}"#, .wrongType, 1, 26, "extends", nil),
      (#"{"name": "p", "rules": []}"#, .wrongType, 1, 24, "rules", nil),
      (
        "{\"name\": \"p\",\n \"rules\": {\n  \"to-dark\": \"off\"}}", .unknownRule, 3, 3,
        "rules.to-dark", "too-dark"
      ),
      (
        #"{"name": "p", "rules": {"corrupt-file": "fatal"}}"#, .unknownSeverity, 1, 41,
        "rules.corrupt-file", nil
      ),
      (
        #"{"name": "p", "rules": {"corrupt-file": "warn"}}"#, .unknownSeverity, 1, 41,
        "rules.corrupt-file", "warning"
      ),
      (
        #"{"name": "p", "rules": {"corrupt-file": {"severity": "Error"}}}"#, .unknownSeverity, 1,
        54, "rules.corrupt-file.severity", "error"
      ),
      (
        #"{"name": "p", "rules": {"corrupt-file": {"severity": 2}}}"#, .wrongType, 1, 54,
        "rules.corrupt-file.severity", nil
      ),
      (
        #"{"name": "p", "rules": {"corrupt-file": true}}"#, .wrongType, 1, 41,
        "rules.corrupt-file", nil
      ),
      (
        #"{"name": "p", "rules": {"corrupt-file": {}}}"#, .missingKey, 1, 41,
        "rules.corrupt-file.severity", nil
      ),
      (
        #"{"name": "p", "rules": {"corrupt-file": {"severity": "off", "limit": {}}}}"#,
        .unknownKey, 1, 61, "rules.corrupt-file.limit", "limits"
      ),
      (
        #"{"name": "p", "rules": {"corrupt-file": {"severity": "off", "limits": {"a": 1}}}}"#,
        .unknownLimit, 1, 72, "rules.corrupt-file.limits.a", nil
      ),
      (#"{"name": "p", "rules": {}}"#, .noActiveRule, 1, 24, "rules", nil),
      (#"{"name": "p", "rules": {"glare": "off"}}"#, .noActiveRule, 1, 24, "rules", nil),
      (
        #"{"name": "p", "rules": {"file-too-small": "error"}}"#, .missingLimit, 1, 25,
        "rules.file-too-small.limits.bytesMustExceed", nil
      ),
      (
        #"{"name": "p", "extends": "id-card", "rules": {"too-bright": {"limits": {"maximumClippedShar": 1}}}}"#,
        .unknownLimit, 1, 73, "rules.too-bright.limits.maximumClippedShar", "maximumClippedShare"
      ),
      (
        #"{"name": "p", "extends": "id-card", "rules": {"too-bright": {"limits": 3}}}"#,
        .wrongType, 1, 72, "rules.too-bright.limits", nil
      ),
      (
        #"{"name": "p", "extends": "id-card", "rules": {"too-bright": {"limits": {"maximumClippedShare": "1"}}}}"#,
        .wrongType, 1, 96, "rules.too-bright.limits.maximumClippedShare", nil
      ),
      (
        #"{"name": "p", "extends": "id-card", "rules": {"too-bright": {"limits": {"maximumClippedShare": 1.01}}}}"#,
        .outOfRange, 1, 96, "rules.too-bright.limits.maximumClippedShare", nil
      ),
      (
        #"{"name": "p", "extends": "id-card", "rules": {"too-bright": {"limits": {"maximumClippedShare": -1}}}}"#,
        .outOfRange, 1, 96, "rules.too-bright.limits.maximumClippedShare", nil
      ),
      (
        #"{"name": "p", "extends": "id-card", "rules": {"too-bright": {"limits": {"maximumClippedShare": null}}}}"#,
        .missingLimit, 1, 96, "rules.too-bright.limits.maximumClippedShare", nil
      ),
      (
        #"{"name": "p", "extends": "id-card", "rules": {"too-dark": {"limits": {"minimumHighlightLuma": {}}}}}"#,
        .missingKey, 1, 95, "rules.too-dark.limits.minimumHighlightLuma.value", nil
      ),
      (
        #"{"name": "p", "extends": "id-card", "rules": {"too-dark": {"limits": {"minimumHighlightLuma": {"values": 1}}}}}"#,
        .unknownKey, 1, 96, "rules.too-dark.limits.minimumHighlightLuma.values", "value"
      ),
      (
        #"{"name": "p", "extends": "id-card", "rules": {"too-dark": {"limits": {"minimumHighlightLuma": {"value": 1, "origin": 2}}}}}"#,
        .wrongType, 1, 118, "rules.too-dark.limits.minimumHighlightLuma.origin", nil
      ),
      (
        #"{"name": "p", "extends": "id-card", "rules": {"too-dark": {"limits": {"minimumHighlightLuma": {"value": 256}}}}}"#,
        .outOfRange, 1, 105, "rules.too-dark.limits.minimumHighlightLuma.value", nil
      ),
    ] as [Mistake])
  func refuses(_ mistake: Mistake) throws {
    let (text, kind, line, column, keyPath, suggestion) = mistake
    let error = try #require(self.error(text), "accepted \(text)")
    #expect(error.kind == kind, "\(error)")
    #expect(error.source == "portal.json")
    #expect(error.line == line, "\(error)")
    #expect(error.column == column, "\(error)")
    #expect(error.keyPath == keyPath, "\(error)")
    #expect(error.suggestion == suggestion, "\(error)")
    #expect(error.description.hasPrefix("portal.json:\(line):\(column): "))
  }

  @Test func describesAMistakeInOneLine() {
    let error = error(
      "{\"name\": \"p\", \"extends\": \"id-card\",\n \"rules\": {\"glaer\\u001b[2J\": \"off\"}}")
    #expect(
      error?.description
        == "portal.json:2:12: rules.glaer\\u{1B}[2J: there is no such rule")
    let limit = self.error(
      #"{"name": "p", "rules": {"file-too-small": {"severity": "off", "limits": {"bytesMustExced": 1}}}}"#
    )
    #expect(
      limit?.description
        == "portal.json:1:74: rules.file-too-small.limits.bytesMustExced: the rule has no such "
        + "limit; it has bytesMustExceed; did you mean \"bytesMustExceed\"?")
  }

  @Test func refusesNamesThatAreTooLong() throws {
    let long = String(repeating: "n", count: 64)
    #expect(try profile("{\"name\": \"\(long)\", \"extends\": \"id-card\"}").name == long)
    #expect(error("{\"name\": \"\(long)n\", \"extends\": \"id-card\"}")?.kind == .outOfRange)
  }

  @Test func survivesRandomDamage() {
    let seed: UInt64 = 0xC1EA2
    var generator = SeededGenerator(seed: seed)
    var refused = 0
    let alphabet = Array("{}[]\",:0189.-eu\\nt ".utf8)
    for round in 0..<600 {
      var bytes = PackageResources.document_json
      for _ in 0..<(1 + round % 4) {
        let index = Int(generator.next() % UInt64(bytes.count))
        bytes[index] = alphabet[Int(generator.next() % UInt64(alphabet.count))]
      }
      do throws(ProfileError) {
        let profile = try Profile(json: bytes, source: "damaged.json")
        // What is accepted must be complete: no rule may lack a number it needs.
        _ = Judge.report(evidence: EvidenceBuilder().evidence, profile: profile)
      } catch {
        refused += 1
        #expect(!error.description.contains("\n"), "seed \(seed), round \(round)")
      }
    }
    #expect(refused > 300, "seed \(seed)")
  }

  @Test func refusesHugeFiles() {
    let text = "{\"name\": \"p\", \"rules\": {}}" + String(repeating: " ", count: 1 << 20)
    #expect(error(text)?.kind == .invalidJSON)
  }

  @Test func changesInCodeAreChecked() throws {
    var profile = Profile.document
    try profile.setLimit("maximumBytes", of: "file-too-large", to: 3e6, origin: "the portal")
    #expect(profile.setting(for: "file-too-large")?.limits["maximumBytes"] == 3e6)
    #expect(profile.setting(for: "file-too-large")?.origins["maximumBytes"] == "the portal")
    try profile.setLimit("maximumBytes", of: "file-too-large", to: nil)
    #expect(profile.setting(for: "file-too-large")?.limits["maximumBytes"] == nil)
    try profile.setSeverity(.error, of: "file-too-large")
    #expect(profile.setting(for: "file-too-large")?.severity == .error)

    let before = profile
    func kind(_ change: () throws(ProfileError) -> Void) -> ProfileError.Kind? {
      do throws(ProfileError) {
        try change()
        return nil
      } catch {
        return error.kind
      }
    }
    #expect(
      kind { () throws(ProfileError) in try profile.setSeverity(.off, of: "glair") } == .unknownRule
    )
    #expect(
      kind { () throws(ProfileError) in
        try profile.setLimit("bytes", of: "file-too-small", to: 1)
      } == .unknownLimit)
    for value in [-1, .infinity, .nan] {
      #expect(
        kind { () throws(ProfileError) in
          try profile.setLimit("bytesMustExceed", of: "file-too-small", to: value)
        } == .outOfRange, "\(value)")
    }
    #expect(
      kind { () throws(ProfileError) in
        try profile.setLimit("bytesMustExceed", of: "file-too-small", to: nil)
      } == .missingLimit)
    #expect(profile == before)

    var bare = try self.profile(#"{"name": "bare", "rules": {"truncated-file": "error"}}"#)
    #expect(
      kind { () throws(ProfileError) in try bare.setSeverity(.error, of: "file-too-small") }
        == .missingLimit)
  }
}
