import Clearframe

/// A simple polygon in pixels, for the overlap of outlines.
struct Polygon {
  var points: [PixelPoint]

  /// The signed area by the shoelace formula; positive for clockwise on a screen.
  var signedArea: Double {
    var sum = 0.0
    for index in points.indices {
      let here = points[index]
      let next = points[(index + 1) % points.count]
      sum += here.x * next.y - next.x * here.y
    }
    return sum / 2
  }

  /// The part inside a convex polygon, by Sutherland and Hodgman (CACM 17, 1974).
  func clipped(to convex: Polygon) -> Polygon {
    var result = points
    let sign = convex.signedArea < 0 ? -1.0 : 1.0
    for index in convex.points.indices {
      let start = convex.points[index]
      let end = convex.points[(index + 1) % convex.points.count]
      func side(_ point: PixelPoint) -> Double {
        sign
          * ((end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x))
      }
      let input = result
      result = []
      for position in input.indices {
        let here = input[position]
        let next = input[(position + 1) % input.count]
        let hereSide = side(here)
        let nextSide = side(next)
        if hereSide >= 0 { result.append(here) }
        if (hereSide >= 0) != (nextSide >= 0) {
          let share = hereSide / (hereSide - nextSide)
          result.append(
            PixelPoint(
              x: here.x + share * (next.x - here.x), y: here.y + share * (next.y - here.y)))
        }
      }
    }
    return Polygon(points: result)
  }

  /// The Jaccard index of two convex outlines: intersection over union, 0 to 1.
  static func jaccard(_ first: Polygon, _ second: Polygon) -> Double {
    let intersection = first.clipped(to: second)
    let common = intersection.points.isEmpty ? 0 : abs(intersection.signedArea)
    let union = abs(first.signedArea) + abs(second.signedArea) - common
    return union > 0 ? common / union : 0
  }
}
