import Testing

@testable import ClearframeCommand

@Suite struct CommandLineParserTests {
  private func parse(_ words: String...) throws -> CommandLineParser.Parsed {
    try CommandLineParser.parse(words.map { Argument($0) })
  }

  private func failure(_ words: String...) -> UsageError? {
    do throws(UsageError) {
      _ = try CommandLineParser.parse(words.map { Argument($0) })
      return nil
    } catch {
      return error
    }
  }

  @Test func everySpellingOfAValueMeansTheSame() throws {
    for words in [
      ["check", "--jobs", "4", "a"], ["check", "--jobs=4", "a"], ["check", "-j", "4", "a"],
      ["check", "-j4", "a"], ["check", "-j=4", "a"], ["check", "a", "-j", "4"],
    ] {
      let parsed = try CommandLineParser.parse(words.map { Argument($0) })
      #expect(parsed.arguments.jobs == 4, "\(words)")
      #expect(parsed.arguments.operands == [Argument("a")], "\(words)")
    }
  }

  @Test func bundlesLetters() throws {
    let arguments = try parse("check", "-vrj2", "a").arguments
    #expect(arguments.isVerbose && arguments.isRecursive && arguments.jobs == 2)
    let other = try parse("check", "-rf", "csv", "a").arguments
    #expect(other.isRecursive && other.format == "csv")
  }

  @Test func twoDashesEndTheFlags() throws {
    let arguments = try parse("check", "--", "-v", "--help", "--").arguments
    #expect(arguments.operands == ["-v", "--help", "--"].map { Argument($0) })
    #expect(!arguments.isVerbose && !arguments.wantsHelp)
  }

  @Test func oneDashIsAnOperand() throws {
    #expect(try parse("check", "-").arguments.operands == [Argument("-")])
  }

  @Test func theLastOfRepeatedFlagsWins() throws {
    #expect(try parse("check", "--format=csv", "-fjson", "a").arguments.format == "json")
  }

  @Test func valuesMayLookLikeFlagsOrHoldEqualSigns() throws {
    let arguments = try parse("check", "--files-from", "-", "--profile=a=b.json").arguments
    #expect(arguments.filesFrom == Argument("-"))
    #expect(arguments.profile == Argument("a=b.json"))
  }

  @Test func keepsBytesThatAreNoUTF8() throws {
    let name = Argument(bytes: [0x61, 0xFF])
    let words = [Argument("check"), name, Argument(bytes: Array("--files-from=".utf8) + [0xFE])]
    let arguments = try CommandLineParser.parse(words).arguments
    #expect(arguments.operands == [name])
    #expect(arguments.filesFrom == Argument(bytes: [0xFE]))
    let bundled = try CommandLineParser.parse([
      Argument("check"), Argument(bytes: Array("-vp".utf8) + [0xFF, 0x62]), Argument("x"),
    ]).arguments
    #expect(bundled.profile == Argument(bytes: [0xFF, 0x62]))
  }

  @Test func helpNeedsNoOperands() throws {
    #expect(try parse("explain", "-h").arguments.wantsHelp)
    #expect(try parse("--version").subcommand == nil)
  }

  @Test(arguments: [
    (["chek"], "check"), (["profile"], "profiles"), (["photo.jpg"], "clearframe check photo.jpg"),
    (["check", "--fromat", "x"], "--format"), (["check", "--recurse"], "--recursive"),
    (["check", "--file-from=x"], "--files-from"), (["rules", "--hlep"], "--help"),
    (["help"], "--help"), (["a/b"], "clearframe check a/b"),
    (["--format", "json", "check"], "clearframe check --format"),
  ])
  func suggestsTheNearest(words: [String], suggestion: String) {
    do throws(UsageError) {
      _ = try CommandLineParser.parse(words.map { Argument($0) })
      Issue.record("\(words) was taken")
    } catch {
      #expect(error.suggestion == suggestion)
    }
  }

  @Test func refusesWhatMakesNoSense() {
    #expect(failure("check", "-x", "a")?.message == "-x is no flag of check")
    #expect(failure("check", "--verbose=1", "a")?.message == "--verbose takes no value")
    #expect(failure("check", "--format")?.message == "--format needs a value: --format FORMAT")
    #expect(failure("check", "--format=")?.message == "--format needs a value: --format FORMAT")
    #expect(failure("check", "a", "-j")?.message == "-j needs a value: -j N")
    #expect(failure("rules", "x")?.message == #"rules does not take "x""#)
    #expect(failure("explain")?.message == "explain needs RULE")
    #expect(failure("rules", "--format=csv")?.message == "--format is no flag of rules")
    #expect(failure("zzzzzzzz")?.suggestion == nil)
    #expect(failure("--zzzzzzzz")?.message == "--zzzzzzzz is no flag")
    for jobs in ["0", "-1", "1025", "x", "1.5", "99999999999999999999"] {
      #expect(failure("check", "--jobs=\(jobs)", "a") != nil, "\(jobs)")
    }
  }

  @Test func showsNoControlCharacters() {
    #expect(failure("\u{1B}[2J")?.text.contains("\u{1B}") == false)
    #expect(failure("check", "--\u{1B}[2J")?.text.contains("\u{1B}") == false)
  }
}
