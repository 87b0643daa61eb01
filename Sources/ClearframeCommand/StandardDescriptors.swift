#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The three descriptors that every process is to be started with.
enum StandardDescriptors {
  /// Fills the places of standard descriptors that the caller closed.
  ///
  /// Else the first files opened would take their numbers: a photo could stand in for standard
  /// output, and answers would be written to whatever has the number by then. What is put there
  /// cannot be used, so that reading from or writing to it is still the error that it is.
  static func fillGaps() {
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
      // The lowest free number is given out, which is this one.
      _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
