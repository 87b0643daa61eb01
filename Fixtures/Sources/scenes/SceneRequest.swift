import FixtureKit
import SceneKit

/// One run of `scenes generate`.
struct SceneRequest {
  var options = SceneOptions()
  var batch = PictureBatch()
  /// Writes the label file alone, for pictures that are already there.
  var labelsOnly = false

  init(_ arguments: [String]) throws {
    var index = 0
    while index < arguments.count {
      let flag = arguments[index]
      if flag == "--include-unsure" {
        options.includesUnsure = true
        index += 1
        continue
      }
      if flag == "--labels-only" {
        labelsOnly = true
        index += 1
        continue
      }
      guard index + 1 < arguments.count else { throw Misuse(description: "\(flag) needs a value") }
      try set(flag, to: arguments[index + 1])
      index += 2
    }
    if batch.output.isEmpty { throw Misuse(description: "--output is missing") }
  }

  private mutating func set(_ flag: String, to value: String) throws {
    if try batch.set(flag, to: value) { return }
    let wrong = Misuse(description: "\(flag) cannot be \(value)")
    switch flag {
    case "--split":
      guard let split = Split(rawValue: value) else { throw wrong }
      options.split = split
    case "--seed":
      guard let seed = UInt64(value) else { throw wrong }
      options.seed = seed
    case "--profile":
      guard let profile = SceneOptions.Profile(rawValue: value) else { throw wrong }
      options.profile = profile
    case "--clean-share":
      guard let share = Float(value), share >= 0, share <= 1 else { throw wrong }
      options.cleanShare = share
    case "--defect":
      guard let defect = SceneDefect(rawValue: value) else { throw wrong }
      options.defect = defect
    case "--size":
      let named = [
        "12mp": (4000, 3000), "8mp": (3264, 2448), "5mp": (2592, 1944), "3mp": (2000, 1500),
        "2mp": (1600, 1200),
      ]
      let parts = value.split(separator: "x").compactMap { Int($0) }
      if let (long, short) = named[value] {
        (options.longSide, options.shortSide) = (long, short)
      } else if parts.count == 2, parts.allSatisfy({ (64...12_000).contains($0) }) {
        (options.longSide, options.shortSide) = (max(parts[0], parts[1]), min(parts[0], parts[1]))
      } else {
        throw wrong
      }
    default: throw Misuse(description: "unknown option \(flag)")
    }
  }

  /// Makes the pictures and their labels.
  func run() throws {
    let generator = SceneGenerator(options)
    try batch.run(columns: SceneLabel.columns) { [labelsOnly] index in
      if labelsOnly {
        return .init(name: generator.name(index), bytes: nil, line: generator.label(index).line)
      }
      let picture = try generator.picture(index)
      return .init(
        name: generator.name(index), bytes: picture.bytes, line: picture.label.line)
    }
  }
}
