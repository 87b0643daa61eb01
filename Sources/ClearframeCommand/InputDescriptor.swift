#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads from descriptors that may be slow or never end.
enum InputDescriptor {
  /// How often a wait for bytes looks whether it should stop, in milliseconds.
  private static let patience: Int32 = 100

  /// The next bytes, empty at the end; nil where `shouldStop` ended the wait.
  static func read(
    _ descriptor: Int32, atMost limit: Int, shouldStop: () -> Bool
  ) throws(SystemError) -> [UInt8]? {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      if shouldStop() { return nil }
      let ready = waitForEvents(&poll)
      if ready == 0 { continue }
      if ready < 0 {
        let failure = SystemError.last
        if failure.code == EINTR { continue }
        throw failure
      }
      var failure: SystemError?
      let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
        let result = readBytes(descriptor, buffer)
        count = max(0, result)
        if result < 0 { failure = SystemError.last }
      }
      guard let failure else { return bytes }
      guard [EINTR, EAGAIN].contains(failure.code) else { throw failure }
    }
  }

  /// Everything up to the end; nil where `shouldStop` ended the wait.
  ///
  /// At most one chunk more than `limit` bytes is read: whoever gets more than `limit` knows that
  /// there was too much.
  static func readAll(
    _ descriptor: Int32, limit: Int, shouldStop: () -> Bool
  ) throws(SystemError) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      guard let chunk = try read(descriptor, atMost: 1 << 18, shouldStop: shouldStop) else {
        return nil
      }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }

  private static func waitForEvents(_ descriptor: inout pollfd) -> Int32 {
    poll(&descriptor, 1, patience)
  }

  private static func readBytes(
    _ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
