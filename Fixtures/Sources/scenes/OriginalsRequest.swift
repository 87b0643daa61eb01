import FixtureKit
import SceneKit

/// One run of `scenes originals`.
struct OriginalsRequest {
  var options = SceneOptions()
  var batch = PictureBatch()

  init(_ arguments: [String]) throws {
    guard arguments.count % 2 == 0 else {
      throw Misuse(description: "\(arguments.last ?? "") needs a value")
    }
    for index in stride(from: 0, to: arguments.count, by: 2) {
      try set(arguments[index], to: arguments[index + 1])
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
    case "--profile":
      guard let profile = SceneOptions.Profile(rawValue: value) else { throw wrong }
      options.profile = profile
    case "--origin":
      guard let origin = OriginalKind(rawValue: value) else { throw wrong }
      options.origin = origin
    case "--seed":
      guard let seed = UInt64(value) else { throw wrong }
      options.seed = seed
    case "--size":
      let parts = value.split(separator: "x").compactMap { Int($0) }
      guard parts.count == 2, parts.allSatisfy({ (64...12_000).contains($0) }) else { throw wrong }
      (options.longSide, options.shortSide) = (max(parts[0], parts[1]), min(parts[0], parts[1]))
    default: throw Misuse(description: "unknown option \(flag)")
    }
  }

  /// Makes the pictures and their labels.
  func run() throws {
    let generator = OriginalsGenerator(options)
    try batch.run(columns: OriginalsGenerator.columns) { index in
      let picture = try generator.picture(index)
      return .init(name: picture.name, bytes: picture.bytes, line: picture.line)
    }
  }
}
