import CTestCodecs
import Clearframe
import ClearframeTestSupport
import Foundation
import Testing

struct ValidatorTests {
  private static func pictureBytes(width: Int = 120, height: Int = 90, seed: UInt64 = 3)
    throws -> [UInt8]
  {
    let sample = try #require(
      JPEGSample(
        width: width, height: height, input: CTEST_RGB, stored: CTEST_YCBCR, seed: seed))
    return sample.bytes
  }

  @Test func everyRuleOfTheProfileAppearsOnce() throws {
    let bytes = try Self.pictureBytes()
    for profile in Profile.shipped {
      let report = try Validator(profile: profile).validate(bytes: bytes)
      let expected = profile.rules.filter { $0.severity != .off }.map(\.rule)
      #expect(report.checks.map(\.rule) == expected)
      #expect(report.profile == profile.name)
      #expect(report.path == "-")
      #expect(report.file?.width == 120)
      #expect(report.file?.height == 90)
    }
  }

  @Test func bytesFileAndDescriptorGiveTheSameReport() throws {
    let folder = try TemporaryFolder()
    let bytes = try Self.pictureBytes()
    let path = try folder.write(bytes, to: "picture.jpg")
    let validator = Validator(profile: .document)
    let fromPath = try validator.validate(contentsOf: path)
    let fromBytes = try validator.validate(bytes: bytes, name: path)
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    let fromDescriptor = try validator.validate(reading: descriptor, name: path)
    #expect(fromPath == fromBytes)
    #expect(fromPath == fromDescriptor)
  }

  @Test func aBadPictureIsAReportAndAMissingFileAnError() throws {
    let validator = Validator(profile: .idCard)
    let report = try validator.validate(bytes: Array("not a picture".utf8), name: "note.jpg")
    #expect(report.verdict == .fail)
    #expect(report.checks.first { $0.rule == "unsupported-format" }?.outcome == .fail)
    #expect(report.checks.first { $0.rule == "too-dark" }?.outcome == .skipped)
    let folder = try TemporaryFolder()
    let missing = folder.path + "/missing.jpg"
    do throws(ValidationError) {
      _ = try validator.validate(contentsOf: missing)
      Issue.record("a missing file was judged")
    } catch {
      guard case .unreadable(let reason) = error else {
        Issue.record("wrong error \(error)")
        return
      }
      #expect(reason.path == missing)
    }
  }

  @Test func aFileOverTheByteLimitIsAReport() throws {
    let bytes = try Self.pictureBytes()
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "picture.jpg")
    let limits = Limits(maximumFileBytes: bytes.count - 1)
    let report = try Validator(profile: .idCard, limits: limits).validate(contentsOf: path)
    #expect(report.checks.first { $0.rule == "decoder-limit" }?.outcome == .fail)
    #expect(report.file?.bytes == bytes.count)
    let allowed = Limits(maximumFileBytes: bytes.count)
    let other = try Validator(profile: .idCard, limits: allowed).validate(contentsOf: path)
    #expect(other.checks.first { $0.rule == "decoder-limit" }?.outcome == .pass)
  }

  @Test(arguments: [1, 2, 7])
  func aBatchKeepsTheInputOrderAndLosesNothing(concurrency: Int) async throws {
    let folder = try TemporaryFolder()
    let large = try folder.write(
      Self.pictureBytes(width: 320, height: 240), to: "large.jpg")
    let small = try folder.write(Self.pictureBytes(width: 20, height: 20), to: "small.jpg")
    let paths = (0..<60).map { index in
      index % 10 == 0 ? large : index % 7 == 0 ? folder.path + "/missing-\(index)" : small
    }
    var seen: [Report] = []
    for await report in Validator(profile: .idCard).validate(paths, concurrency: concurrency) {
      seen.append(report)
    }
    #expect(seen.map(\.path) == paths)
    for report in seen {
      #expect((report.error != nil) == report.path.contains("missing"))
      #expect((report.file == nil) == report.path.contains("missing"))
    }
  }

  @Test func anEmptyBatchEndsAtOnce() async {
    var count = 0
    for await _ in Validator(profile: .idCard).validate([String](), concurrency: 4) { count += 1 }
    #expect(count == 0)
  }

  @Test func pathsArePulledOnlyAFewFilesAhead() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.pictureBytes(width: 20, height: 20), to: "small.jpg")
    let counter = PullCounter()
    let paths = CountingPaths(path: path, count: 10_000, counter: counter)
    var iterator = Validator(profile: .idCard).validate(paths, concurrency: 2)
      .makeAsyncIterator()
    for _ in 0..<5 { _ = await iterator.next() }
    #expect(counter.value < 40)
  }

  @Test(.timeLimit(.minutes(5)))
  func aReportDoesNotWaitForTheNextPath() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.pictureBytes(width: 20, height: 20), to: "small.jpg")
    let paths = GatedPaths(path: path, count: 5)
    var iterator = Validator(profile: .idCard).validate(paths, concurrency: 3).makeAsyncIterator()
    for _ in 0..<5 {
      // The sequence has no further path until it is allowed one.
      paths.gate.allowOne()
      #expect(await iterator.next()?.path == path)
    }
    paths.gate.allowOne()
    #expect(await iterator.next() == nil)
  }

  @Test(.timeLimit(.minutes(5)))
  func aCancelledTaskDoesNotWaitForTheNextPath() async throws {
    let paths = GatedPaths(path: "/nowhere", count: 5)
    let task = Task {
      for await _ in Validator(profile: .idCard).validate(paths, concurrency: 2) {}
      return Task.isCancelled
    }
    try await Task.sleep(for: .milliseconds(20))
    task.cancel()
    #expect(await task.value)
    // Lets the pulling thread end.
    paths.gate.allowOne()
  }

  @Test func aSecondRunStartsAnew() async throws {
    let sequence = Validator(profile: .idCard).validate(["/none/a", "/none/b"], concurrency: 2)
    for _ in 0..<2 {
      var seen: [String] = []
      for await report in sequence { seen.append(report.path) }
      #expect(seen == ["/none/a", "/none/b"])
    }
  }

  @Test func aCancelledTaskEndsTheBatchEarly() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.pictureBytes(), to: "picture.jpg")
    let paths = Array(repeating: path, count: 5_000)
    let task = Task {
      var count = 0
      for await _ in Validator(profile: .idCard).validate(paths, concurrency: 2) {
        count += 1
        if count == 3 { withUnsafeCurrentTask { $0?.cancel() } }
      }
      return count
    }
    #expect(await task.value == 3)
  }

  @Test func aCancelledTaskGetsNoReport() async throws {
    let bytes = try Self.pictureBytes()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      do throws(ValidationError) {
        _ = try Validator(profile: .idCard).validate(bytes: bytes)
        return false
      } catch {
        return error == .cancelled
      }
    }
    #expect(await task.value)
  }
}
