#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a path leads to, links followed.
enum FileKind: Hashable {
  /// A folder, with what tells it from every other folder of the machine.
  case folder(FileIdentity)
  /// An ordinary file.
  case file
  /// A pipe, socket or device.
  case special

  /// Asks the system.
  init(of path: Argument) throws(SystemError) {
    var facts = stat()
    guard path.withCString({ stat($0, &facts) }) == 0 else { throw SystemError.last }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR:
      self = .folder(
        FileIdentity(device: UInt64(truncatingIfNeeded: facts.st_dev), node: UInt64(facts.st_ino)))
    case S_IFREG: self = .file
    default: self = .special
    }
  }
}
