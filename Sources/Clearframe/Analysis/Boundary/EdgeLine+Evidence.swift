extension EdgeLine {
  /// The evidence of a pixel of a side where no edge lies: a log-likelihood in rough units, in
  /// which a clean edge counts 1.
  static let absentEvidence: Float = -0.9
  /// The evidence per pixel of a side that the frame cuts off: nothing speaks for it, and a quad
  /// that can do without is preferred.
  static let frameEvidence: Float = -0.3

  /// Half the window, in pixels along the line, in which steps are compared.
  static let agreementReach = 8
  /// The noise of a step across the line, in squared levels, which keeps the agreement of two
  /// nothings small.
  static let agreementNoise: Float = 0.3

  /// Clips the line to the frame of `edges` and sums the evidence of edges along it.
  ///
  /// Each step of one pixel takes the strongest edge within two pixels across whose direction
  /// agrees to 20 degrees; edges off the line count less, so that a bowed side keeps most of its
  /// evidence.
  mutating func gatherEvidence(_ edges: EdgeMap, in image: ReducedImage) {
    clip(width: Float(edges.width), height: Float(edges.height))
    let count = max(0, Int(exit - entry))
    var sums = [Float](repeating: 0, count: count + 1)
    if isFrame {
      for step in 0..<count { sums[step + 1] = sums[step] + Self.frameEvidence }
      evidence = sums
      return
    }
    edges.strength.withUnsafeBufferPointer { strength in
      for step in 0..<count {
        let centre = point(at: entry + Float(step) + 0.5)
        var best: Float = 0
        func look(_ distance: Float, weight: Float) {
          let point = SIMD2(centre.x + distance * normalX, centre.y + distance * normalY)
          guard edges.contains(point) else { return }
          let index = Int(point.y) &* edges.width &+ Int(point.x)
          let value = strength[index] * weight
          guard value > best else { return }
          let agreement = edges.normalX[index] * normalX + edges.normalY[index] * normalY
          if abs(agreement) > 0.94 { best = value }
        }
        look(0, weight: 1)
        look(-1, weight: 1)
        look(1, weight: 1)
        look(-2, weight: 0.7)
        look(2, weight: 0.7)
        sums[step + 1] =
          sums[step] + Self.absentEvidence + (1 - Self.absentEvidence) * min(1, 1.7 * best)
      }
    }
    evidence = sums
    gatherSteps(image, count: count)
  }

  private mutating func gatherSteps(_ image: ReducedImage, count: Int) {
    var sums = [SIMD4<Float>](repeating: .zero, count: count + 1)
    let normal = SIMD2(normalX, normalY)
    for step in 0..<count {
      let centre = point(at: entry + Float(step) + 0.5)
      var change = SIMD4<Float>.zero
      if let near = SideStrips.colour(image, centre + normal * 2.5),
        let nearOther = SideStrips.colour(image, centre - normal * 2.5)
      {
        let far = SideStrips.colour(image, centre + normal * 4.5) ?? near
        let farOther = SideStrips.colour(image, centre - normal * 4.5) ?? nearOther
        change = (near + far - nearOther - farOther) / 2
        change.w = (change * change).sum()
      }
      sums[step + 1] = sums[step] + change
    }
    // Agreement within a short window, so that a side along which the document's or the desk's
    // colour changes once or twice keeps it.
    var running = [Float](repeating: 0, count: count + 1)
    for step in 0..<count {
      let low = max(0, step - Self.agreementReach)
      let high = min(count, step + Self.agreementReach + 1)
      let sum = sums[high] - sums[low]
      let samples = Float(high - low)
      let square = sum.x * sum.x + sum.y * sum.y + sum.z * sum.z
      running[step + 1] =
        running[step] + square / (samples * (sum.w + samples * Self.agreementNoise))
    }
    agreement = running
  }
}
