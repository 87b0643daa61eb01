/// Judges files by a profile: the library's front door.
///
/// A validator keeps nothing of one file for the next; one value may serve any number of tasks at
/// once.
public struct Validator: Sendable {
  /// The rules and their numbers.
  public let profile: Profile
  /// The safety limits that apply before anything is allocated.
  public let limits: Limits
  /// What finds faces; nil where the build has no face detection.
  let faceModel: (any FaceModel)?

  /// Makes a validator for a profile.
  ///
  /// - Parameters:
  ///   - profile: The rules and their numbers.
  ///   - limits: The safety limits that apply before anything is allocated.
  ///   - faceModelFolder: The folder with OpenCV's cascade files, read when the first face is
  ///     looked for; nil for `/usr/share/opencv4/haarcascades`. Only a build with the package trait
  ///     `FaceDetection` looks for faces; where a file is missing, the rules on faces are skipped
  ///     and say so.
  public init(
    profile: Profile, limits: Limits = Limits(), faceModelFolder: String? = nil
  ) {
    self.profile = profile
    self.limits = limits
    #if FaceDetection
      faceModel = CascadeFaceModel(folder: faceModelFolder ?? CascadeFaceModel.systemFolder)
    #else
      faceModel = nil
    #endif
  }

  /// Judges one file.
  ///
  /// A bad picture is a report, not an error. Throws `.unreadable` where the file cannot be opened
  /// or read, and `.cancelled` where the surrounding task is cancelled.
  public func validate(contentsOf path: String) throws(ValidationError) -> Report {
    let file: FileBytes
    do throws(FileError) {
      file = try FileBytes(contentsOf: path, maximumByteCount: limits.maximumFileBytes)
    } catch {
      throw .unreadable(error)
    }
    return try report(on: file, path: path)
  }

  /// Judges bytes that are already in memory; `name` stands for the path in the report.
  ///
  /// Throws only `.cancelled`.
  public func validate(bytes: [UInt8], name: String = "-") throws(ValidationError) -> Report {
    try bytes.withUnsafeBufferPointer { (bytes) throws(ValidationError) in
      try report(
        on: UnsafeRawBufferPointer(bytes), fileByteCount: bytes.count, path: name)
    }
  }

  /// Judges one picture read from an open descriptor, such as standard input's, to its end.
  ///
  /// `name` stands for the path in the report; the descriptor stays open. Throws as for a path.
  public func validate(
    reading descriptor: Int32, name: String = "-"
  ) throws(ValidationError) -> Report {
    let file: FileBytes
    do throws(FileError) {
      file = try FileBytes(
        reading: descriptor, name: name, maximumByteCount: limits.maximumFileBytes)
    } catch {
      throw .unreadable(error)
    }
    return try report(on: file, path: name)
  }

  /// Judges many files, `concurrency` at a time, and hands out the reports in input order.
  ///
  /// A file that cannot be opened is a report with an `error`; the rest is still judged.
  public func validate(
    _ paths: some Sequence<String> & Sendable, concurrency: Int
  ) -> ReportSequence {
    ReportSequence(concurrency: concurrency) {
      paths.lazy.map { path -> ReportJob in { reportOnFile(at: path) } }.makeIterator()
    }
  }

  /// The report on a file, with reading errors as reports; nil where the task is cancelled.
  package func reportOnFile(at path: String) -> Report? {
    do throws(ValidationError) {
      return try validate(contentsOf: path)
    } catch {
      switch error {
      case .cancelled: return nil
      case .unreadable(let reason): return unreadableReport(path: path, error: reason)
      }
    }
  }

  /// The report on a file that could not be opened or read: it fails and says why.
  public func unreadableReport(path: String, error: FileError) -> Report {
    Judge.unreadable(path: path, profile: profile, reason: error.message)
  }
}
