import Foundation

/// Letters made of strokes on a small grid, drawn for these fixtures.
///
/// A glyph is a list of strokes; a stroke a list of points; a point two base-36 digits: x in half
/// units, and y in half units above the descender (4 is the baseline, c the x-height, g the
/// capital height). A stroke that begins with `~` is rounded.
enum StrokeFont {
  static let glyphs: [Character: String] = [
    "A": "044g84 2a6a", "B": "040g 0g5g7f7c5a0a 5a88865404", "C": "~8e6g2g0d07246486",
    "D": "040g5g8d875404", "E": "8g0g0484 0a6a", "F": "8g0g04 0a6a",
    "G": "~8e6g2g0d07246486 868a5a", "H": "040g 848g 0a8a", "I": "040g", "J": "6g66442406",
    "K": "040g 8g0a84", "L": "0g0474", "M": "040g4a8g84", "N": "040g848g",
    "O": "~2g6g8d876424070d2g", "P": "040g5g8f8b5a0a", "Q": "~2g6g8d876424070d2g 5784",
    "R": "040g5g8f8b5a0a 4a84", "S": "~8e6g2g0e0c2a6a8886642406", "T": "0g8g 4g44",
    "U": "0g072464878g", "V": "0g448g", "W": "0g244c648g", "X": "048g 0g84",
    "Y": "0g4a8g 4a44", "Z": "0g8g0484",
    "a": "~6a4c2c0a06244466 6c64", "b": "0g04 ~0a2c4c6a66442406", "c": "~6a4c2c0a06244466",
    "d": "6g64 ~6a4c2c0a06244466", "e": "~08686a4c2c0a06244465", "f": "5g3g2e24 0c4c",
    "g": "~6a4c2c0a06244466 6c624010", "h": "0g04 ~0a2c4c6a64", "i": "0c04 0f0e",
    "j": "3c321000 3f3e", "k": "0g04 5c0864", "l": "0g04", "m": "0c04 ~0a1c3c4a44 ~4a5c7c8a84",
    "n": "0c04 ~0a2c4c6a64", "o": "~2c4c6a664424060a2c", "p": "0c00 ~0a2c4c6a66442406",
    "q": "6c60 ~6a4c2c0a06244466", "r": "0c04 ~0a2c4c", "s": "~5b4c1c0b0a19475655441405",
    "t": "2g263454 0c4c", "u": "0c06244466 6c64", "v": "0c346c", "w": "0c244b648c",
    "x": "046c 0c64", "y": "0c34 6c20", "z": "0c6c0464",
    "0": "~2g4g6d674424070d2g", "1": "0e2g24", "2": "0e1g4g6e6c0464",
    "3": "0f1g4g6e6c4a2a 4a6866441406", "4": "545g0878", "5": "6g0g0b4b6966441405",
    "6": "5g3g0c06244466684a2a08", "7": "0g6g24", "8": "2a0c0e2g4g6e6c4a2a0806244466684a",
    "9": "1434686e4g2g0e0c2a4a6c",
    ".": "0405", ",": "1503", "-": "0a4a", "/": "046g", ":": "0405 0a0b", "<": "5c0854",
    "+": "0a6a 3d37", "(": "2g0d0724", ")": "0g2d2704", "#": "068b 0b86 242g 646g", "'": "0g0e",
    "*": "2b6f 6b2f 4g4a", "$": "~8e6g2g0e0c2a6a8886642406 4h43", "=": "0868 0b6b",
  ]

  /// The strokes of one character in units of the capital height, y upwards from the baseline,
  /// and its width; nil for a blank.
  static func strokes(of character: Character) -> (strokes: [[Vector2]], width: Float)? {
    guard let code = glyphs[character] else { return nil }
    var width: Float = 0
    var strokes: [[Vector2]] = []
    for part in code.split(separator: " ") {
      let rounded = part.hasPrefix("~")
      let digits = part.utf8.dropFirst(rounded ? 1 : 0).map(digit)
      var points: [Vector2] = []
      for index in stride(from: 0, to: digits.count - 1, by: 2) {
        let point = Vector2(digits[index] / 2, digits[index + 1] / 2 - 2) / 6
        width = max(width, point.x)
        points.append(point)
      }
      strokes.append(rounded ? smoothed(points) : points)
    }
    return (strokes, width)
  }

  private static func digit(_ byte: UInt8) -> Float {
    byte < 58 ? Float(byte) - 48 : Float(byte) - 87
  }

  private static func smoothed(_ points: [Vector2]) -> [Vector2] {
    guard points.count > 2 else { return points }
    var result: [Vector2] = [points[0]]
    for index in 0..<points.count - 1 {
      let before = points[max(0, index - 1)]
      let from = points[index]
      let to = points[index + 1]
      let after = points[min(points.count - 1, index + 2)]
      for step in 1...3 {
        let t = Float(step) / 3
        // Catmull-Rom through the points of the glyph.
        let linear = (to - before) * t
        let square = (before * 2 - from * 5 + to * 4 - after) * (t * t)
        let cube = (from * 3 - before - to * 3 + after) * (t * t * t)
        result.append(from + (linear + square + cube) * 0.5)
      }
    }
    return result
  }
}
