/// How many entries of the folders were left out, by reason.
public struct SkippedEntries: Sendable, Hashable {
  /// Files and folders whose name begins with a dot.
  public var hidden: Int
  /// Files whose name and first bytes are no picture's.
  public var nonImages: Int
  /// Pipes, sockets and devices, which are never opened.
  public var specialFiles: Int
  /// Folders reached a second time through a symbolic link.
  public var repeatedFolders: Int

  /// Makes the counts; each one left out is 0.
  public init(
    hidden: Int = 0, nonImages: Int = 0, specialFiles: Int = 0, repeatedFolders: Int = 0
  ) {
    self.hidden = hidden
    self.nonImages = nonImages
    self.specialFiles = specialFiles
    self.repeatedFolders = repeatedFolders
  }

  /// The number of entries left out for any reason.
  public var total: Int { hidden + nonImages + specialFiles + repeatedFolders }
}

extension SkippedEntries {
  /// The counts of both.
  public static func + (first: SkippedEntries, second: SkippedEntries) -> SkippedEntries {
    SkippedEntries(
      hidden: first.hidden + second.hidden, nonImages: first.nonImages + second.nonImages,
      specialFiles: first.specialFiles + second.specialFiles,
      repeatedFolders: first.repeatedFolders + second.repeatedFolders)
  }
}
