import Clearframe

/// Everything that a command line names, as a lazy sequence of inputs.
struct InputSource: Sendable {
  private var operands: ArraySlice<Argument>
  private var list: PathList?
  private let isRecursive: Bool
  private var walk: FolderWalk?
  private var skippedBefore = SkippedEntries()

  /// First the operands in order, then the list.
  init(operands: [Argument], list: PathList? = nil, isRecursive: Bool) {
    self.operands = operands[...]
    self.list = list
    self.isRecursive = isRecursive
  }

  /// What has been left out of folders so far.
  var skipped: SkippedEntries { skippedBefore + (walk?.skipped ?? SkippedEntries()) }

  /// The next input; nil after the last, or where `shouldStop` says so.
  mutating func next(shouldStop: () -> Bool = { false }) -> Input? {
    while !shouldStop() {
      if walk != nil {
        if let input = walk?.next(shouldStop: shouldStop) { return input }
        skippedBefore = skipped
        walk = nil
      } else if let operand = operands.popFirst() {
        if operand.bytes == Array("-".utf8) { return .standardInput }
        if let input = open(operand) { return input }
      } else {
        guard let entry = list?.next(shouldStop: shouldStop), let name = list?.name else {
          return nil
        }
        switch entry {
        case .broken(let reason):
          return .unusable(name, reason: "the list of files \(reason)")
        case .path(let path):
          if let input = open(path) { return input }
        }
      }
    }
    return nil
  }

  /// The input that a path names; nil where it names a folder, which `walk` then walks.
  private mutating func open(_ path: Argument) -> Input? {
    guard !path.bytes.contains(0) else {
      return .unusable(path, reason: "cannot open: the path holds a NUL byte")
    }
    // A path that leads nowhere is left to the validator, whose words then are the same for all.
    guard let kind = try? FileKind(of: path) else { return .file(path) }
    switch kind {
    case .file: return .file(path)
    case .special:
      return .unusable(
        path, reason: "is a pipe, socket or device; give one picture on standard input as -")
    case .folder(let identity):
      guard isRecursive else {
        return .unusable(path, reason: "is a folder; use -r to judge the pictures in it")
      }
      walk = FolderWalk(path, identity: identity)
      return nil
    }
  }
}
