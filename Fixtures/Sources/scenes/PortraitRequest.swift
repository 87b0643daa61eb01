import FixtureKit
import SceneKit

/// One run of `scenes portraits`.
struct PortraitRequest {
  var split = Split.dev
  var seed: UInt64 = 1
  var batch = PictureBatch()
  var choice = PortraitGenerator.Choice()
  /// Whether each picture is made once in each skin tone, and is otherwise the same.
  var isInEachTone = false

  init(_ arguments: [String]) throws {
    var remaining = arguments[...]
    while let flag = remaining.popFirst() {
      guard let value = remaining.popFirst() else {
        throw Misuse(description: "\(flag) needs a value")
      }
      try set(flag, to: value)
    }
    if batch.output.isEmpty { throw Misuse(description: "--output is missing") }
  }

  private mutating func set(_ flag: String, to value: String) throws {
    if try batch.set(flag, to: value) { return }
    let wrong = Misuse(description: "\(flag) cannot be \(value)")
    switch flag {
    case "--split":
      guard let split = Split(rawValue: value) else { throw wrong }
      self.split = split
    case "--seed":
      guard let seed = UInt64(value) else { throw wrong }
      self.seed = seed
    case "--tone" where value == "all":
      isInEachTone = true
    case "--tone":
      choice.tone = try PictureBatch.natural(flag, value)
      guard (1...10).contains(choice.tone ?? 0) else { throw wrong }
    case "--background":
      guard let kind = PortraitBackgroundKind(rawValue: value) else { throw wrong }
      choice.kind = kind
    default: throw Misuse(description: "unknown option \(flag)")
    }
  }

  /// Makes the pictures and their labels.
  func run() throws {
    let generator = PortraitGenerator(split: split, seed: seed)
    try batch.run(columns: PortraitLabel.columns) { [choice, isInEachTone] index in
      guard isInEachTone else {
        let picture = try generator.picture(index, choice: choice)
        return .init(
          name: generator.name(index), bytes: picture.bytes, line: picture.label.line)
      }
      var choice = choice
      choice.tone = index % 10 + 1
      let name = "tone-\(index % 10 + 1)-" + generator.name(index / 10)
      let picture = try generator.picture(index / 10, choice: choice, name: name)
      return .init(name: name, bytes: picture.bytes, line: picture.label.line)
    }
  }
}
