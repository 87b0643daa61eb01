import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of an XML text in document order, with what a test wants to see of them.
public struct XMLOutline {
  /// One element.
  public struct Element {
    /// The element's name.
    public let name: String
    /// Its attributes, references resolved.
    public let attributes: [String: String]
    /// The text inside it and its children.
    public fileprivate(set) var text = ""
    /// The names of the elements around it, the root first.
    public let ancestors: [String]
  }

  /// Every element, in the order of their starts.
  public let elements: [Element]
  /// What the parser refused; nil where the text is well-formed.
  public let failure: String?

  /// Parses a text.
  public init(_ text: String) {
    let parser = XMLParser(data: Data(text.utf8))
    let collector = Collector()
    parser.delegate = collector
    if parser.parse() {
      failure = nil
    } else {
      let error = parser.parserError.map { String(describing: $0) } ?? "unknown error"
      failure = "\(error) in line \(parser.lineNumber)"
    }
    elements = collector.elements
  }

  /// The elements with a name.
  public subscript(name: String) -> [Element] { elements.filter { $0.name == name } }

  private final class Collector: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
      qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
    ) {
      let ancestors = open.map { elements[$0].name }
      open.append(elements.count)
      elements.append(
        Element(name: elementName, attributes: attributeDict, ancestors: ancestors))
    }

    func parser(
      _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
      qualifiedName qName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      for index in open { elements[index].text += string }
    }
  }
}
