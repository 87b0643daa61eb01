import Clearframe
import Foundation
import Testing

@testable import ClearframeCommand

@Suite struct InputSourceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// What a source yields, with the folder's path left out.
  private func inputs(
    _ names: String..., isRecursive: Bool = true
  ) -> (inputs: [String], skipped: SkippedEntries) {
    let operands = names.map { Argument($0 == "-" ? "-" : folder.path + $0) }
    var source = InputSource(operands: operands, isRecursive: isRecursive)
    var result: [String] = []
    while let input = source.next() {
      switch input {
      case .file(let path): result.append(short(path))
      case .standardInput: result.append("-")
      case .unusable(let path, let reason): result.append("\(short(path)): \(reason)")
      }
    }
    return (result, source.skipped)
  }

  private func short(_ path: Argument) -> String {
    path.text.replacingOccurrences(of: folder.path, with: "")
  }

  @Test func walksInTheOrderOfTheBytes() throws {
    for name in [
      "b.jpg", "B.jpg", "a/z.png", "a/a.png", "a.jpg", "é.jpg", "c/d/e.HEIC", "10.jpg", "9.jpg",
    ] {
      try folder.write(name, [0])
    }
    #expect(
      inputs("").inputs == [
        "/10.jpg", "/9.jpg", "/B.jpg", "/a/a.png", "/a/z.png", "/a.jpg", "/b.jpg", "/c/d/e.HEIC",
        "/é.jpg",
      ])
    #expect(
      inputs("/b.jpg", "-", "/a/", "/9.jpg").inputs
        == ["/b.jpg", "-", "/a/a.png", "/a/z.png", "/9.jpg"])
  }

  @Test func leavesOutAndCounts() throws {
    try folder.write(".hidden.jpg", TinyPicture.png)
    try folder.write(".git/x.jpg", TinyPicture.png)
    try folder.write("notes.txt", Array("text".utf8))
    try folder.write("empty", [])
    try folder.write("jpg", [0])
    try folder.write("picture", TinyPicture.png)
    try folder.write("camera.dat", [0xFF, 0xD8, 0xFF, 0xE1])
    #expect(mkfifo(folder.path + "/pipe.jpg", 0o600) == 0)
    let (inputs, skipped) = inputs("")
    #expect(inputs == ["/camera.dat", "/picture"])
    #expect(skipped == SkippedEntries(hidden: 2, nonImages: 3, specialFiles: 1))
  }

  @Test(arguments: [
    "jpg", "jpeg", "jpe", "jfif", "png", "heic", "heif", "avif", "webp", "gif", "bmp", "tif",
    "tiff", "JPG", "Png",
  ])
  func takesPicturesByName(suffix: String) throws {
    try folder.write("x.\(suffix)", [0])
    #expect(inputs("").inputs == ["/x.\(suffix)"])
  }

  @Test func namedEntriesAreTakenWhateverTheyAreCalled() throws {
    try folder.write(".hidden/notes.txt", [0])
    #expect(inputs("/.hidden/notes.txt").inputs == ["/.hidden/notes.txt"])
    try folder.write(".hidden/a.jpg", [0])
    #expect(inputs("/.hidden").inputs == ["/.hidden/a.jpg"])
    #expect(inputs("/nowhere.jpg").inputs == ["/nowhere.jpg"])
  }

  @Test func survivesLinks() throws {
    try folder.write("a/x.jpg", [0])
    try folder.link("a/up", to: "..")
    try folder.link("a/self.jpg", to: "self.jpg")
    try folder.link("a/gone.png", to: "nowhere")
    try folder.link("a/gone.txt", to: "nowhere")
    try folder.link("b", to: "a")
    try folder.link("c.jpg", to: "a/x.jpg")
    let (inputs, skipped) = inputs("")
    #expect(inputs.count == 4)
    #expect(inputs.first == "/a/gone.png: cannot open: No such file or directory")
    #expect(inputs.dropFirst().first?.hasPrefix("/a/self.jpg: cannot open: ") == true)
    #expect(inputs.suffix(2) == ["/a/x.jpg", "/c.jpg"])
    #expect(skipped == SkippedEntries(nonImages: 1, repeatedFolders: 2))
  }

  @Test func linksToEachOtherCostNoMoreThanTheFolders() throws {
    // Followed without a memory, these twelve folders would be walked in 12! ways. Eleven links
    // are followed; the others, and the eleven folders that were reached by a link, are repeats.
    for index in 0..<12 {
      try folder.write("d\(index)/x.jpg", [0])
      for other in 0..<12 where other != index {
        try folder.link("d\(index)/l\(other)", to: "../d\(other)")
      }
    }
    let (inputs, skipped) = inputs("")
    #expect(inputs.count == 12)
    #expect(skipped.repeatedFolders == 12 * 11)
  }

  @Test func foldersNeedARequest() throws {
    try folder.write("a/x.jpg", [0])
    try folder.write("y.jpg", [0])
    #expect(
      inputs("/a", "/y.jpg", isRecursive: false).inputs
        == ["/a: is a folder; use -r to judge the pictures in it", "/y.jpg"])
  }

  @Test func neverOpensNamedPipes() throws {
    #expect(mkfifo(folder.path + "/p", 0o600) == 0)
    #expect(inputs("/p").inputs.first?.contains("is a pipe") == true)
  }

  @Test func aPathWithNULIsNotCutThere() throws {
    try folder.write("a", [0])
    #expect(inputs("/a\0b").inputs == ["/a\0b: cannot open: the path holds a NUL byte"])
  }

  /// A tree deeper than any path can name: what cannot be looked at is told, not passed over.
  @Test func aFolderTooDeepForTheSystemIsAProblem() throws {
    let name = String(repeating: "d", count: 200)
    var levels = [open(folder.path, O_RDONLY | O_DIRECTORY)]
    // Too deep for Foundation to remove, too.
    defer {
      for level in levels.reversed() {
        _ = unlinkat(level, name, AT_REMOVEDIR)
        close(level)
      }
    }
    for _ in 0..<30 {
      #expect(mkdirat(levels[levels.count - 1], name, 0o700) == 0)
      levels.append(openat(levels[levels.count - 1], name, O_RDONLY | O_DIRECTORY))
    }
    var source = InputSource(operands: [Argument(folder.path)], isRecursive: true)
    guard case .unusable(let path, let reason)? = source.next() else {
      Issue.record("the folder was passed over")
      return
    }
    #expect(path.bytes.count > 4_000)
    #expect(reason.contains("too long"))
    #expect(source.next() == nil)
  }

  @Test func aFolderThatVanishesIsAProblemAndTheRestGoesOn() throws {
    var walk = FolderWalk(
      Argument(folder.path + "/gone"), identity: FileIdentity(device: 0, node: 0))
    guard case .unusable(_, let reason)? = walk.next(shouldStop: { false }) else {
      Issue.record("the folder was read")
      return
    }
    #expect(reason == "cannot read the folder: No such file or directory")
    #expect(walk.next(shouldStop: { false }) == nil)
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func aLockedFolderIsAProblemAndTheRestGoesOn() throws {
    try folder.write("a/x.jpg", [0])
    try folder.write("b.jpg", [0])
    chmod(folder.path + "/a", 0)
    defer { chmod(folder.path + "/a", 0o700) }
    #expect(
      inputs("").inputs == ["/a: cannot read the folder: Permission denied", "/b.jpg"])
  }

  @Test func stopsWhenTold() throws {
    try folder.write("x.jpg", [0])
    var source = InputSource(operands: [Argument(folder.path)], isRecursive: true)
    #expect(source.next(shouldStop: { true }) == nil)
    #expect(source.next() == .file(Argument(folder.path + "/x.jpg")))
  }
}
