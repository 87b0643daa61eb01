extension BackgroundMap {
  /// Takes from the person what stands beside the head in colours that occur nowhere in the head's
  /// middle, the neck and the clothes: a picture, a plant or a chair that the outline runs into.
  mutating func splitForeignColors(_ image: LabImage) {
    guard personCount > 0 else { return }
    let core = Int(headHalfWidth * 0.7)
    let besideHead = Int(headHalfWidth * 0.8)
    var palette = ColorPalette()
    for row in crown..<height {
      for column in max(0, middle - core)...min(width - 1, middle + core)
      where labels[row * width + column] == .person {
        palette.add(image[row * width + column])
      }
    }
    var isForeign = [Bool](repeating: false, count: width * height)
    for row in 2..<max(3, min(height - 2, shoulderRow)) {
      for column in 2..<width - 2 where abs(column - middle) > besideHead {
        let index = row * width + column
        // The outline mixes the person with the wall.
        guard labels[index] == .person, labels[index - 2] == .person, labels[index + 2] == .person,
          labels[index - 2 * width] == .person, labels[index + 2 * width] == .person
        else { continue }
        isForeign[index] = !palette.contains(image[index])
      }
    }
    // An earring or a hair slide is smaller.
    let smallest = max(12, width * height / 1_500)
    var stack: [Int] = []
    var members: [Int] = []
    for start in isForeign.indices where isForeign[start] {
      members.removeAll(keepingCapacity: true)
      isForeign[start] = false
      stack.append(start)
      while let index = stack.popLast() {
        members.append(index)
        for next in [index - 1, index + 1, index - width, index + width] where isForeign[next] {
          isForeign[next] = false
          stack.append(next)
        }
      }
      guard members.count >= smallest else { continue }
      for index in members { labels[index] = .thing }
    }
  }
}
