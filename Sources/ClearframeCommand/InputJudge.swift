import Clearframe

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes the report on one input, whatever kind it is.
struct InputJudge: Sendable {
  private let profile: Profile
  private let limits: Limits
  private let validator: Validator

  init(profile: Profile, limits: Limits) {
    self.profile = profile
    self.limits = limits
    validator = Validator(profile: profile, limits: limits)
  }

  /// The report on an input; nil after a cancellation.
  func report(on input: Input) -> Report? {
    switch input {
    case .unusable(let path, let reason):
      return Judge.unreadable(path: path.text, profile: profile, reason: reason)
    case .standardInput:
      return reportOnStandardInput()
    case .file(let path):
      guard let text = path.exactText else { return reportOnFile(at: path) }
      return validator.reportOnFile(at: text)
    }
  }

  /// Judges the picture on standard input, which may come slowly and must not hold up Ctrl-C.
  private func reportOnStandardInput() -> Report? {
    let name = "-"
    do throws(SystemError) {
      let bytes = try InputDescriptor.readAll(
        STDIN_FILENO, limit: limits.maximumFileBytes, shouldStop: { Task.isCancelled })
      guard let bytes else { return nil }
      guard bytes.count <= limits.maximumFileBytes else {
        let limit = NumberText.grouped(limits.maximumFileBytes)
        return Judge.unreadable(
          path: name, profile: profile, reason: "the picture has more than \(limit) bytes")
      }
      // The only error is a cancellation.
      return try? validator.validate(bytes: bytes, name: name)
    } catch {
      return Judge.unreadable(
        path: name, profile: profile, reason: "cannot read: \(error.text)")
    }
  }

  /// Judges a file whose name is not UTF-8, so that only its bytes lead to it.
  private func reportOnFile(at path: Argument) -> Report? {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
      return Judge.unreadable(
        path: path.text, profile: profile,
        reason: "cannot open: \(SystemError.last.text)")
    }
    defer { _ = close(descriptor) }
    do throws(ValidationError) {
      return try validator.validate(reading: descriptor, name: path.text)
    } catch {
      switch error {
      case .cancelled: return nil
      case .unreadable(let reason):
        return validator.unreadableReport(path: path.text, error: reason)
      }
    }
  }
}
