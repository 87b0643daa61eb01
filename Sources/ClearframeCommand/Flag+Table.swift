import Clearframe

extension Flag {
  /// The flags that every subcommand and the bare command understand.
  static let common: [Flag] = [
    Flag("help", "h", summary: "Print this help and stop.") { arguments, _ in
      arguments.wantsHelp = true
    },
    Flag("version", summary: "Print the version and stop.") { arguments, _ in
      arguments.wantsVersion = true
    },
  ]

  /// The flags of `check`, in the order of the help.
  static let check: [Flag] = [
    Flag(
      "profile", "p", value: "NAME|FILE",
      summary: """
        Judge by this profile: a shipped one by name, or a JSON file by a path that has a slash \
        or ends in .json. Default: id-card.
        """
    ) { arguments, value in
      arguments.profile = value
    },
    Flag(
      "format", "f", value: "FORMAT",
      summary: "Print the answer as "
        + ReportFormat.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")
        + ". Default: text."
    ) { arguments, value in
      arguments.format = value.text
    },
    Flag(
      "jobs", "j", value: "N",
      summary: "Judge up to N files at once, 1 to \(maximumJobs). Default: one per processor."
    ) { arguments, value throws(UsageError) in
      guard let jobs = Int(value.text), (1...maximumJobs).contains(jobs) else {
        throw UsageError(
          "--jobs takes a number from 1 to \(maximumJobs), not \"\(value.printable)\"")
      }
      arguments.jobs = jobs
    },
    Flag("recursive", "r", summary: "Walk folders and judge the pictures in them.") {
      arguments, _ in
      arguments.isRecursive = true
    },
    Flag(
      "files-from", value: "FILE|-",
      summary: "Also judge the paths that FILE, or standard input, lists one per line."
    ) { arguments, value in
      arguments.filesFrom = value
    },
    Flag("null", "0", summary: "The paths of --files-from end with NUL, not with a line feed.") {
      arguments, _ in
      arguments.isNullSeparated = true
    },
    Flag(
      "verbose", "v",
      summary: """
        In text, also tell of files that pass, every check and the facts about each file; in \
        sarif, also tell of checks that pass or are skipped.
        """
    ) { arguments, _ in
      arguments.isVerbose = true
    },
  ]

  /// More would only hold more files open; no machine in sight has as many processors.
  private static let maximumJobs = 1024
}
