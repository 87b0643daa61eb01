import Clearframe
import Testing

@testable import ClearframeCommand

@Suite struct CheckPlanTests {
  private func message(_ change: (inout LowArguments) -> Void) -> String? {
    var arguments = LowArguments()
    arguments.operands = [Argument("a.jpg")]
    change(&arguments)
    do throws(UsageError) {
      _ = try CheckPlan(arguments)
      return nil
    } catch {
      return error.text
    }
  }

  @Test func defaultsAreTakenAsTheyAre() throws {
    var arguments = LowArguments()
    arguments.operands = [Argument("a.jpg")]
    let plan = try CheckPlan(arguments)
    #expect(plan.profile.name == "id-card")
    #expect(plan.format.name == "text")
    #expect(plan.concurrency >= 1)
    #expect(!plan.isVerbose)
  }

  @Test func refusesContradictions() {
    #expect(message { $0.operands = [] } == "check needs a file, a folder with -r, or --files-from")
    #expect(message { $0.operands = [Argument("-"), Argument("-")] }?.contains("once") == true)
    #expect(message { $0.isNullSeparated = true } == "--null goes with --files-from")
    let both = message {
      $0.operands = [Argument("-")]
      $0.filesFrom = Argument("-")
    }
    #expect(both == "standard input cannot be both a picture (-) and a list (--files-from -)")
  }

  @Test func suggestsFormatsAndProfiles() {
    #expect(message { $0.format = "jsno" }?.hasSuffix("did you mean json?") == true)
    #expect(message { $0.profile = Argument("id-crad") }?.contains("id-card") == true)
    #expect(message { $0.profile = Argument("./none.json") }?.contains("none.json") == true)
    #expect(message { $0.filesFrom = Argument("/no/such/list") }?.contains("list") == true)
  }
}
