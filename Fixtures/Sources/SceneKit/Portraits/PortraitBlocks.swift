import FixtureKit
import Foundation

/// A finished portrait in square blocks: their mean colours, and how much the person covers.
struct PortraitBlocks {
  let columns: Int
  let rows: Int
  /// CIELAB colours, row by row.
  private(set) var lab: [Vector3]
  /// Luma, 0 to 255.
  private(set) var luma: [Float]
  /// The share that the person covers.
  private(set) var person: [Float]

  /// Takes the means of `side` by `side` pixels; `mask` says how much of each the person covers.
  init(_ picture: Bitmap, person mask: [UInt8], side: Int) {
    columns = picture.width / side
    rows = picture.height / side
    lab = []
    luma = []
    person = []
    for row in 0..<rows {
      for column in 0..<columns {
        var sum = (0, 0, 0, 0)
        for y in row * side..<(row + 1) * side {
          for x in column * side..<(column + 1) * side {
            let index = y * picture.width + x
            sum.0 += Int(picture.samples[index * 3])
            sum.1 += Int(picture.samples[index * 3 + 1])
            sum.2 += Int(picture.samples[index * 3 + 2])
            sum.3 += Int(mask[index])
          }
        }
        let scale = 1 / Float(side * side)
        let rgb = Vector3(Float(sum.0), Float(sum.1), Float(sum.2)) * (scale / 255)
        lab.append(Self.lab(rgb))
        luma.append((0.299 * rgb.x + 0.587 * rgb.y + 0.114 * rgb.z) * 255)
        person.append(Float(sum.3) * scale / 255)
      }
    }
  }

  /// CIELAB under D65 from sRGB codes of 0 to 1 (IEC 61966-2-1, CIE 15).
  static func lab(_ rgb: Vector3) -> Vector3 {
    let r = linear(coded: rgb.x)
    let g = linear(coded: rgb.y)
    let b = linear(coded: rgb.z)
    func f(_ t: Float) -> Float { t > 0.008856 ? cbrtf(t) : 7.787 * t + 16 / 116 }
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
    return Vector3(116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  /// Blocks at least two blocks away from the person.
  var background: [Int] {
    var result: [Int] = []
    for row in 0..<rows {
      for column in 0..<columns {
        var isFree = true
        for y in max(0, row - 2)...min(rows - 1, row + 2) where isFree {
          for x in max(0, column - 2)...min(columns - 1, column + 2)
          where person[y * columns + x] > 0.01 {
            isFree = false
            break
          }
        }
        if isFree { result.append(row * columns + column) }
      }
    }
    return result
  }

  func texture(of indexes: [Int]) -> Float {
    var isMember = [Bool](repeating: false, count: lab.count)
    for index in indexes { isMember[index] = true }
    var sum: Float = 0
    var count: Float = 0
    for index in indexes {
      let row = index / columns
      let column = index % columns
      guard row >= 2, column >= 2, row < rows - 2, column < columns - 2 else { continue }
      var local: Float = 0
      var isWhole = true
      for y in row - 2...row + 2 {
        for x in column - 2...column + 2 {
          local += lab[y * columns + x].x
          isWhole = isWhole && isMember[y * columns + x]
        }
      }
      guard isWhole else { continue }
      let d = lab[index].x - local / 25
      sum += d * d
      count += 1
    }
    return count > 0 ? (sum / count).squareRoot() : 0
  }
}
