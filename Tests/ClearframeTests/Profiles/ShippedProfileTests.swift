@testable import Clearframe
import Testing

@Suite struct ShippedProfileTests {
  @Test func areNamedAndOrdered() throws {
    #expect(Profile.shipped.map(\.name) == ["id-card", "document", "portrait"])
    #expect(Profile.shippedNames == Profile.shipped.map(\.name))
    for profile in Profile.shipped {
      #expect(try Profile(named: profile.name) == profile)
      #expect(profile.summary.hasSuffix("."))
    }
  }

  @Test func anUnknownNameIsAnError() {
    do throws(ProfileError) {
      _ = try Profile(named: "idcard")
      Issue.record("accepted")
    } catch {
      #expect(error.kind == .unknownProfile)
      #expect(error.suggestion == "id-card")
      #expect(error.description.contains("id-card, document, portrait"))
    }
  }

  @Test(arguments: [
    ("id-card", PackageResources.id_card_json), ("document", PackageResources.document_json),
    ("portrait", PackageResources.portrait_json),
  ])
  func statesEveryRule(_ name: String, _ bytes: [UInt8]) throws {
    guard case .object(let root) = try JSONReader.value(of: bytes).content,
      let rules = root.first(where: { $0.key == "rules" }),
      case .object(let members) = rules.value.content
    else {
      Issue.record("no rules")
      return
    }
    #expect(members.map(\.key) == RuleDescription.all.map(\.name))
  }

  @Test func everyNumberIsDeclaredAndHasAnOrigin() throws {
    for profile in Profile.shipped {
      #expect(profile.rules.map(\.rule) == RuleDescription.all.map(\.name))
      for setting in profile.rules {
        let rule = try #require(RuleDescription.named(setting.rule))
        let declared = Set(rule.limits.map(\.name))
        #expect(Set(setting.limits.keys).isSubset(of: declared))
        if setting.severity != .off {
          let needed = Set(rule.limits.filter { !$0.isOptional }.map(\.name))
          #expect(needed.isSubset(of: setting.limits.keys))
        }
        #expect(Set(setting.origins.keys) == Set(setting.limits.keys))
        for (limit, origin) in setting.origins {
          #expect(origin.count > 20, "\(profile.name) \(setting.rule) \(limit)")
          let place = "\(profile.name) \(setting.rule) \(limit)"
          #expect(origin.hasSuffix(".") && !origin.hasPrefix("Set in"), "\(place)")
        }
      }
    }
  }

  @Test func theFilingPortalWantsMoreThan200KB() {
    for profile in Profile.shipped {
      #expect(profile.setting(for: "file-too-small")?.limits["bytesMustExceed"] == 204_800)
      #expect(profile.setting(for: "file-too-small")?.severity == .error)
      #expect(profile.setting(for: "extension-mismatch")?.severity == .warning)
    }
  }

  @Test func aBrokenShippedProfileStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = Profile.shipped(Array("{}".utf8), name: "broken")
    }
    await #expect(processExitsWith: .failure) {
      _ = Profile.shipped(Array(#"{"name": "other", "rules": {}}"#.utf8), name: "broken")
    }
  }
}
