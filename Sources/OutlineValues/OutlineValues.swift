import Clearframe

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Prints what the choice among a picture's outlines is fitted on: of the pictures whose paths come
/// in on standard input, one on a line, each outline that a closer look finds, with all that is known
/// of it.
///
/// A line has the picture's path, the largest log-odds of the first look, the corners in pixels of
/// the upright picture, clockwise or not, the outline's first log-odds and the values in the order of
/// the names that the first line gives; tabs lie between them. With the argument `views` the lines are
/// of those outlines alone that are looked at from near, and the values after the corners are the
/// score before, what the network says of the outline, and whether the frame cuts it off. A picture
/// that cannot be decoded, or shows no outline, has no line; the first is said on standard error.
@main
enum OutlineValues {
  static func main() {
    let corners = (0..<4).flatMap { ["x\($0)", "y\($0)"] }
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.isEmpty || arguments == ["views"] else {
      Diagnostic.print("takes no argument but `views`, not: \(arguments.joined(separator: " "))")
      exit(2)
    }
    let isOfViews = !arguments.isEmpty
    let values =
      isOfViews
      ? ["score", "isRight", "isNear", "isCut"]
      : ["prior"] + OutlineFeatures.names + OutlineChoice.names
    let columns = ["path", "sure"] + corners + values
    print(columns.joined(separator: "\t"))
    while let path = readLine() {
      do throws(FileError) {
        let file = try FileBytes(contentsOf: path)
        let found = file.withBytes { bytes -> [String]? in
          lines(on: bytes, path: path, ofViews: isOfViews)
        }
        guard let found else {
          Diagnostic.print("\(path): not decoded")
          continue
        }
        for line in found { print(line) }
      } catch {
        Diagnostic.print(error.message)
      }
    }
  }

  /// The lines on a picture; nil where it cannot be decoded.
  private static func lines(
    on bytes: UnsafeRawBufferPointer, path: String, ofViews isOfViews: Bool
  ) -> [String]? {
    let header = HeaderReader.read(bytes, fileByteCount: bytes.count)
    let limits = Limits()
    guard LimitCheck.exceeded(by: header, of: bytes, limits: limits) == nil,
      let size = header.storedSize, size.width > 0, size.height > 0
    else { return nil }
    var pass = FusedPass(storedSize: size, hasChroma: PictureDecoder.hasChroma(header))
    let outcome = PictureDecoder.decode(bytes, header: header, limits: limits, into: &pass)
    guard outcome.decodedRows > 0 else { return nil }
    return lines(
      on: pass.finish().working, orientation: header.orientation, path: path,
      ofViews: isOfViews)
  }

  private static func lines(
    on working: borrowing WorkingImage, orientation: Orientation, path: String,
    ofViews isOfViews: Bool
  ) -> [String] {
    let reduced = ReducedImage(working)
    guard BoundaryDetector.isLargeEnough(reduced) else { return [] }
    let search = CandidateSearch(reduced)
    let sure = search.firstLook().reduce(-Float.infinity) { max($0, $1.logit) }
    let look = CloserLook(search, in: reduced, fromNear: isOfViews)
    let scale = Double(reduced.factor * working.factor)
    let stored = working.storedSize
    let rows =
      isOfViews
      ? look.looks.map { view -> (Int, [Float]) in
        let isCut = BoundaryDetector.isCut(look.candidates[view.index].outline, in: reduced)
        return (view.index, [view.score, view.answer.isRight, view.answer.isNear, isCut ? 1 : 0])
      }
      : look.candidates.indices.map { ($0, [look.candidates[$0].logit] + look.values[$0]) }
    return rows.map { index, values in
      let corners = look.candidates[index].outline.corners.flatMap { corner in
        let point = orientation.upright(
          PixelPoint(x: Double(corner.x) * scale, y: Double(corner.y) * scale), stored: stored)
        return [point.x, point.y]
      }
      let numbers = ["\(sure)"] + (corners.map { "\($0)" }) + values.map { "\($0)" }
      return ([path] + numbers).joined(separator: "\t")
    }
  }
}
