import Foundation

/// The memory of this process, in bytes.
enum ProcessMemory {
  /// What is resident now, on Linux; elsewhere the peak so far.
  static var resident: Int { status("VmRSS:") ?? maximum }

  /// The most that was resident so far.
  static var peak: Int { status("VmHWM:") ?? maximum }

  // The file claims a size of zero, which Foundation's readers take at its word.
  private static func status(_ key: String) -> Int? {
    guard let file = fopen("/proc/self/status", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 8_192)
    let count = fread(&buffer, 1, buffer.count, file)
    for line in String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
    where line.hasPrefix(key) {
      let number = line.dropFirst(key.count).split { $0 == " " || $0 == "\t" }.first
      return number.flatMap { Int($0) }.map { $0 * 1_024 }
    }
    return nil
  }

  // On Linux this figure outlives exec, so it is of use elsewhere only.
  private static var maximum: Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1_024
    #endif
  }
}
