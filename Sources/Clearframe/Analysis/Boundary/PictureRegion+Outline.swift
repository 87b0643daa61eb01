extension PictureRegion {
  /// How far from a coarse side its edge is looked for, in reduced pixels, round by round.
  static let snapReaches: [Float] = [6, 4, 2.5]

  /// The region as an outline: its sides moved to the edges near them, and those along the frame
  /// replaced by its borders. Nil where the sides no longer make a convex outline.
  func outline(edges: EdgeMap, image: ReducedImage) -> OutlineHypothesis? {
    let width = Float(edges.width)
    let height = Float(edges.height)
    // A coarse cell is about four reduced pixels; the last, partial one is left out.
    let margin = 5 + Float(max(edges.width, edges.height)) / 100
    var lines: [EdgeLine] = []
    for index in 0..<4 {
      let from = corners[index]
      let to = corners[(index + 1) & 3]
      var line: EdgeLine
      if max(from.x, to.x) < margin {
        line = EdgeLine(normalX: 1, normalY: 0, offset: 0)
        line.isFrame = true
      } else if min(from.x, to.x) > width - margin {
        line = EdgeLine(normalX: 1, normalY: 0, offset: width)
        line.isFrame = true
      } else if max(from.y, to.y) < margin {
        line = EdgeLine(normalX: 0, normalY: 1, offset: 0)
        line.isFrame = true
      } else if min(from.y, to.y) > height - margin {
        line = EdgeLine(normalX: 0, normalY: 1, offset: height)
        line.isFrame = true
      } else {
        line = Self.snapped(from, to, edges: edges)
      }
      line.gatherEvidence(edges, in: image)
      lines.append(line)
    }
    guard lines.contains(where: { !$0.isFrame }) else { return nil }
    var moved: [SIMD2<Float>] = []
    for index in 0..<4 {
      guard let corner = lines[(index + 3) & 3].intersection(lines[index]) else { return nil }
      guard corner.x > -0.6 * width, corner.x < 1.6 * width, corner.y > -0.6 * height,
        corner.y < 1.6 * height
      else { return nil }
      moved.append(corner)
    }
    for index in 0..<4 {
      let before = moved[index] - moved[(index + 3) & 3]
      let after = moved[(index + 1) & 3] - moved[index]
      if before.x * after.y - before.y * after.x <= 0 { return nil }
    }
    var outline = OutlineHypothesis(lines: lines, corners: moved, score: 0)
    guard outline.area > OutlineSearch.areaFloor * width * height else { return nil }
    for index in 0..<4 {
      let one = lines[index].position(of: moved[index])
      let two = lines[index].position(of: moved[(index + 1) & 3])
      outline.score += OutlineSearch.evidence(of: lines[index], from: one, to: two)
    }
    return outline
  }

  /// The line through the edges near a coarse side that run along it.
  private static func snapped(
    _ from: SIMD2<Float>, _ to: SIMD2<Float>, edges: EdgeMap
  ) -> EdgeLine {
    let step = to - from
    let length = max(1, (step * step).sum().squareRoot())
    var direction = step / length
    var middle = (from + to) / 2
    edges.strength.withUnsafeBufferPointer { strengths in
      for reach in snapReaches {
        let normal = SIMD2(-direction.y, direction.x)
        var sums = SIMD4<Float>.zero
        var mixed: Float = 0
        var count = 0
        let half = Int(0.46 * length)
        let stepX = Int(normal.x * 65_536)
        let stepY = Int(normal.y * 65_536)
        for along in -half...max(-half, half) {
          let centre = middle + direction * Float(along)
          var best: Float = 0
          var bestDistance: Float = 0
          // Where both ends of the search lie in the picture, so does all between them.
          let isInside =
            edges.contains(centre - normal * reach) && edges.contains(centre + normal * reach)
          // Places as whole numbers with 16 binary places, to be spared a conversion at each. Steps
          // are cut towards zero, so that none leads past an end that lies in the picture.
          let start = centre - normal * reach
          var x = Int(start.x * 65_536)
          var y = Int(start.y * 65_536)
          for index in 0...Int(2 * reach) {
            defer {
              x &+= stepX
              y &+= stepY
            }
            let column = x >> 16
            let row = y >> 16
            guard
              isInside || (column >= 0 && row >= 0 && column < edges.width && row < edges.height)
            else { continue }
            let place = row &* edges.width &+ column
            // Most pixels are no edge, which is told before anything is computed.
            guard strengths[place] > best else { continue }
            let distance = Float(index) - reach
            let strength = strengths[place] * (1 - 0.3 * abs(distance) / reach)
            if strength > best,
              abs(edges.normalX[place] * normal.x + edges.normalY[place] * normal.y) > 0.93
            {
              best = strength
              bestDistance = distance
            }
          }
          guard best > 0 else { continue }
          let at = Float(along)
          sums += SIMD4(1, at, at * at, bestDistance) * best
          mixed += at * bestDistance * best
          count += 1
        }
        guard count * 4 > 2 * half, sums.x > 1e-3 else { break }
        let mean = sums.y / sums.x
        let variance = sums.z / sums.x - mean * mean
        guard variance > 1 else { break }
        let slope = (mixed / sums.x - mean * sums.w / sums.x) / variance
        let shift = sums.w / sums.x - slope * mean
        middle += normal * shift
        let turned = direction + normal * slope
        direction = turned / (turned * turned).sum().squareRoot()
      }
    }
    let normal = SIMD2(-direction.y, direction.x)
    return EdgeLine(
      normalX: normal.x, normalY: normal.y, offset: (normal * middle).sum())
  }
}
