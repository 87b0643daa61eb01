/// Why something could not be written.
enum OutputError: Error, Hashable {
  /// The reader went away: nobody wants more.
  case readerLeft
  /// The system refused, for example because a disk is full.
  case failed(SystemError)
}
