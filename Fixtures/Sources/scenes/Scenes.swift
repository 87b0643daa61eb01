import FixtureKit
import Foundation
import SceneKit

/// Makes labelled photos: `scenes generate --split dev --count 150 --output DIR`.
@main
struct Scenes {
  static let usage = """
    usage: scenes generate [--split dev|test] [--count N] [--first N] [--seed S]
                           [--size 12mp|8mp|5mp|3mp|2mp|WIDTHxHEIGHT]
                           [--profile id-card|document|mixed] [--clean-share 0...1]
                           [--defect NAME] [--include-unsure] [--labels-only]
                           [--threads N] --output DIR
           scenes originals [--split dev|test] [--count N] [--first N] [--seed S]
                            [--size WIDTHxHEIGHT] [--profile id-card|document|mixed]
                            [--origin no|recapture|screenshot|copy] [--threads N] --output DIR
           scenes portraits [--split dev|test] [--count N] [--first N] [--seed S]
                            [--background KIND] [--tone 1...10|all] [--threads N] --output DIR
           scenes columns
    """

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == ["columns"] {
      for column in SceneLabel.descriptions { print("\(column.name): \(column.meaning)") }
      return
    }
    do {
      switch arguments.first {
      case "originals":
        try OriginalsRequest(Array(arguments.dropFirst())).run()
        return
      case "portraits":
        try PortraitRequest(Array(arguments.dropFirst())).run()
        return
      case "generate": break
      default: fail(usage)
      }
      let request = try SceneRequest(Array(arguments.dropFirst()))
      try request.run()
    } catch {
      fail("scenes: \(error)\n" + usage)
    }
  }

  static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }
}
