import Foundation

@testable import Annotator

/// Renders a tree as the HTML that the CommonMark specification shows beside its examples.
struct HTMLRenderer {
  let tree: MarkupTree
  let text: SourceText
  private var html = ""

  static func html(_ markdown: String) -> String {
    let text = SourceText(markdown)
    var renderer = HTMLRenderer(tree: parseMarkup(text), text: text)
    renderer.renderChildren(of: 0)
    return renderer.html
  }

  private init(tree: MarkupTree, text: SourceText) {
    self.tree = tree
    self.text = text
  }

  // MARK: Blocks

  private func children(of block: Int) -> [Int] {
    tree.blocks.indices.filter { tree.blocks[$0].parent == block }
  }

  private mutating func renderChildren(of block: Int) {
    for child in children(of: block) { render(child) }
  }

  private mutating func line() {
    if !html.isEmpty, !html.hasSuffix("\n") { html += "\n" }
  }

  private mutating func container(_ name: String, _ block: Int, attributes: String = "") {
    line()
    html += "<\(name)\(attributes)>"
    line()
    renderChildren(of: block)
    line()
    html += "</\(name)>"
    line()
  }

  private mutating func render(_ index: Int) {
    let block = tree.blocks[index]
    switch block.kind {
    case .document, .definition:
      break
    case .quote:
      container("blockquote", index)
    case .list(let list):
      let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
      container(list.start == nil ? "ul" : "ol", index, attributes: start)
    case .item:
      line()
      html += "<li>"
      renderChildren(of: index)
      html += "</li>"
      line()
    case .paragraph:
      if isTight(block.parent) {
        renderInlines(of: index)
      } else {
        line()
        html += "<p>"
        renderInlines(of: index)
        html += "</p>"
        line()
      }
    case .heading(let level, _):
      line()
      html += "<h\(level)>"
      renderInlines(of: index)
      html += "</h\(level)>"
      line()
    case .thematicBreak:
      line()
      html += "<hr />\n"
    case .indentedCode:
      line()
      html += "<pre><code>\(escaped(content(index)))\n</code></pre>\n"
    case .fencedCode(let info):
      line()
      let word = decoded(text.bytes[info]).split(whereSeparator: \.isWhitespace).first
      let attribute = word.map { " class=\"language-\(escaped(String($0)))\"" } ?? ""
      let code = block.lines.isEmpty ? "" : escaped(content(index)) + "\n"
      html += "<pre><code\(attribute)>\(code)</code></pre>\n"
    case .html:
      line()
      html += content(index) + "\n"
    case .table:
      renderTable(index)
    case .tableRow, .tableCell:
      break
    }
  }

  private mutating func renderTable(_ index: Int) {
    line()
    html += "<table>\n"
    for row in children(of: index) {
      html += "<tr>"
      for cell in children(of: row) {
        html += "<td>"
        renderInlines(of: cell)
        html += "</td>"
      }
      html += "</tr>\n"
    }
    html += "</table>\n"
  }

  private func isTight(_ parent: Int) -> Bool {
    guard tree.blocks[parent].kind == .item,
      case .list(let list) = tree.blocks[tree.blocks[parent].parent].kind
    else { return false }
    return !list.isLoose
  }

  private func content(_ block: Int, in range: ByteRange? = nil) -> String {
    String(decoding: tree.content(of: block, in: range, text: text), as: UTF8.self)
      .replacing("\0", with: "\u{FFFD}")
  }

  // MARK: Inlines

  private mutating func renderInlines(of block: Int) {
    let inlines = tree.inlines[tree.blocks[block].inlines]
    let origin = tree.blocks[block].range.lowerBound
    let range = tree.content(of: block, text: text)
    guard !range.isEmpty else { return }
    let lines = tree.lines[tree.blocks[block].lines]
    let whole = lines.first!.range.lowerBound - origin..<lines.last!.range.upperBound - origin
    html += render(whole, of: inlines, parent: -1, block: block, plain: false)
  }

  /// The HTML of a range that holds the elements with a parent.
  private func render(
    _ range: ByteRange, of inlines: InlineContent, parent: Int, block: Int, plain: Bool
  ) -> String {
    let origin = tree.blocks[block].range.lowerBound
    func source(_ range: ByteRange) -> ByteRange {
      range.lowerBound + origin..<range.upperBound + origin
    }
    var result = ""
    var done = range.lowerBound
    func addText(_ end: Int) {
      if done < end { result += escaped(content(block, in: source(done..<end))) }
    }
    for (index, element) in inlines.elements.enumerated() where element.parent == parent {
      addText(element.range.lowerBound)
      done = element.range.upperBound
      func inside(_ plain: Bool) -> String {
        render(element.content, of: inlines, parent: index, block: block, plain: plain)
      }
      let raw = content(block, in: source(element.range))
      switch element.kind {
      case .softBreak:
        result += "\n"
      case .hardBreak:
        result += raw.hasPrefix("<") ? raw : plain ? "\n" : "<br />\n"
      case .escape:
        result += escaped(content(block, in: source(element.content)))
      case .reference:
        result += escaped(decoded(text.bytes[source(element.range)]))
      case .code:
        var code = content(block, in: source(element.content)).replacing("\n", with: " ")
        if code.hasPrefix(" "), code.hasSuffix(" "), code.contains(where: { $0 != " " }) {
          code = String(code.dropFirst().dropLast())
        }
        result += plain ? escaped(code) : "<code>\(escaped(code))</code>"
      case .emphasis:
        result += plain ? inside(true) : "<em>\(inside(false))</em>"
      case .strong:
        result += plain ? inside(true) : "<strong>\(inside(false))</strong>"
      case .link, .image:
        let (destination, title) = target(inlines.targets[element.target], block: block)
        let attribute = title.map { " title=\"\(escaped($0))\"" } ?? ""
        let url = percentEncoded(destination)
        if element.kind == .image {
          result +=
            plain
            ? inside(true) : "<img src=\"\(url)\" alt=\"\(inside(true))\"\(attribute) />"
        } else {
          result += plain ? inside(true) : "<a href=\"\(url)\"\(attribute)>\(inside(false))</a>"
        }
      case .autolink:
        let address = content(block, in: source(element.content))
        let scheme = address.contains(":") ? "" : "mailto:"
        if plain {
          result += escaped(address)
          break
        }
        result += "<a href=\"\(scheme)\(percentEncoded(address))\">\(escaped(address))</a>"
      case .html:
        result += raw
      }
    }
    addText(range.upperBound)
    return result
  }

  private func target(_ target: LinkTarget, block: Int) -> (String, String?) {
    let origin = tree.blocks[block].range.lowerBound
    switch target.form {
    case .inline:
      func part(_ range: ByteRange) -> String {
        decoded(
          tree.content(
            of: block, in: range.lowerBound + origin..<range.upperBound + origin, text: text)[...])
      }
      return (part(target.destination), target.title.map(part))
    case .reference(let label):
      guard let definition = tree.definitions[label] else { return ("undefined", nil) }
      let owner = tree.blocks.indices.first {
        tree.blocks[$0].kind == .definition
          && tree.blocks[$0].range.contains(definition.destination.lowerBound)
      }
      func part(_ range: ByteRange) -> String {
        // An empty destination may stand at the very end of its block.
        guard let owner else { return "" }
        return decoded(tree.content(of: owner, in: range, text: text)[...])
      }
      return (part(definition.destination), definition.title.map(part))
    }
  }

  // MARK: Text

  /// Text with its escapes and references decoded.
  private func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let bytes = Array(bytes)
    var result: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == ASCII.backslash, i + 1 < bytes.count, ASCII.isPunctuation(bytes[i + 1]) {
        result.append(bytes[i + 1])
        i += 2
      } else if bytes[i] == ASCII.ampersand,
        let (text, end) = CharacterReferences.decode(bytes, at: i)
      {
        result += text
        i = end
      } else {
        result += bytes[i] == 0 ? Array("\u{FFFD}".utf8) : [bytes[i]]
        i += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func escaped(_ string: String) -> String {
    string.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private func percentEncoded(_ url: String) -> String {
    let kept = Set("-_.+!*'(),%#@?=;:/$~&".utf8)
    var result = ""
    for byte in url.utf8 {
      if ASCII.isAlphanumeric(byte) || kept.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return escaped(result)
  }
}
