import Clearframe
import Foundation

/// A page of the worst cases, with the true and the found outline and the regions drawn on top.
struct Gallery {
  private struct Entry {
    let badness: Double
    let html: String
  }

  private var entries: [Entry] = []

  /// Adds a picture; `mistakes` say what is wrong, nothing where all is right.
  mutating func add(
    path: String, labels: [String: String], answer: Answer, size: PixelSize, mistakes: [String],
    jaccard: Double?
  ) {
    let overlapLoss = jaccard.map { $0 < 0.95 ? 1 - $0 : 0 } ?? 0
    let badness = Double(mistakes.count) + 2 * overlapLoss
    guard badness > 0 else { return }
    var shapes = ""
    if let truth = Polygon(labelRow: labels) {
      shapes += Self.outline(truth, color: "lime")
    }
    if let found = answer.outline {
      shapes += Self.outline(found, color: "red")
    }
    for (rule, given) in answer.rules where given.outcome == "fail" {
      for region in given.regions {
        shapes +=
          "<rect x='\(region.x)' y='\(region.y)' width='\(region.width)' height='\(region.height)'"
          + " fill='none' stroke='orange' stroke-width='2' vector-effect='non-scaling-stroke'>"
          + "<title>\(Self.escaped(rule))</title></rect>"
      }
    }
    let width = 640.0
    let height = width * Double(size.height) / Double(max(1, size.width))
    var caption = Self.escaped(labels["path"] ?? path)
    if let jaccard { caption += String(format: " — Jaccard %.3f", jaccard) }
    caption += mistakes.map { "<br>" + Self.escaped($0) }.joined()
    entries.append(
      Entry(
        badness: badness,
        html: """
          <figure><div style="position:relative;width:\(width)px;height:\(height)px">
          <img src="\(Self.escaped(URL(fileURLWithPath: path).absoluteString))" width="\(width)" \
          height="\(height)" loading="lazy">
          <svg viewBox="0 0 \(size.width) \(size.height)" style="position:absolute;left:0;top:0;\
          overflow:visible" width="\(width)" height="\(height)">\(shapes)</svg></div>
          <figcaption>\(caption)</figcaption></figure>
          """))
  }

  /// Writes the page, worst first, at most 300 pictures.
  func write(to path: String) throws {
    let body = entries.sorted { $0.badness > $1.badness }.prefix(300).map(\.html)
      .joined(separator: "\n")
    let page = """
      <!doctype html><meta charset="utf-8"><title>Clearframe: worst cases</title>
      <style>body{font:14px sans-serif}figure{display:inline-block;vertical-align:top}\
      figcaption{max-width:640px}</style>
      <p>Green: labelled outline. Red: found outline. Orange: regions of failing rules.</p>
      \(body)
      """
    try OutputFile.write(page, to: path)
  }

  private static func outline(_ polygon: Polygon, color: String) -> String {
    let points = polygon.points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    return "<polygon points='\(points)' fill='none' stroke='\(color)' stroke-width='2'"
      + " vector-effect='non-scaling-stroke'/>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: "\"", with: "&quot;")
  }
}
