import Foundation
import Synchronization

/// What all kinds of generated pictures have in common: how many, which, where to.
struct PictureBatch {
  /// One finished picture.
  struct Product {
    var name: String
    /// The file's bytes; nil where only the label is wanted.
    var bytes: [UInt8]?
    /// The picture's row of the label table.
    var line: String
  }

  var count = 10
  var first = 0
  var threads = 2
  var output = ""

  /// The whole number from 0 on that `value` writes.
  static func natural(_ flag: String, _ value: String) throws -> Int {
    guard let number = Int(value), number >= 0 else {
      throw Misuse(description: "\(flag) cannot be \(value)")
    }
    return number
  }

  /// Takes a flag that all kinds share; false where it is not one of them.
  mutating func set(_ flag: String, to value: String) throws -> Bool {
    switch flag {
    case "--count": count = try Self.natural(flag, value)
    case "--first": first = try Self.natural(flag, value)
    case "--threads": threads = max(1, try Self.natural(flag, value))
    case "--output": output = value
    default: return false
    }
    return true
  }

  /// Makes the pictures on several threads and writes the labels in order.
  func run(columns: [String], make: @Sendable (_ index: Int) throws -> Product) throws {
    let folder = URL(fileURLWithPath: output)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
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
          let product = try make(first + index)
          if let bytes = product.bytes {
            try Data(bytes).write(to: folder.appendingPathComponent(product.name))
          }
          lines.withLock { $0[index] = product.line }
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    let header = columns.joined(separator: ",")
    let text = ([header] + lines.withLock { $0 }).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: folder.appendingPathComponent("labels.csv"))
  }
}
