import Clearframe
import Foundation

/// Compares Clearframe with the plain decode of the same file, in one run.
@main
struct Speed {
  static func main() {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      if options.isHelp {
        print(Options.usage)
      } else if let path = options.memoryFile {
        reportMemory(
          of: path, peer: options.memoryPeer, validator: try options.rules.validator())
      } else {
        run(options, try options.rules.validator())
      }
    } catch let mistake as Options.Mistake {
      complain("\(mistake.message)\n\(Options.usage)")
    } catch {
      complain("\(error)")
    }
  }

  private static func run(_ options: Options, _ validator: Validator) {
    let width = 4_000
    let height = 3_000
    print(
      "picture: \(width) x \(height); rules: \(options.rules.rawValue); \(options.repetitions) interleaved runs; "
        + "milliseconds of processor time")
    print(
      columns([
        "case", "file MB", "peer", "peer best", "median", "ours best", "median", "ratio best",
        "median", "goal", "peer MB", "ours MB",
      ]))
    let picture = DocumentPicture(width: width, height: height)
    for speedCase in options.cases {
      let bytes = speedCase.encode(picture)
      var peer = Timing()
      var ours = Timing()
      for _ in 0..<options.repetitions {
        guard peer.measure({ speedCase.runPeer(bytes) }) else {
          complain("\(speedCase.peerName) cannot decode its own file")
        }
        guard ours.measure({ Subject.run(bytes, with: validator) }) else {
          complain("Clearframe cannot decode \(speedCase.rawValue)")
        }
      }
      let memory = measureMemory(bytes, speedCase, options.rules)
      print(
        columns([
          speedCase.rawValue, megabytes(bytes.count), speedCase.peerName, decimal(peer.best, 1),
          decimal(peer.median, 1), decimal(ours.best, 1), decimal(ours.median, 1),
          decimal(ours.best / peer.best, 3), decimal(ours.median / peer.median, 3),
          speedCase.goal.map { decimal($0, 2) } ?? "-", memory.peer, memory.ours,
        ]))
    }
    print("MB: peak resident memory above start-up, the file's bytes included; 1 MB = 1,000,000")
  }

  /// Judges the file at `path` once and prints how far memory rose above start-up.
  private static func reportMemory(
    of path: String, peer: SpeedCase?, validator: Validator
  ) {
    let start = ProcessMemory.resident
    let isDone =
      peer.map { $0.runPeer(read(path)) } ?? Subject.run(contentsOf: path, with: validator)
    guard isDone else { complain("\(path) cannot be decoded") }
    print(ProcessMemory.peak - start)
  }

  /// The bytes of a file, read without a second copy.
  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { complain("\(path) cannot be opened") }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let length = max(0, ftell(file))
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = fread(buffer.baseAddress, 1, length, file)
    }
  }

  private static func measureMemory(
    _ bytes: [UInt8], _ speedCase: SpeedCase, _ rules: Subject
  ) -> (peer: String, ours: String) {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("clearframe-speed-\(getpid())-\(speedCase.rawValue)")
    defer { try? FileManager.default.removeItem(at: file) }
    guard FileManager.default.createFile(atPath: file.path, contents: Data(bytes)) else {
      complain("no temporary file can be written")
    }
    func child(_ more: [String]) -> String {
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      process.arguments = ["--memory-of", file.path] + more
      process.standardOutput = output
      guard (try? process.run()) != nil else { return "?" }
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
      return Int(text).map(megabytes) ?? "?"
    }
    return (child(["--memory-peer", speedCase.rawValue]), child(["--rules", rules.rawValue]))
  }

  private static func complain(_ message: String) -> Never {
    FileHandle.standardError.write(Data("speed: \(message)\n".utf8))
    exit(2)
  }

  private static func megabytes(_ bytes: Int) -> String { decimal(Double(bytes) / 1e6, 1) }

  private static func decimal(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  private static func columns(_ cells: [String]) -> String {
    let widths = [17, 8, 20, 10, 7, 10, 7, 11, 7, 5, 8, 8]
    return zip(cells, widths).map { cell, width in
      let padding = String(repeating: " ", count: max(0, width - cell.count))
      return width >= 17 ? cell + padding : padding + cell
    }.joined(separator: " ")
  }
}
