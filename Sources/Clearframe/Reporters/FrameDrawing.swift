/// A drawing (SVG 1.1) of a picture's frame with its document and the places of its defects.
///
/// It holds no pixel of the picture. One unit of the drawing is one pixel of the upright picture.
struct FrameDrawing {
  /// How far outside the frame a corner is still drawn, as a share of the frame's long side.
  private static let reach = 0.25

  private let size: PixelSize
  private let outline: [PixelPoint]
  private let findings: [Check]

  /// Takes what is to be drawn; nil where the size is unknown or there is nothing in the frame.
  ///
  /// - Parameter findings: The checks whose places are drawn, each with its number from 1.
  init?(_ report: Report, findings: [Check]) {
    guard let size = report.file?.uprightSize, size.width > 0, size.height > 0 else { return nil }
    let corners = report.document?.outline.corners ?? []
    let isDrawable = corners.allSatisfy { $0.x.isFinite && $0.y.isFinite }
    self.size = size
    self.findings = findings
    outline = isDrawable ? corners : []
    guard !outline.isEmpty || findings.contains(where: { !$0.regions.isEmpty }) else { return nil }
  }

  /// The drawing as an element.
  var text: String {
    let width = Double(size.width)
    let height = Double(size.height)
    let room = Double(size.longSide) * Self.reach
    func clamped(_ point: PixelPoint) -> PixelPoint {
      PixelPoint(
        x: min(max(point.x, -room), width + room), y: min(max(point.y, -room), height + room))
    }
    let corners = outline.map(clamped)
    let edge = Double(size.longSide) / 100
    let left = min(0, corners.map(\.x).min() ?? 0) - edge
    let top = min(0, corners.map(\.y).min() ?? 0) - edge
    let right = max(width, corners.map(\.x).max() ?? 0) + edge
    let bottom = max(height, corners.map(\.y).max() ?? 0) + edge
    let box = [left, top, right - left, bottom - top].map { Self.number($0) }
    var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
    text += " aria-label=\"\(label)\" viewBox=\"\(box.joined(separator: " "))\">\n"
    text += "<rect width=\"\(size.width)\" height=\"\(size.height)\"/>\n"
    if !corners.isEmpty {
      let points = corners.map { "\(Self.number($0.x)),\(Self.number($0.y))" }
      text += "<polygon class=\"document\" points=\"\(points.joined(separator: " "))\"/>\n"
    }
    for (index, check) in findings.enumerated() where !check.regions.isEmpty {
      text += places(of: check, number: index + 1)
    }
    return text + "</svg>\n"
  }

  private var label: String {
    let document = outline.isEmpty ? "" : ", the document's outline dashed"
    return "The picture's frame, \(size.width) x \(size.height) pixels\(document)"
  }

  private func places(of check: Check, number: Int) -> String {
    let kind = check.outcome == .fail && check.severity == .error ? "fail" : "warning"
    let title = MarkupText.escaped("\(number). \(check.rule)")
    let letter = max(size.longSide / 24, 1)
    var text = "<g class=\"\(kind)\"><title>\(title)</title>\n"
    for region in check.regions {
      text += "<rect x=\"\(region.x)\" y=\"\(region.y)\" width=\"\(max(0, region.width))\""
      text += " height=\"\(max(0, region.height))\"/>\n"
    }
    if let first = check.regions.first {
      text += "<text x=\"\(first.x)\" y=\"\(first.y)\" dy=\"1em\" font-size=\"\(letter)\">"
      text += "\(number)</text>\n"
    }
    return text + "</g>\n"
  }

  private static func number(_ value: Double) -> String {
    JSONWriter.decimal((value * 10).rounded() / 10)
  }
}
