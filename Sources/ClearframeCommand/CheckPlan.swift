import Clearframe

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a run of `check` is going to do: validated, loaded and opened.
struct CheckPlan: Sendable {
  /// What to judge by.
  let profile: Profile
  /// How to print the answers.
  let format: ReportFormat
  /// Whether text tells everything.
  let isVerbose: Bool
  /// How many files are judged at once, at least 1.
  let concurrency: Int
  /// What to judge.
  let source: InputSource

  /// Checks the arguments against each other, loads the profile and opens the list of files.
  ///
  /// The descriptor of the list stays open until the process ends.
  init(_ arguments: LowArguments) throws(UsageError) {
    let name = arguments.format
    guard let format = ReportFormat.named(name) else {
      let names = ReportFormat.all.map(\.name)
      throw UsageError(
        "\"\(DisplayText.plain(name))\" is no format; there are "
          + names.joined(separator: ", "),
        suggestion: NearestName.of(name, in: names))
    }
    self.format = format
    isVerbose = arguments.isVerbose
    concurrency = arguments.jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    let dash = Argument("-")
    let dashes = arguments.operands.count { $0 == dash }
    if arguments.operands.isEmpty, arguments.filesFrom == nil {
      throw UsageError("check needs a file, a folder with -r, or --files-from")
    }
    if dashes > 1 { throw UsageError("- can be given only once: standard input is one picture") }
    if dashes == 1, arguments.filesFrom == dash {
      throw UsageError("standard input cannot be both a picture (-) and a list (--files-from -)")
    }
    if arguments.isNullSeparated, arguments.filesFrom == nil {
      throw UsageError("--null goes with --files-from")
    }
    profile = try Self.profile(arguments.profile)
    source = InputSource(
      operands: arguments.operands, list: try Self.list(arguments),
      isRecursive: arguments.isRecursive)
  }

  private static func profile(_ argument: Argument) throws(UsageError) -> Profile {
    guard let text = argument.exactText else {
      throw UsageError("the profile's path \"\(argument.printable)\" is not UTF-8")
    }
    do throws(ProfileError) {
      if text.utf8.contains(UInt8(ascii: "/")) || text.hasSuffix(".json") {
        return try Profile(contentsOf: text)
      }
      return try Profile(named: text)
    } catch {
      throw UsageError("profile \(error.description)")
    }
  }

  private static func list(_ arguments: LowArguments) throws(UsageError) -> PathList? {
    guard let name = arguments.filesFrom else { return nil }
    let isNullSeparated = arguments.isNullSeparated
    if name == Argument("-") {
      return PathList(
        name: name, descriptor: STDIN_FILENO, isNullSeparated: isNullSeparated)
    }
    let descriptor = name.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      throw UsageError(
        "the list of files \(name.printable) cannot be opened: \(SystemError.last.text)")
    }
    return PathList(name: name, descriptor: descriptor, isNullSeparated: isNullSeparated)
  }
}
