import FixtureKit
import Foundation
import SceneKit
import Synchronization

/// One run of `scenes portraits`.
struct PortraitRequest {
  var split = Split.dev
  var seed: UInt64 = 1
  var count = 10
  var first = 0
  var threads = 2
  var choice = PortraitGenerator.Choice()
  var output = ""

  init(_ arguments: [String]) throws {
    var remaining = arguments[...]
    while let flag = remaining.popFirst() {
      guard let value = remaining.popFirst() else {
        throw SceneRequest.Misuse(description: "\(flag) needs a value")
      }
      try set(flag, to: value)
    }
    if output.isEmpty { throw SceneRequest.Misuse(description: "--output is missing") }
  }

  private mutating func set(_ flag: String, to value: String) throws {
    let wrong = SceneRequest.Misuse(description: "\(flag) cannot be \(value)")
    func natural() throws -> Int {
      guard let number = Int(value), number >= 0 else { throw wrong }
      return number
    }
    switch flag {
    case "--split":
      guard let split = Split(rawValue: value) else { throw wrong }
      self.split = split
    case "--seed":
      guard let seed = UInt64(value) else { throw wrong }
      self.seed = seed
    case "--count": count = try natural()
    case "--first": first = try natural()
    case "--threads": threads = max(1, try natural())
    case "--tone":
      choice.tone = try natural()
      guard (1...10).contains(choice.tone ?? 0) else { throw wrong }
    case "--background":
      guard let kind = PortraitBackgroundKind(rawValue: value) else { throw wrong }
      choice.kind = kind
    case "--output": output = value
    default: throw SceneRequest.Misuse(description: "unknown option \(flag)")
    }
  }

  /// Makes the pictures on several threads and writes the labels in order.
  func run() throws {
    let folder = URL(fileURLWithPath: output)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let generator = PortraitGenerator(split: split, seed: seed)
    let lines = Mutex([String](repeating: "", count: count))
    let failure = Mutex<(any Error)?>(nil)
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, max(1, count))) { _ in
      while true {
        let index = next.withLock { value in
          defer { value += 1 }
          return value
        }
        if index >= count || failure.withLock({ $0 != nil }) { return }
        do {
          let picture = try generator.picture(first + index, choice: choice)
          let file = folder.appendingPathComponent(generator.name(first + index))
          try Data(picture.bytes).write(to: file)
          lines.withLock { $0[index] = picture.label.line }
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    let header = PortraitLabel.columns.joined(separator: ",")
    let text = ([header] + lines.withLock { $0 }).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: folder.appendingPathComponent("labels.csv"))
  }
}
