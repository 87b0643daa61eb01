import Foundation
import Testing

@testable import ClearframeCommand

@Suite struct PathListTests {
  private func entries(_ bytes: [UInt8], isNullSeparated: Bool = false) throws -> [PathList.Entry] {
    let folder = try TemporaryFolder()
    let handle = try #require(FileHandle(forReadingAtPath: try folder.write("list", bytes)))
    var list = PathList(
      name: Argument("list"), descriptor: handle.fileDescriptor, isNullSeparated: isNullSeparated)
    var entries: [PathList.Entry] = []
    while let entry = list.next(shouldStop: { false }) { entries.append(entry) }
    return entries
  }

  private func paths(_ names: String...) -> [PathList.Entry] {
    names.map { .path(Argument($0)) }
  }

  @Test func readsLines() throws {
    #expect(try entries(Array("a\n\nb c\r\n".utf8)) == paths("a", "b c"))
    #expect(try entries(Array("\u{FEFF}a\nb".utf8)) == paths("a", "b"))
    #expect(try entries([]) == [])
    #expect(try entries(Array("\n\n\r\n".utf8)) == [])
  }

  @Test func readsNullSeparatedPathsExactly() throws {
    let list = try entries(Array("a\nb\0 c\r\0\0d".utf8), isNullSeparated: true)
    #expect(list == paths("a\nb", " c\r", "d"))
  }

  @Test func readsAcrossChunks() throws {
    let names = (0..<20_000).map { "folder/file-\($0).jpg" }
    let list = try entries(Array(names.joined(separator: "\n").utf8))
    #expect(list == names.map { .path(Argument($0)) })
  }

  @Test func stopsAtAPathThatCannotBeOne() throws {
    let list = try entries(Array("a\n".utf8) + [UInt8](repeating: 0x61, count: 300_000))
    #expect(list.count == 2)
    #expect(list.first == .path(Argument("a")))
    guard case .broken(let reason)? = list.last else {
      Issue.record("\(list.count) entries")
      return
    }
    #expect(reason.contains("65536"))
  }

  @Test func aFolderIsABrokenList() throws {
    let folder = try TemporaryFolder()
    let handle = try #require(FileHandle(forReadingAtPath: folder.path))
    var list = PathList(
      name: Argument("x"), descriptor: handle.fileDescriptor, isNullSeparated: false)
    guard case .broken? = list.next(shouldStop: { false }) else {
      Issue.record("a folder was read as a list")
      return
    }
    #expect(list.next(shouldStop: { false }) == nil)
  }

  @Test func stopsWaitingWhenTold() throws {
    let pipe = Pipe()
    var list = PathList(
      name: Argument("-"), descriptor: pipe.fileHandleForReading.fileDescriptor,
      isNullSeparated: false)
    var questions = 0
    let entry = list.next(shouldStop: {
      questions += 1
      return questions > 2
    })
    #expect(entry == nil)
    try pipe.fileHandleForWriting.close()
  }
}
