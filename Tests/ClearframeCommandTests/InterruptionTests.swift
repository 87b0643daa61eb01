import Foundation
import Testing

/// Readers that leave and people who press Ctrl-C.
@Suite struct InterruptionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("whole.json", TinyPicture.wholenessProfile)
  }

  /// Reads until the text appears, or the writer is done.
  private func read(_ handle: FileHandle, until text: String) -> String {
    var bytes = Data()
    while bytes.range(of: Data(text.utf8)) == nil {
      let more = handle.availableData
      if more.isEmpty { break }
      bytes += more
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// More answers than a pipe holds, so that the command has to wait for its reader.
  private func writeBatch() throws {
    for index in 0..<400 { try folder.write("d/\(index).png", TinyPicture.png) }
  }

  @Test func aReaderThatLeavesEndsTheRunQuietly() throws {
    try writeBatch()
    let process = CommandRun.process([
      "check", "-p", folder.path + "/whole.json", "-r", "-fjsonl", folder.path + "/d",
    ])
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    #expect(read(output.fileHandleForReading, until: "\n").hasPrefix("{\"schema\":1"))
    try output.fileHandleForReading.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func oneSignalStopsCleanly(signal: Int32, exitCode: Int32) throws {
    let process = CommandRun.process(["check", "-fjson", "--files-from", "-"])
    let input = Pipe()
    let output = Pipe()
    let errors = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // The opening tells that the run has begun; it then waits for a list that never comes.
    let opening = read(output.fileHandleForReading, until: "[")
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == exitCode)
    let rest = try output.fileHandleForReading.readToEnd() ?? Data()
    let text = opening + String(decoding: rest, as: UTF8.self)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((object["summary"] as? [String: Any])?["complete"] as? Bool == false)
    let told = String(
      decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(told == "clearframe: stopped after 0 files\n")
    try input.fileHandleForWriting.close()
  }

  @Test(.timeLimit(.minutes(5)))
  func anAnswerDoesNotWaitForTheNextLineOfTheList() throws {
    try folder.write("a.png", TinyPicture.png)
    let process = CommandRun.process([
      "check", "-p", folder.path + "/whole.json", "-fjsonl", "--files-from", "-",
    ])
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for name in ["a.png", "missing.png", "", "a.png"] {
      // An empty name stands for a folder, which does not go to the decoder at all.
      try input.fileHandleForWriting.write(contentsOf: Data("\(folder.path)/\(name)\n".utf8))
      let answer = read(output.fileHandleForReading, until: "\n")
      #expect(answer.contains("\"path\":\"\(folder.path)/\(name)\""), "\(answer)")
    }
    try input.fileHandleForWriting.close()
    #expect(try output.fileHandleForReading.readToEnd() ?? Data() == Data())
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
  }

  @Test func aSecondSignalStopsAtOnce() throws {
    try writeBatch()
    let process = CommandRun.process([
      "check", "-p", folder.path + "/whole.json", "-r", "-fjson", folder.path + "/d",
    ])
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let opening = read(output.fileHandleForReading, until: "\n{")
    #expect(opening.hasPrefix("{\"schema\":1"))
    // Nobody reads on, so the run cannot finish its answer: only a second signal ends it.
    for _ in 0..<1000 where process.isRunning {
      kill(process.processIdentifier, SIGINT)
      usleep(20_000)
    }
    // Where signals do nothing the test must fail, not hang.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
  }
}
