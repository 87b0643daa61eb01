#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The owner of a file's bytes.
///
/// The bytes are read, not mapped: a mapped file that another process cuts short kills the reader.
package struct FileBytes: ~Copyable {
  /// How many bytes of a file over the limit are kept, enough to tell what it is.
  package static let prefixByteCount = 1 << 20

  private let storage: UnsafeMutableRawPointer?
  private let storedByteCount: Int
  /// The number of bytes in the file.
  ///
  /// For a stream over the limit this is what had been read when the limit was passed.
  package let byteCount: Int

  /// Whether all bytes are held; false where the file is over the limit and only a prefix is.
  package var isComplete: Bool { storedByteCount == byteCount }

  private init(storage: UnsafeMutableRawPointer?, storedByteCount: Int, byteCount: Int) {
    self.storage = storage
    self.storedByteCount = storedByteCount
    self.byteCount = byteCount
  }

  deinit {
    free(storage)
  }

  /// Copies bytes that are in memory already.
  package init(_ bytes: [UInt8]) {
    // A failed allocation of what an array already holds cannot be answered better than by the
    // array itself, which traps as well.
    let copy = UnsafeMutableRawBufferPointer.mallocCopy(of: bytes)
    self.init(storage: copy, storedByteCount: bytes.count, byteCount: bytes.count)
  }

  /// Reads a regular file.
  ///
  /// A file of more than `maximumByteCount` bytes is not an error: a prefix is kept.
  package init(
    contentsOf path: String, maximumByteCount: Int = Limits().maximumFileBytes
  ) throws(FileError) {
    // The C library would silently cut such a path and open another file.
    guard !path.utf8.contains(0) else {
      throw FileError(path: path, cause: .cannotOpen(code: EINVAL))
    }
    // Without O_NONBLOCK, opening a pipe that nobody writes to waits for ever.
    var descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    while descriptor < 0, errno == EINTR {
      descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      throw FileError(path: path, cause: .cannotOpen(code: errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(path: path, cause: .cannotOpen(code: errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileError(path: path, cause: .isDirectory)
    default: throw FileError(path: path, cause: .isNotRegularFile)
    }
    self = try Self.read(
      descriptor, path: path, status: status, maximumByteCount: maximumByteCount)
  }

  /// Reads a descriptor to its end, without closing it; `name` is for errors.
  package init(
    reading descriptor: Int32, name: String = "-",
    maximumByteCount: Int = Limits().maximumFileBytes
  ) throws(FileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(path: name, cause: .cannotRead(code: errno))
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path: name, cause: .isDirectory) }
    self = try Self.read(
      descriptor, path: name, status: status, maximumByteCount: maximumByteCount)
  }

  /// Lends the bytes for the length of one call.
  package borrowing func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: storage, count: storedByteCount))
  }

  private static func read(
    _ descriptor: Int32, path: String, status: stat, maximumByteCount: Int
  ) throws(FileError) -> FileBytes {
    let maximum = min(max(maximumByteCount, 0), Int.max - 2)
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    let expected = isRegular ? Int(clamping: status.st_size) : 0
    let isTooLarge = expected > maximum
    // One byte more than allowed is asked for: it tells a file at the limit from one over it.
    let ceiling = isTooLarge ? min(maximum, prefixByteCount) : maximum + 1
    // One byte more than expected is asked for, so that the end is seen without growing.
    var capacity = min(max(min(expected, ceiling - 1) + 1, 1 << 12), ceiling)
    guard var storage = malloc(max(capacity, 1)) else {
      throw FileError(path: path, cause: .outOfMemory)
    }
    var filled = 0
    while true {
      if filled == capacity {
        guard capacity < ceiling else { break }
        capacity = capacity > ceiling / 2 ? ceiling : capacity * 2
        guard let grown = realloc(storage, capacity) else {
          free(storage)
          throw FileError(path: path, cause: .outOfMemory)
        }
        storage = grown
      }
      // Systems limit one call to less than 2 GiB.
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, storage + filled, min(capacity - filled, 1 << 30))
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, storage + filled, min(capacity - filled, 1 << 30))
      #else
        let count = Glibc.read(descriptor, storage + filled, min(capacity - filled, 1 << 30))
      #endif
      if count > 0 {
        filled += count
      } else if count == 0 {
        break
      } else if errno == EAGAIN {
        // Standard input may have been made non-blocking by whoever shares it.
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&request, 1, -1)
      } else if errno != EINTR {
        let code = errno
        free(storage)
        throw FileError(
          path: path, cause: code == EISDIR ? .isDirectory : .cannotRead(code: code))
      }
    }
    if isTooLarge {
      return FileBytes(
        storage: storage, storedByteCount: filled, byteCount: max(expected, filled))
    }
    guard filled > maximum else {
      return FileBytes(storage: storage, storedByteCount: filled, byteCount: filled)
    }
    let kept = min(maximum, prefixByteCount)
    // Shrinking may fail only in theory; the longer block is as good.
    let shrunk = realloc(storage, max(kept, 1)) ?? storage
    return FileBytes(storage: shrunk, storedByteCount: kept, byteCount: filled)
  }
}

// The bytes are never written after the initialiser, and there is one owner.
extension FileBytes: @unchecked Sendable {}

extension UnsafeMutableRawBufferPointer {
  fileprivate static func mallocCopy(of bytes: [UInt8]) -> UnsafeMutableRawPointer? {
    guard !bytes.isEmpty else { return nil }
    guard let copy = malloc(bytes.count) else {
      preconditionFailure("no memory for a copy of \(bytes.count) bytes")
    }
    let target = UnsafeMutableRawBufferPointer(start: copy, count: bytes.count)
    bytes.withUnsafeBytes { target.copyMemory(from: $0) }
    return copy
  }
}
