import FixtureKit
import Foundation
import SceneKit
import Synchronization

/// One run of `scenes originals`.
struct OriginalsRequest {
  var options = SceneOptions()
  var count = 10
  var first = 0
  var threads = 2
  var output = ""

  init(_ arguments: [String]) throws {
    guard arguments.count % 2 == 0 else {
      throw SceneRequest.Misuse(description: "\(arguments.last ?? "") needs a value")
    }
    for index in stride(from: 0, to: arguments.count, by: 2) {
      try set(arguments[index], to: arguments[index + 1])
    }
    if output.isEmpty { throw SceneRequest.Misuse(description: "--output is missing") }
  }

  private mutating func set(_ flag: String, to value: String) throws {
    let wrong = SceneRequest.Misuse(description: "\(flag) cannot be \(value)")
    switch flag {
    case "--output": output = value
    case "--split":
      guard let split = Split(rawValue: value) else { throw wrong }
      options.split = split
    case "--profile":
      guard let profile = SceneOptions.Profile(rawValue: value) else { throw wrong }
      options.profile = profile
    case "--count", "--first", "--threads", "--seed":
      guard let number = Int(value), number >= 0 else { throw wrong }
      switch flag {
      case "--count": count = number
      case "--first": first = number
      case "--threads": threads = max(1, number)
      default: options.seed = UInt64(number)
      }
    case "--size":
      let parts = value.split(separator: "x").compactMap { Int($0) }
      guard parts.count == 2, parts.allSatisfy({ (64...12_000).contains($0) }) else { throw wrong }
      (options.longSide, options.shortSide) = (max(parts[0], parts[1]), min(parts[0], parts[1]))
    default: throw SceneRequest.Misuse(description: "unknown option \(flag)")
    }
  }

  /// Makes the pictures on several threads and writes the labels in order.
  func run() throws {
    let folder = URL(fileURLWithPath: output)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let generator = OriginalsGenerator(options)
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
          try Data(picture.bytes).write(to: folder.appendingPathComponent(picture.name))
          lines.withLock { $0[index] = picture.line }
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    let header = OriginalsGenerator.columns.joined(separator: ",")
    let text = ([header] + lines.withLock { $0 }).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: folder.appendingPathComponent("labels.csv"))
  }
}
