#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much of a person's outline can be seen in front of a burnt wall.
///
/// What a viewer takes for an outline is a line: a step of colour within a short way. It is looked
/// for where the figure ends, along rays that start beside the chin and down columns that start at
/// it. Rays tell of the head, which they cross straight; shoulders, which they cross at a flat
/// angle or not at all, are told by the columns.
struct VisibleOutline {
  /// A place on the outline.
  private struct Place {
    var isLost: Bool
    /// The ray that leads there; nil for what a column met.
    var ray: Int?
    /// The square of the picture that it lies in; nil where the outline itself is not met.
    var square: Int?
  }

  /// The step of colour over two pixels, beyond what the shading just inside it makes of as much,
  /// from which on there is a line, in units of CIELAB; and the step that is a line whatever lies
  /// beside it. Two pixels are about 1 % of the picture's width. Light that spills over a person
  /// fades by up to 11 units on that way for as far as it reaches.
  private static let line: Float = 6
  private static let plainLine: Float = 11
  /// How many pixels inside of a step the shading is taken from.
  private static let shadingReach = 2...4
  /// How far from where the figure ends a line is its outline, as a share of the picture's width.
  private static let reach: Float = 0.02
  /// The colour difference from the wall from which a dull pixel below the chin is the figure's.
  private static let figureDifference: Float = 3
  /// How far below the crown rays start, and columns, in half widths of the head.
  private static let rayOrigin: Float = 1.5
  private static let columnOrigin: Float = 1.6
  /// The number of rays all around.
  private static let rayCount = 96
  /// The number of squares across the picture that count alike, whatever curls lie in them.
  private static let squaresAcross: Float = 24
  /// A head that grows from a third of its full width to nearly all of it within so few rows, in
  /// half widths, ends in a straight line: hair or a hat that is lost. Of 160 generated heads that are
  /// seen all take more than 0.2.
  private static let pointedWidth: Float = 0.35
  private static let flatWidth: Float = 0.85
  private static let flatHeight: Float = 0.18

  /// The fewest directions or squares with a place on the outline that tell anything: a busy wall
  /// that is taken for the person leaves a few.
  private static let fewest = 12

  private let image: LabImage
  private let map: BackgroundMap
  /// Whether each pixel is the person, or clothes that growing reached.
  private let isFigure: [Bool]
  private let depth: Int
  private let half: Float
  /// How far to each side of the middle the body is sure to reach where the picture ends.
  private let bodyReach: Float
  private var places: [Place] = []

  /// Looks for the outline in a picture whose pixels are told apart.
  init(_ image: LabImage, map: BackgroundMap) {
    self.image = image
    self.map = map
    depth = max(3, Int(Float(map.width) * Self.reach))
    half = max(1, map.headHalfWidth)
    bodyReach = half * Self.bodyReach(depth: Float(map.height - map.crown) / half)
    let wall = map.wallColor
    isFigure = map.labels.indices.map { index in
      switch map.labels[index] {
      case .person: true
      case .doubtful:
        image.luma[index] < BackgroundMeter.clippedLuma
          && image[index].difference(to: wall) > Self.figureDifference
      default: false
      }
    }
    followRays()
    followColumns()
  }

  /// How far to the side the body is sure to reach where the picture ends, in half widths of the
  /// head: the neck's width where it ends above the shoulders, theirs from a little below.
  ///
  /// - Parameter depth: From the crown to the picture's lower edge, in half widths of the head.
  static func bodyReach(depth: Float) -> Float {
    min(2.2, max(neckReach, neckReach + 1.9 * (depth - 3.4)))
  }
  private static let neckReach: Float = 0.7

  /// How far to the side columns must meet the body: beyond the neck, and a little more surely than
  /// rays, since most squares below a head are columns'.
  private var columnReach: Float {
    let depth = Float(map.height - map.crown) / half - 0.4
    let reach = Self.bodyReach(depth: depth)
    return reach > Self.neckReach ? reach * half : 0
  }

  /// The share of the outline that cannot be seen, 0 to 1: of the directions from beside the chin or
  /// of its length, whichever is more. A neck is short but takes a wide angle; shoulders are long and
  /// take a narrow one.
  var lostShare: Double {
    max(lostShare(of: \.ray), lostShare(of: \.square))
  }

  /// The mean share of lost places over the rays or squares in which there are any.
  private func lostShare(of group: KeyPath<Place, Int?>) -> Double {
    var counts: [Int: (lost: Int, all: Int)] = [:]
    for place in places {
      guard let key = place[keyPath: group] else { continue }
      counts[key, default: (0, 0)].all += 1
      if place.isLost { counts[key, default: (0, 0)].lost += 1 }
    }
    // In order, so that the sum is the same each time.
    let shares = counts.sorted { $0.key < $1.key }.map { _, count in
      Double(count.lost) / Double(count.all)
    }
    return shares.count < Self.fewest ? 0 : shares.reduce(0, +) / Double(shares.count)
  }

  private func square(column: Int, row: Int) -> Int {
    let side = Float(map.width) / Self.squaresAcross
    return Int(Float(row) / side) * map.width + Int(Float(column) / side)
  }

  private func isClipped(_ index: Int) -> Bool {
    image.luma[index] >= BackgroundMeter.clippedLuma
  }

  // MARK: Rays

  /// Follows rays outwards from beside the chin to the picture's edge.
  private mutating func followRays() {
    let width = map.width
    let height = map.height
    let originX = Float(map.middle)
    let originY = Float(map.crown) + Self.rayOrigin * map.headHalfWidth
    let top = lostCrown
    var path: [Int] = []
    for ray in 0..<Self.rayCount {
      let angle = (Float(ray) + 0.5) / Float(Self.rayCount) * 2 * Float.pi
      let dx = cosf(angle)
      let dy = sinf(angle)
      path.removeAll(keepingCapacity: true)
      var x = originX
      var y = originY
      while x >= 0, y >= 0, x < Float(width), y < Float(height) {
        path.append(Int(y) * width + Int(x))
        let length = Float(path.count)
        x = originX + dx * length
        y = originY + dy * length
      }
      guard path.count > 2 else { continue }
      let last = path.lastIndex { isFigure[$0] } ?? -1
      let isUnderHead = y >= Float(height) && abs(x - originX) < bodyReach
      // Downwards the person must reach the picture's edge.
      if last >= path.count - 2 || isUnderHead {
        if isUnderHead {
          let isLost = last < path.count - 2 && isClipped(path[path.count - 2])
          places.append(Place(isLost: isLost, ray: ray))
        }
        continue
      }
      guard last > 0, last + depth < path.count else { continue }
      let column = path[last] % width
      let row = path[last] / width
      places.append(
        Place(
          isLost: isLost(path, from: last) || top.contains(column) && row <= flatEnd, ray: ray,
          square: square(column: column, row: row)))
    }
  }

  /// Whether the outline at the last of the figure's pixels on a ray cannot be seen.
  private func isLost(_ ray: [Int], from last: Int) -> Bool {
    guard isClipped(ray[last + depth]) else { return false }
    // Where the face itself is burnt, growing went on inside the outline.
    let core = ray[last / 2]
    if map.labels[core] == .wall, isClipped(core) { return true }
    return !hasLine(ray, near: last)
  }

  /// The last row that belongs to a crown that ends in a straight line.
  private var flatEnd: Int { map.crown + Int(0.75 * half) }

  /// The columns over which the head ends in a straight line below the wall; none for a round head.
  private var lostCrown: Range<Int> {
    guard map.isBurnt else { return 0..<0 }
    func columns(_ row: Int) -> [Int] {
      (0..<map.width).filter { map.labels[row * map.width + $0] == .person }
    }
    func row(from first: Int, to last: Int, wide share: Float) -> Int? {
      (first..<max(first, last)).first { Float(columns($0).count) > share * 2 * half }
    }
    // Strands may be left above.
    let last = min(map.height, map.crown + Int(half))
    guard let top = row(from: map.crown, to: last, wide: Self.pointedWidth), top >= depth,
      let flat = row(from: top, to: last, wide: Self.flatWidth),
      Float(flat - top) < Self.flatHeight * half
    else { return 0..<0 }
    let members = columns(flat)
    return (members.first ?? 0)..<(members.last ?? 0) + 1
  }

  // MARK: Columns

  /// Follows columns down from the chin: below what hangs down from the head and some wall, the
  /// figure that comes next begins with the line of the shoulders.
  private mutating func followColumns() {
    let width = map.width
    let height = map.height
    let first = min(height - 3, map.crown + Int(Self.columnOrigin * half))
    guard first >= 0 else { return }
    let reach = columnReach
    for column in 2..<max(2, width - 2) {
      func index(_ row: Int) -> Int { row * width + column }
      guard let gap = (first..<height).first(where: { !isFigure[index($0)] }) else { continue }
      guard let next = (gap..<height).first(where: { isFigure[index($0)] }) else {
        // Nothing of the body is seen where it must be.
        if abs(Float(column - map.middle)) < reach, height - gap > depth {
          places.append(
            Place(
              isLost: isClipped(index(height - 2)),
              square: square(column: column, row: height - 2)))
        }
        continue
      }
      guard gap == first || next - gap >= 2 * depth, next - first >= depth, next < height - depth
      else { continue }
      // From the body upwards, as a ray leads outwards.
      let path = (first..<height).reversed().map(index)
      let isSeen = !isClipped(index(next - depth)) || hasLine(path, near: height - 1 - next)
      places.append(Place(isLost: !isSeen, square: square(column: column, row: next)))
    }
  }

  // MARK: Lines

  /// Whether there is a line on a path from inside to outside near one of its pixels.
  private func hasLine(_ path: [Int], near last: Int) -> Bool {
    func step(_ place: Int) -> Float { 2 * map.slopes[path[place]] }
    for place in max(0, last - depth)...min(path.count - 1, last + depth) {
      let here = step(place)
      guard here >= Self.line else { continue }
      if here >= Self.plainLine { return true }
      let shading = Self.shadingReach.map { step(max(0, place - $0)) }.min() ?? 0
      if here - shading >= Self.line { return true }
    }
    return false
  }
}
