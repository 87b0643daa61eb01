import Clearframe

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The command `clearframe`: reads its words, has the library do the work and prints.
@main
enum ClearframeCommand {
  static func main() {
    StandardDescriptors.fillGaps()
    // A reader that goes away is then an error of write, which ends the run quietly.
    signal(SIGPIPE, SIG_IGN)
    let words = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { Argument(cString: $0) }
    }
    do throws(UsageError) {
      let parsed = try CommandLineParser.parse(words)
      exit(try run(parsed))
    } catch {
      Diagnostics.print(error.text)
      exit(ExitCode.trouble)
    }
  }

  private static func run(_ parsed: CommandLineParser.Parsed) throws(UsageError) -> Int32 {
    let arguments = parsed.arguments
    if arguments.wantsVersion { return show("clearframe \(ToolVersion.text)\n") }
    guard let subcommand = parsed.subcommand else {
      if arguments.wantsHelp { return show(HelpPage.overview()) }
      throw UsageError("what is to be done? Try clearframe --help")
    }
    if arguments.wantsHelp { return show(HelpPage.page(of: subcommand)) }
    let operand = arguments.operands.first?.text
    switch subcommand.action {
    case .check: check(try CheckPlan(arguments))
    case .rules: return show(ReferencePage.rules())
    case .explain: return show(try ReferencePage.explain(operand ?? ""))
    case .profiles:
      return show(try operand.map(ReferencePage.profile) ?? ReferencePage.profiles())
    case .schema: return show(try ReferencePage.schema(operand ?? ""))
    }
  }

  /// Checks on other threads while this one waits for signals.
  private static func check(_ plan: CheckPlan) -> Never {
    let watch = InterruptionWatch()
    let task = Task.detached {
      let code = await CheckRunner(plan).run()
      exit(watch.interruption.map(ExitCode.interrupted) ?? code)
    }
    watch.wait { task.cancel() }
  }

  private static func show(_ text: String) -> Int32 {
    do throws(OutputError) {
      try OutputDescriptor.standardOutput.write(text)
      try OutputDescriptor.standardOutput.close()
      return ExitCode.success
    } catch {
      guard case .failed(let failure) = error else { return ExitCode.success }
      Diagnostics.print("cannot write: \(failure.text)")
      return ExitCode.trouble
    }
  }
}
