import ClearframeKernels

/// The tint that a lamp of another colour than the light leaves around its reflection.
///
/// What a lamp adds falls off smoothly from the burnt-out middle of its reflection, in brightness
/// as in colour, and on paper as on print. A coloured field that a reflection crosses keeps its
/// colour up to its edge, and is darker than the paper.
struct LampTint: Sendable {
  /// Whether each square shows it; empty where none does.
  private(set) var isTinted: [Bool] = []

  /// The least depth of a reflection, in squares from its border to its middle: letters left blank
  /// in a coloured field, and sparkles, are thinner.
  private static let leastDepth: Int32 = 3
  /// The largest share of the document that a reflection takes; more is a photo burnt out.
  private static let largestShare = 0.3
  /// How far the tint reaches, over the reflection's depth.
  private static let reach = 1.5
  /// The least mean distance from gray near the reflection, in levels, that is a tint.
  private static let faintest: Float = 0.75
  /// The part of its greatest mean to which a tint falls within its reach.
  private static let fall: Float = 0.35
  /// The least loss of luma on that way, over that of the distance from gray: what was added in a
  /// lamp's colour is luma, for the most part.
  private static let brightness: Float = 1.5
  /// The least cosine of the angle between a square's colour and the tint.
  private static let likeness: Float = 0.8

  /// What the squares at one distance from a reflection add up to.
  private struct Ring {
    var color = SIMD2<Float>(repeating: 0)
    var luma: Float = 0
    var count: Float = 0
  }

  /// A reflection: burnt-out squares and the brighter ones around them.
  private struct Reflection {
    /// Its squares.
    var squares: [Int]
    /// The most steps from one of them to its border.
    var depth: Int32 = 0
    /// What lies around it, nearest first; none where it leaves no tint.
    var rings: [Ring] = []
    /// The direction of its tint; nil where it leaves none.
    var tint: SIMD2<Float>?
  }

  /// A square around a reflection, and how far it lies from it.
  private struct Neighbour {
    var index: Int
    var reflection: Int
    var distance: Int
  }

  /// Looks around the reflections on a document.
  ///
  /// - Parameters:
  ///   - brightest: The sum of a square's luma over which it is a reflection.
  ///   - distances: How far the squares' `Cb` and `Cr` lie from gray's, in levels.
  init(_ grid: DocumentCells, brighterThan brightest: Float, distances: [SIMD2<Float>]) {
    let burnt = grid.places.indices.filter { grid.isInside($0) && !grid.isOpen[$0] }
    guard !burnt.isEmpty else { return }
    // Which reflection each square belongs to or lies nearest to; -1 for none.
    var owners = [Int32](repeating: -1, count: grid.places.count)
    var reflections = Self.reflections(from: burnt, in: grid, brightest, owners: &owners)
    let neighbours = Self.neighbours(of: reflections, in: grid, owners: &owners)
    for place in neighbours {
      let cell = grid.cells[place.index]
      guard grid.isOpen[place.index], Float(cell.luma) <= brightest else { continue }
      let ring = place.distance - 1
      reflections[place.reflection].rings[ring].color += distances[place.index]
      reflections[place.reflection].rings[ring].luma += Float(cell.luma) * ColorCellKernel.scale
      reflections[place.reflection].rings[ring].count += 1
    }
    for index in reflections.indices {
      reflections[index].tint = Self.tint(of: reflections[index].rings)
    }
    guard reflections.contains(where: { $0.tint != nil }) else { return }
    isTinted = Array(repeating: false, count: grid.places.count)
    for place in neighbours {
      guard let tint = reflections[place.reflection].tint else { continue }
      let color = distances[place.index]
      let along = (color * tint).sum()
      isTinted[place.index] = along > 0 && along >= Self.likeness * color.squaredLength.squareRoot()
    }
  }

  /// The reflections around burnt-out squares, with rings where they can leave a tint.
  private static func reflections(
    from burnt: [Int], in grid: DocumentCells, _ brightest: Float, owners: inout [Int32]
  ) -> [Reflection] {
    let isBright = grid.places.indices.map { index in
      grid.isInside(index)
        && (!grid.isOpen[index] || Float(grid.cells[index].luma) > brightest)
    }
    let depths = depths(of: isBright, columns: grid.columns)
    var reflections: [Reflection] = []
    for start in burnt where owners[start] < 0 {
      let number = Int32(reflections.count)
      var reflection = Reflection(squares: [start])
      owners[start] = number
      var next = 0
      while next < reflection.squares.count {
        let index = reflection.squares[next]
        next += 1
        reflection.depth = max(reflection.depth, depths[index])
        grid.forEachNeighbour(of: index) { near in
          guard owners[near] < 0, isBright[near] else { return }
          owners[near] = number
          reflection.squares.append(near)
        }
      }
      if reflection.depth >= leastDepth,
        Double(reflection.squares.count) < largestShare * Double(grid.documentCount)
      {
        let count = Int((reach * Double(reflection.depth)).rounded(.up))
        reflection.rings = Array(repeating: Ring(), count: count)
      }
      reflections.append(reflection)
    }
    return reflections
  }

  /// How many steps along rows and columns lead from each marked square to one that is not; 0 for
  /// those. Beyond the frame nothing is marked.
  private static func depths(of isMarked: [Bool], columns: Int) -> [Int32] {
    var depths = isMarked.map { $0 ? Int32.max - 1 : 0 }
    for index in depths.indices where depths[index] > 0 {
      let before = index % columns > 0 ? depths[index - 1] : 0
      let above = index >= columns ? depths[index - columns] : 0
      depths[index] = min(before, above) + 1
    }
    for index in depths.indices.reversed() where depths[index] > 0 {
      let after = index % columns < columns - 1 ? depths[index + 1] : 0
      let below = index + columns < depths.count ? depths[index + columns] : 0
      depths[index] = min(depths[index], min(after, below) + 1)
    }
    return depths
  }

  /// The squares around the reflections that have rings, each with the reflection that is nearest
  /// to it.
  private static func neighbours(
    of reflections: [Reflection], in grid: DocumentCells, owners: inout [Int32]
  ) -> [Neighbour] {
    var neighbours: [Neighbour] = []
    func spread(from index: Int, of reflection: Int, to distance: Int) {
      guard distance <= reflections[reflection].rings.count else { return }
      grid.forEachNeighbour(of: index) { near in
        guard owners[near] < 0, grid.isInside(near) else { return }
        owners[near] = Int32(reflection)
        neighbours.append(Neighbour(index: near, reflection: reflection, distance: distance))
      }
    }
    for (number, reflection) in reflections.enumerated() where !reflection.rings.isEmpty {
      for index in reflection.squares { spread(from: index, of: number, to: 1) }
    }
    var next = 0
    while next < neighbours.count {
      let place = neighbours[next]
      next += 1
      spread(from: place.index, of: place.reflection, to: place.distance + 1)
    }
    return neighbours
  }

  /// The direction of the tint in the rings around a reflection; nil where there is none, or where
  /// it does not fall off as a lamp's light does.
  private static func tint(of rings: [Ring]) -> SIMD2<Float>? {
    let seen = rings.prefix { $0.count > 0 }
    let means = seen.map { $0.color / $0.count }
    // Beside a lamp its tint is strongest; a colour that is stronger farther off is print.
    let near = means.prefix(max(2, rings.count / 3)).map { $0.squaredLength.squareRoot() }
    guard let greatest = near.max(), greatest >= faintest,
      let first = near.firstIndex(of: greatest)
    else { return nil }
    let direction = means[first] / greatest
    guard
      let last = means.indices.dropFirst(first).first(where: {
        (means[$0] * direction).sum() <= fall * greatest
      })
    else { return nil }
    let loss = seen[first].luma / seen[first].count - seen[last].luma / seen[last].count
    return loss >= brightness * greatest ? direction : nil
  }
}
