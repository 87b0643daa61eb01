extension [SIMD2<Float>] {
  /// The area of the polygon with these corners, in square units of theirs; negative where they go
  /// round anticlockwise on screen.
  var polygonArea: Float {
    var sum: Float = 0
    for index in indices {
      let here = self[index]
      let next = self[index + 1 == count ? 0 : index + 1]
      sum += here.x * next.y - next.x * here.y
    }
    return sum / 2
  }
}
