import Foundation

/// One run of the built command, from start to end.
struct CommandRun {
  let exitCode: Int32
  let output: String
  let diagnostics: String

  /// The lines of the output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The command beside the test runner.
  static var executable: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "clearframe")
  }

  /// A process that has not been started.
  static func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs the command to its end. Its output goes to files: no pipe can fill up and block it.
  init(
    _ arguments: [String], in folder: TemporaryFolder? = nil, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws {
    let scratch = try TemporaryFolder()
    let inputFile = try scratch.write("in", input)
    let outputFile = try scratch.write("out", [])
    let diagnosticsFile = try scratch.write("err", [])
    let process = Self.process(arguments)
    if let folder { process.currentDirectoryURL = URL(filePath: folder.path) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: inputFile)
    process.standardOutput = FileHandle(forWritingAtPath: outputFile)
    process.standardError = FileHandle(forWritingAtPath: diagnosticsFile)
    try process.run()
    process.waitUntilExit()
    // A process that a signal killed must not look like one that exited with that number.
    exitCode =
      process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    output = String(decoding: try Data(contentsOf: URL(filePath: outputFile)), as: UTF8.self)
    diagnostics = String(
      decoding: try Data(contentsOf: URL(filePath: diagnosticsFile)), as: UTF8.self)
  }
}
