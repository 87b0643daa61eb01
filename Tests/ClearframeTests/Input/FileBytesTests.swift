import Clearframe
import ClearframeTestSupport
import Foundation
import Testing

@Suite struct FileBytesTests {
  /// Runs `body` with the path of a fresh folder and removes the folder.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  private func contents(_ file: borrowing FileBytes) -> [UInt8] {
    file.withBytes { Array($0) }
  }

  private func error(opening path: String) -> FileError? {
    do throws(FileError) {
      _ = try FileBytes(contentsOf: path)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 300_000])
  func readsWholeFiles(count: Int) throws {
    try withFolder { folder in
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try write(bytes, folder + "/a")
      let file = try FileBytes(contentsOf: folder + "/a")
      let read = contents(file)
      let byteCount = file.byteCount
      let isComplete = file.isComplete
      #expect(read == bytes)
      #expect(byteCount == count)
      #expect(isComplete)
    }
  }

  @Test(arguments: [0, 1, 999, 1000, 1001])
  func keepsAPrefixOfLargeFiles(maximum: Int) throws {
    try withFolder { folder in
      let bytes = [UInt8](repeating: 7, count: 1000)
      try write(bytes, folder + "/a")
      let file = try FileBytes(contentsOf: folder + "/a", maximumByteCount: maximum)
      let read = contents(file)
      let byteCount = file.byteCount
      let isComplete = file.isComplete
      #expect(byteCount == 1000)
      #expect(isComplete == (maximum >= 1000))
      #expect(read == Array(bytes.prefix(maximum)))
    }
  }

  @Test func aHugeFileCostsAPrefix() throws {
    try withFolder { folder in
      // The file has no blocks on the disk, only a size.
      try write([1], folder + "/a")
      #expect(truncate(folder + "/a", 1 << 40) == 0)
      let file = try FileBytes(contentsOf: folder + "/a")
      let read = contents(file)
      let byteCount = file.byteCount
      #expect(byteCount == 1 << 40)
      #expect(read.count == FileBytes.prefixByteCount)
    }
  }

  @Test func namesWhatStandsInTheWay() throws {
    try withFolder { folder in
      let missing = folder + "/missing.jpg"
      #expect(error(opening: missing)?.message == "cannot open: No such file or directory")
      #expect(error(opening: missing)?.path == missing)
      #expect(error(opening: folder)?.cause == .isDirectory)
      #expect(error(opening: folder)?.description == "\(folder): is a directory")
      #expect(error(opening: "")?.message == "cannot open: No such file or directory")
      #expect(error(opening: "/dev/null")?.cause == .isNotRegularFile)
      try write([1], folder + "/a")
      #expect(error(opening: folder + "/a/b")?.message == "cannot open: Not a directory")
      #expect(
        error(opening: folder + "/a\0b")
          == FileError(
            path: folder + "/a\0b", cause: .cannotOpen(code: EINVAL)))
    }
  }

  @Test(.timeLimit(.minutes(5))) func refusesPipesWithoutWaiting() throws {
    try withFolder { folder in
      #expect(mkfifo(folder + "/pipe.jpg", 0o600) == 0)
      #expect(error(opening: folder + "/pipe.jpg")?.message == "is not a regular file")
    }
  }

  @Test func followsLinksAndNamesLoops() throws {
    try withFolder { folder in
      try write([1, 2], folder + "/a")
      #expect(symlink(folder + "/a", folder + "/link") == 0)
      #expect(symlink(folder + "/loop", folder + "/loop") == 0)
      let file = try FileBytes(contentsOf: folder + "/link")
      let read = contents(file)
      #expect(read == [1, 2])
      #expect(error(opening: folder + "/loop")?.cause == .cannotOpen(code: ELOOP))
    }
  }

  @Test(arguments: [0, 1, 5000, 60_000])
  func readsStreams(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: bytes)
    try pipe.fileHandleForWriting.close()
    let file = try FileBytes(reading: pipe.fileHandleForReading.fileDescriptor)
    let read = contents(file)
    let isComplete = file.isComplete
    #expect(read == bytes)
    #expect(isComplete)
  }

  @Test func cutsStreamsOverTheLimit() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: [UInt8](repeating: 1, count: 5000))
    try pipe.fileHandleForWriting.close()
    let file = try FileBytes(
      reading: pipe.fileHandleForReading.fileDescriptor, maximumByteCount: 4096)
    let read = contents(file)
    let byteCount = file.byteCount
    let isComplete = file.isComplete
    #expect(read.count == 4096)
    #expect(byteCount > 4096)
    #expect(!isComplete)
  }

  @Test func waitsForStreamsThatDoNotBlock() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    #expect(fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0)
    let writer = Thread {
      usleep(20_000)
      try? pipe.fileHandleForWriting.write(contentsOf: [1, 2, 3])
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let file = try FileBytes(reading: descriptor)
    let read = contents(file)
    #expect(read == [1, 2, 3])
  }

  @Test func refusesAClosedDescriptor() {
    #expect(throws: FileError(path: "-", cause: .cannotRead(code: EBADF))) {
      _ = try FileBytes(reading: -1)
    }
  }

  @Test func ownsACopyOfAnArray() {
    let file = FileBytes([1, 2, 3])
    let read = contents(file)
    #expect(read == [1, 2, 3])
    let empty = FileBytes([])
    let nothing = contents(empty)
    #expect(nothing.isEmpty)
  }

  #if os(Linux)
    // The kernel says that these files have no bytes, like a file that grows while it is read.
    @Test func readsFilesThatAreLongerThanTheySay() throws {
      let file = try FileBytes(contentsOf: "/proc/self/smaps")
      let read = contents(file)
      let isComplete = file.isComplete
      #expect(read.count > 4096)
      #expect(isComplete)
      let cut = try FileBytes(contentsOf: "/proc/self/smaps", maximumByteCount: 10)
      let isCutComplete = cut.isComplete
      let prefix = contents(cut)
      #expect(prefix.count == 10)
      #expect(!isCutComplete)
    }
  #endif

  @Test func headersComeFromPaths() throws {
    try withFolder { folder in
      let bytes = JPEGBuilder.flat(width: 9, height: 5).bytes
      try write(bytes, folder + "/a.png")
      let header = try ImageHeader(contentsOf: folder + "/a.png")
      #expect(header == ImageHeader(reading: bytes))
      #expect(header.storedSize == PixelSize(width: 9, height: 5))
      #expect(throws: FileError(path: folder, cause: .isDirectory)) {
        try ImageHeader(contentsOf: folder)
      }
    }
  }
}
