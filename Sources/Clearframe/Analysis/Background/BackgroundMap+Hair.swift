extension BackgroundMap {
  /// Whether a column lies on a side where the picture's edge cuts the person's hair off.
  package func isHairSide(_ column: Int) -> Bool {
    column < width / 2 ? isHairAtSide.left : isHairAtSide.right
  }

  /// For each side, whether what covers the rim there is the person's hair.
  func hairAtSides(_ image: LabImage) -> (left: Bool, right: Bool) {
    func isCut(_ isRight: Bool) -> Bool {
      isHair(image, isRight: isRight) { column, row in isRim(column: column, row: row) }
    }
    return (isCut(false), isCut(true))
  }

  /// Whether the person's pixels near a side have the colour of the hair above the forehead, as a
  /// shelf or a second person seldom has.
  ///
  /// Hair that is cut on one side reaches about as far on the other. Where the wall is patterned
  /// and its pattern has been taken for the person, the hair's colour is the wall's, or the corner
  /// of the picture is not plain wall: that is no hair.
  ///
  /// - Parameter isAsked: Which of the places in the side's outermost columns to look at.
  func isHair(
    _ image: LabImage, isRight: Bool, where isAsked: (_ column: Int, _ row: Int) -> Bool
  ) -> Bool {
    let hair = hairColors(image)
    guard hair.count > 0, hair.mean.difference(to: wallColor) > 10,
      headHalfWidth > 0.8 * Float(isRight ? width - middle : middle)
    else { return false }
    let side = sideWidth
    let columns = isRight ? width - side..<width : 0..<side
    let cornerRows = max(3, height * 3 / 100)
    var wallCount = 0
    for row in 0..<cornerRows {
      for column in columns where labels[row * width + column] == .wall { wallCount += 1 }
    }
    guard wallCount * 2 > cornerRows * side else { return false }
    let tolerance = hair.hairTolerance
    func isPerson(_ column: Int, _ row: Int) -> Bool {
      column < 0 || column >= width || labels[row * width + column] == .person
    }
    var count = 0
    var alike = 0
    for row in 2..<height * 2 / 3 {
      for column in columns where isPerson(column, row) && isAsked(column, row) {
        // The outline mixes hair and wall.
        guard isPerson(column - 2, row), isPerson(column + 2, row), isPerson(column, row - 2),
          isPerson(column, row + 2)
        else { continue }
        count += 1
        if image[row * width + column].difference(to: hair.mean) < tolerance { alike += 1 }
      }
    }
    return alike * 2 > count
  }

  /// The colours above the forehead: of the hair, or of what covers it.
  func hairColors(_ image: LabImage) -> ColorSpread {
    let half = Int(headHalfWidth)
    let columns = max(0, middle - half / 2)...min(width - 1, middle + half / 2)
    var colors = ColorSpread()
    for row in min(height, crown + 2)..<min(height, crown + max(5, half / 4)) {
      for column in columns where labels[row * width + column] == .person {
        colors.add(image[row * width + column])
      }
    }
    return colors
  }
}
