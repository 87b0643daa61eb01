import ClearframeTestSupport
import Clearframe
import Foundation
import Testing

/// Runs of the built command from outside, as a script sees it.
@Suite struct CommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("whole.json", TinyPicture.wholenessProfile)
  }

  private func check(_ words: String..., input: [UInt8] = []) throws -> CommandRun {
    try CommandRun(["check", "-p", "whole.json"] + words, in: folder, input: input)
  }

  // MARK: Answers

  @Test func allPassIsZero() throws {
    try folder.write("a.png", TinyPicture.png)
    let run = try check("a.png")
    #expect(run.exitCode == 0)
    #expect(run.output == "1 file: 1 pass, 0 fail, 0 undecided\n")
    #expect(run.diagnostics == "")
  }

  @Test func aFailureIsOne() throws {
    try folder.write("a.png", TinyPicture.png)
    try folder.write("cut.png", TinyPicture.cutPNG)
    let run = try check("a.png", "cut.png")
    #expect(run.exitCode == 1)
    #expect(run.lines.first == "cut.png: fail")
    #expect(run.output.contains("  fail truncated-file: "))
    #expect(run.diagnostics == "")
  }

  @Test func anUnreadableFileIsTwoAndTheRestIsStillJudged() throws {
    try folder.write("a.png", TinyPicture.png)
    try folder.write("cut.png", TinyPicture.cutPNG)
    let run = try check("-fjsonl", "gone.png", "a.png", "cut.png")
    #expect(run.exitCode == 2)
    #expect(run.lines.count == 3)
    let start = #"{"schema":1,"path":"gone.png","profile":"whole","verdict":"fail","file":null"#
    #expect(run.lines.first?.hasPrefix(start) == true)
    #expect(run.lines.first?.contains(#""error":""#) == true)
    #expect(run.lines.first?.contains(#""outcome":"skipped""#) == true)
    #expect(run.lines.last?.contains(#""verdict":"fail""#) == true)
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func aLockedFileIsTwo() throws {
    let path = try folder.write("locked.png", TinyPicture.png)
    chmod(path, 0)
    #expect(try check("locked.png").exitCode == 2)
  }

  @Test func aFolderNeedsR() throws {
    try folder.write("d/a.png", TinyPicture.png)
    try folder.write("b.png", TinyPicture.png)
    let run = try check("-fjsonl", "d", "b.png")
    #expect(run.exitCode == 2)
    #expect(run.lines.count == 2)
    #expect(run.lines.first?.contains("use -r") == true)
    #expect(run.lines.last?.contains(#""path":"b.png","profile":"whole","verdict":"pass""#) == true)
    #expect(try check("-r", "d").exitCode == 0)
  }

  @Test func everyFormatComesOutOfARealRun() throws {
    try folder.write("d/a.png", TinyPicture.png)
    try folder.write("d/cut.png", TinyPicture.cutPNG)
    try folder.write("d/x.jpg", TinyPicture.png)
    let lines = try check("-r", "--format", "jsonl", "d")
    let validator = try JSONSchemaValidator(schema: ReportSchema.text, isStrict: true)
    #expect(lines.lines.count == 3)
    for line in lines.lines { #expect(try validator.findings(in: line) == []) }

    let whole = try check("-r", "--format=json", "d")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(whole.output.utf8)) as? [String: Any])
    #expect((object["results"] as? [Any])?.count == 3)
    #expect((object["summary"] as? [String: Any])?["fail"] as? Int == 1)

    let table = try check("-r", "-f", "csv", "d")
    let rules = try Profile(json: TinyPicture.wholenessProfile, source: "whole").activeRules.count
    #expect(table.output.components(separatedBy: "\r\n").count == 1 + 3 * rules + 1)

    let suites = XMLOutline(try check("-r", "-f", "junit", "d").output)
    #expect(suites.failure == nil && suites["testsuite"].count == 3)
    #expect(suites["testcase"].count == 3 * rules)
    let page = XMLOutline(try check("-r", "-f", "html", "d").output)
    #expect(page.failure == nil && page["article"].count == 3)
    let log = try JSONSerialization.jsonObject(
      with: Data(try check("-r", "-f", "sarif", "d").output.utf8))
    let runs = (log as? [String: Any])?["runs"] as? [[String: Any]]
    #expect((runs?.first?["results"] as? [[String: Any]])?.isEmpty == false)

    let text = try check("-r", "-v", "d")
    let facts = "png, \(TinyPicture.png.count) bytes, 8 x 8 pixels, orientation 1"
    #expect(text.output.contains("d/a.png: pass\n  \(facts)\n"))
    #expect([lines, whole, table, text].allSatisfy { $0.exitCode == 1 })
  }

  @Test(arguments: ["jsonl", "csv", "junit"])
  func formatsWithoutCountsTellOfSkippedEntriesElsewhere(format: String) throws {
    try folder.write("d/a.png", TinyPicture.png)
    try folder.write("d/notes.txt", Array("text".utf8))
    let run = try check("-r", "-f", format, "d")
    #expect(run.diagnostics.contains("skipped: 1 not a picture"))
    #expect(try check("-r", "-f", "sarif", "d").diagnostics == "")
  }

  // MARK: Many files

  @Test func aThousandFilesWithFiftyBrokenOnesComeInOrder() throws {
    var expected: [String] = []
    for index in 0..<1000 {
      let name = String(format: "batch/%04d.png", index)
      let isBroken = index % 20 == 7
      try folder.write(name, isBroken ? TinyPicture.cutPNG : TinyPicture.png)
      expected.append("\(name) \(isBroken ? "fail" : "pass")")
    }
    let run = try check("-r", "-j4", "-fjsonl", "batch")
    #expect(run.exitCode == 1)
    let answers = try run.lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return "\(object?["path"] as? String ?? "?") \(object?["verdict"] as? String ?? "?")"
    }
    #expect(answers == expected)
    #expect(try check("-r", "-j1", "-fjsonl", "batch").output == run.output)
  }

  @Test func everyKindOfInputKeepsItsPlace() throws {
    try folder.write("a.png", TinyPicture.png)
    try folder.write("d/b.png", TinyPicture.png)
    try folder.write("list", Array("c.png\nd\n".utf8))
    try folder.write("c.png", TinyPicture.png)
    let run = try check(
      "-rj3", "-fcsv", "gone.png", "-", "a.png", "d", "--files-from", "list",
      input: TinyPicture.png)
    var paths: [String] = []
    for line in run.output.components(separatedBy: "\r\n").dropFirst() {
      let path = String(line.prefix { $0 != "," })
      // A name that begins like a formula carries an apostrophe.
      if !path.isEmpty, path != paths.last { paths.append(path) }
    }
    #expect(paths == ["gone.png", "'-", "a.png", "d/b.png", "c.png", "d/b.png"])
    #expect(run.exitCode == 2)
  }

  // MARK: Other inputs

  @Test func standardInputIsOnePicture() throws {
    let good = try check("-v", "-", input: TinyPicture.png)
    #expect(good.exitCode == 0)
    #expect(good.lines.first == "-: pass")
    #expect(try check("-", input: TinyPicture.cutPNG).exitCode == 1)
    #expect(try check("-").exitCode == 1)
  }

  @Test func listsComeFromFilesAndStandardInput() throws {
    try folder.write("a b\n.png", TinyPicture.png)
    try folder.write("c.png", TinyPicture.png)
    let null = try check("--files-from", "-", "-0", input: Array("a b\n.png\0c.png\0".utf8))
    #expect(null.output == "2 files: 2 pass, 0 fail, 0 undecided\n")
    try folder.write("list", Array("c.png\n".utf8))
    #expect(try check("--files-from=list").exitCode == 0)
    #expect(try check("--files-from", "-", input: Array("c.png\nmissing.png\n".utf8)).exitCode == 2)
  }

  #if os(Linux)
    @Test func namesThatAreNoUTF8AreJudgedAndShownRepaired() throws {
      let name = Array((folder.path + "/d").utf8)
      try FileManager.default.createDirectory(
        atPath: folder.path + "/d", withIntermediateDirectories: true)
      var path = (name + Array("/bad".utf8) + [0xFF] + Array(".png".utf8) + [0]).map {
        CChar(bitPattern: $0)
      }
      let descriptor = open(&path, O_CREAT | O_WRONLY, 0o600)
      try #require(descriptor >= 0)
      #expect(write(descriptor, TinyPicture.png, TinyPicture.png.count) == TinyPicture.png.count)
      close(descriptor)
      let run = try check("-r", "-fjsonl", "d")
      #expect(run.exitCode == 0)
      #expect(run.output.contains("\"path\":\"d/bad\u{FFFD}.png\""))
      #expect(run.output.contains("\"format\":\"png\""))
    }

    @Test func aFullDiskIsTwo() throws {
      try folder.write("a.png", TinyPicture.png)
      let process = CommandRun.process(["check", "-fjson", folder.path + "/a.png"])
      let errors = Pipe()
      process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
      process.standardError = errors
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 2)
      let text = String(
        decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      #expect(text == "clearframe: cannot write the answers: No space left on device\n")
    }
  #endif

  @Test(arguments: [
    ("check -fjson good.png >&-", "clearframe: cannot write the answers: Bad file descriptor\n"),
    ("check -v - <&-", "-: fail\n  cannot read: Bad file descriptor\n"),
    ("--version >&-", "clearframe: cannot write: Bad file descriptor\n"),
  ])
  func aClosedDescriptorIsTwoAndNoFileTakesItsPlace(words: String, message: String) throws {
    try folder.write("good.png", TinyPicture.png)
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "exec 2>&1; exec \"$0\" \(words.replacing(">&-", with: "2>&1 >&-"))"]
    shell.arguments?.append(CommandRun.executable.path)
    shell.currentDirectoryURL = URL(filePath: folder.path)
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    shell.waitUntilExit()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(shell.terminationStatus == 2)
    #expect(text.hasPrefix(message), "\(text)")
  }

  @Test func hiddenFilesLinksAndOthersAreCounted() throws {
    try folder.write("d/a.png", TinyPicture.png)
    try folder.write("d/.hidden.png", TinyPicture.cutPNG)
    try folder.write("d/notes.txt", [0x61])
    try folder.link("d/loop", to: ".")
    let text = try check("-r", "d")
    #expect(text.exitCode == 0)
    let skipped = "skipped: 1 hidden, 1 not a picture, 1 folder already seen\n"
    #expect(text.output == "1 file: 1 pass, 0 fail, 0 undecided\n" + skipped)
    let lines = try check("-r", "-fjsonl", "d")
    #expect(lines.lines.count == 1)
    #expect(lines.diagnostics.contains(skipped))
  }

  @Test func anEmptyFolderIsToldOf() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/empty", withIntermediateDirectories: true)
    let run = try check("-r", "empty")
    #expect(run.exitCode == 0)
    #expect(run.diagnostics == "clearframe: no pictures were found\n")
  }

  @Test func inputsAreNeverChanged() throws {
    let path = try folder.write("a.png", TinyPicture.png)
    chmod(path, 0o400)
    _ = try check("-v", "a.png")
    #expect(Array(try Data(contentsOf: URL(filePath: path))) == TinyPicture.png)
  }

  // MARK: Usage

  @Test(arguments: [
    ([], "--help"), (["chek"], "did you mean check?"),
    (["check", "--fromat=json", "a"], "did you mean --format?"),
    (["check", "--format=jsno", "a"], "did you mean json?"), (["check"], "needs a file"),
    (["check", "--profile=id-crad", "a"], "id-card"),
    (["check", "--profile=./none.json", "a"], "none.json"),
    (["check", "--files-from=/no/such/list"], "/no/such/list"),
    (["check", "-", "--files-from", "-"], "standard input"),
    (["explain", "truncated-fil"], "did you mean truncated-file?"),
    (["profiles", "id-crad"], "did you mean id-card?"),
    (["schema", "reprot"], "did you mean report?"),
    (["rules", "x"], "does not take"),
  ])
  func wrongUsageIsTwoAndSaysWhy(words: [String], part: String) throws {
    let run = try CommandRun(words)
    #expect(run.exitCode == 2)
    #expect(run.output == "")
    #expect(run.diagnostics.hasPrefix("clearframe: "))
    #expect(run.diagnostics.contains(part), "\(run.diagnostics)")
    #expect(run.diagnostics.filter { $0 == "\n" }.count == 1)
  }

  @Test func aBrokenProfileNamesFileAndKey() throws {
    try folder.write(
      "bad.json", Array(#"{"name":"x","extends":"id-card","rules":{"truncated-fil":"off"}}"#.utf8))
    let run = try CommandRun(["check", "-p", "bad.json", "a.png"], in: folder)
    #expect(run.exitCode == 2)
    #expect(run.diagnostics.contains("bad.json"))
    #expect(run.diagnostics.contains("truncated-file"))
  }

  @Test func referencePagesGoToStandardOutput() throws {
    let version = try CommandRun(["--version"])
    #expect(version.output.wholeMatch(of: /clearframe \d+\.\d+\.\d+\n/) != nil)
    let rules = try CommandRun(["rules"])
    #expect(rules.lines.count == RuleDescription.all.count)
    for rule in RuleDescription.all {
      #expect(rules.output.contains(rule.name))
      #expect(try CommandRun(["explain", rule.name]).output == rule.page())
    }
    let profiles = try CommandRun(["profiles"])
    #expect(profiles.lines.count == Profile.shipped.count)
    #expect(try CommandRun(["schema", "report"]).output == ReportSchema.text)
    #expect(try CommandRun(["schema", "profile"]).output == ProfileSchema.text)
    let profile = try CommandRun(["profiles", "portrait"])
    #expect(try JSONSerialization.jsonObject(with: Data(profile.output.utf8)) is [String: Any])
    for words in [["--help"], ["check", "-h"], ["explain", "--help"]] {
      let help = try CommandRun(words)
      #expect(help.exitCode == 0 && help.output.contains("Usage: clearframe"))
      #expect(help.diagnostics == "")
    }
  }

  @Test func colorsNeedATerminal() throws {
    try folder.write("cut.png", TinyPicture.cutPNG)
    #expect(try check("cut.png").output.contains("\u{1B}") == false)
  }
}
