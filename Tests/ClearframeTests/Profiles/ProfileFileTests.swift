import Clearframe
import Foundation
import Testing

@Suite struct ProfileFileTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("clearframe-profiles-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func error(_ path: String) -> ProfileError? {
    do throws(ProfileError) {
      _ = try Profile(contentsOf: path)
      return nil
    } catch {
      return error
    }
  }

  @Test func readsAFile() throws {
    try withFolder { folder in
      let path = folder + "/门户.json"
      try Data(#"{"name": "门户", "extends": "id-card"}"#.utf8).write(
        to: URL(fileURLWithPath: path))
      #expect(try Profile(contentsOf: path).name == "门户")
    }
  }

  @Test func namesTheFileInErrors() throws {
    try withFolder { folder in
      let path = folder + "/portal.json"
      try Data("{\n\"nam\": 1}".utf8).write(to: URL(fileURLWithPath: path))
      #expect(
        error(path)?.description
          == "\(path):2:1: nam: there is no such key; here stand $schema, name, extends, summary, "
          + "rules; did you mean \"name\"?")
    }
  }

  @Test func refusesWhatCannotBeRead() throws {
    try withFolder { folder in
      #expect(error(folder)?.kind == .unreadable)
      #expect(error(folder + "/missing.json")?.kind == .unreadable)
      #expect(error(folder + "/missing.json")?.message.contains("No such file") == true)
      #expect(error("")?.kind == .unreadable)
      #expect(error("a\0b")?.kind == .unreadable)
      let large = folder + "/large.json"
      try Data(repeating: 0x20, count: (1 << 20) + 1).write(to: URL(fileURLWithPath: large))
      #expect(error(large)?.kind == .unreadable)
      #expect(error(large)?.message.contains("1,048,576 bytes") == true)
      // Opening a pipe that nobody writes to must not wait for a writer.
      let pipe = folder + "/pipe.json"
      #expect(mkfifo(pipe, 0o600) == 0)
      #expect(error(pipe)?.message == "is not a regular file")
    }
    #expect(error("/dev/zero")?.kind == .unreadable)
  }
}
