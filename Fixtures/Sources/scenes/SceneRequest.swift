import FixtureKit
import Foundation
import SceneKit
import Synchronization

/// One run of `scenes generate`.
struct SceneRequest {
  var options = SceneOptions()
  var count = 10
  var first = 0
  var threads = 2
  var output = ""

  /// A wrong argument, in words.
  struct Misuse: Error, CustomStringConvertible {
    let description: String
  }

  init(_ arguments: [String]) throws {
    var index = 0
    while index < arguments.count {
      let flag = arguments[index]
      if flag == "--include-unsure" {
        options.includesUnsure = true
        index += 1
        continue
      }
      guard index + 1 < arguments.count else { throw Misuse(description: "\(flag) needs a value") }
      try set(flag, to: arguments[index + 1])
      index += 2
    }
    if output.isEmpty { throw Misuse(description: "--output is missing") }
  }

  private mutating func set(_ flag: String, to value: String) throws {
    let wrong = Misuse(description: "\(flag) cannot be \(value)")
    func natural() throws -> Int {
      guard let number = Int(value), number >= 0 else { throw wrong }
      return number
    }
    switch flag {
    case "--split":
      guard let split = Split(rawValue: value) else { throw wrong }
      options.split = split
    case "--count": count = try natural()
    case "--first": first = try natural()
    case "--threads": threads = max(1, try natural())
    case "--seed":
      guard let seed = UInt64(value) else { throw wrong }
      options.seed = seed
    case "--profile":
      guard let profile = SceneOptions.Profile(rawValue: value) else { throw wrong }
      options.profile = profile
    case "--clean-share":
      guard let share = Float(value), share >= 0, share <= 1 else { throw wrong }
      options.cleanShare = share
    case "--output": output = value
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

  /// Makes the pictures on several threads and writes the labels in order.
  func run() throws {
    let folder = URL(fileURLWithPath: output)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let generator = SceneGenerator(options)
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
          let picture = try generator.picture(first + index)
          let file = folder.appendingPathComponent(generator.name(first + index))
          try Data(picture.bytes).write(to: file)
          lines.withLock { $0[index] = picture.label.line }
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    let header = SceneLabel.columns.joined(separator: ",")
    let text = ([header] + lines.withLock { $0 }).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: folder.appendingPathComponent("labels.csv"))
  }
}
