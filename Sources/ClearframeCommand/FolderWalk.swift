import Clearframe

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Walks a folder and everything below it, one input at a time.
///
/// Entries come depth first, sorted by the bytes of their names, so that two runs print the same.
/// Links to files are followed. Links to folders are followed too, but each folder is entered only
/// once per walk, where it comes first: loops end, and no arrangement of links multiplies the work.
struct FolderWalk: Sendable {
  /// What has been left out so far.
  private(set) var skipped = SkippedEntries()
  private var open: [FolderListing] = []
  private var visited: Set<FileIdentity>
  /// A folder that is still to be opened; reading it is put off until its first entry is wanted.
  private var unopened: Argument?

  /// Starts at a folder, which is walked even where its own name is hidden.
  init(_ folder: Argument, identity: FileIdentity) {
    unopened = folder
    visited = [identity]
  }

  /// The next file or problem; nil after the last. Stops early where `shouldStop` says so.
  mutating func next(shouldStop: () -> Bool) -> Input? {
    while !shouldStop() {
      if let folder = unopened {
        unopened = nil
        do throws(SystemError) {
          open.append(try FolderListing(of: folder))
        } catch {
          return .unusable(folder, reason: "cannot read the folder: \(error.text)")
        }
      }
      guard let top = open.indices.last else { return nil }
      guard let name = open[top].next() else {
        open.removeLast()
        continue
      }
      if name.first == UInt8(ascii: ".") {
        skipped.hidden += 1
      } else if let input = visit(open[top].path.appending(name)) {
        return input
      }
    }
    return nil
  }

  private mutating func visit(_ path: Argument) -> Input? {
    let kind: FileKind
    do throws(SystemError) {
      kind = try FileKind(of: path)
    } catch {
      // A broken link, or a folder that lists its names but does not let them be looked up. What
      // lies too deep for the system may be a folder full of pictures, so it is told in any case.
      if ImageName.isImage(path) || error.code == ENAMETOOLONG {
        return .unusable(path, reason: "cannot open: \(error.text)")
      }
      skipped.nonImages += 1
      return nil
    }
    switch kind {
    case .folder(let identity):
      if visited.insert(identity).inserted {
        unopened = path
      } else {
        skipped.repeatedFolders += 1
      }
      return nil
    case .special:
      skipped.specialFiles += 1
      return nil
    case .file:
      guard ImageName.isImage(path) || ImageName.beginsLikeImage(path) else {
        skipped.nonImages += 1
        return nil
      }
      return .file(path)
    }
  }
}
