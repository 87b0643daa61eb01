#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The names in one folder, sorted by their bytes, taken one after the other.
///
/// The names lie in one block of bytes: a folder of a million photos then costs tens of megabytes
/// instead of an array of a million arrays.
struct FolderListing: Sendable {
  /// The folder's path.
  let path: Argument
  private var bytes: [UInt8] = []
  private var names: [Range<Int>] = []
  private var position = 0

  /// Reads the names, without `.` and `..`.
  init(of path: Argument) throws(SystemError) {
    self.path = path
    guard let stream = path.withCString({ opendir($0) }) else { throw SystemError.last }
    defer { closedir(stream) }
    while true {
      // readdir tells its end from its failure only by what it does to errno.
      errno = 0
      guard let entry = readdir(stream) else {
        let failure = SystemError.last
        if failure.code != 0 { throw failure }
        break
      }
      let start = bytes.count
      withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: tuple.pointee))
        {
          var cursor = $0
          while cursor.pointee != 0 {
            bytes.append(cursor.pointee)
            cursor += 1
          }
        }
      }
      let name = bytes[start...]
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) {
        bytes.removeSubrange(start...)
      } else {
        names.append(start..<bytes.count)
      }
    }
    bytes.withUnsafeBufferPointer { all in
      names.sort { first, second in
        all[first].lexicographicallyPrecedes(all[second])
      }
    }
  }

  /// The next name; nil after the last.
  mutating func next() -> ArraySlice<UInt8>? {
    guard position < names.count else { return nil }
    defer { position += 1 }
    return bytes[names[position]]
  }
}
