/// An HTML element that needs an end tag has one; without it, everything behind it belongs to the
/// element.
///
///     The vote was <b>not</b> secret.
///     The vote was <b>not secret.
///
/// Elements that never have one (`br`, `hr`, `img`, `wbr` and the like) and those that may go without
/// (`p`, `li`, table cells and the like) are left alone. The end tag may stand in another block.
enum HTMLUnclosed: ArticleRule {
  static let id = "html/unclosed"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "An HTML element that needs an end tag has none."

  static func findings(in article: LintedArticle) -> [Finding] {
    let tree = article.article.tree
    let bytes = article.text.bytes
    var tags = OpenTags()
    for block in tree.blocks {
      switch block.kind {
      case .html(condition: 1), .html(condition: 6), .html(condition: 7):
        let source = InlineSource(tree.lines[block.lines], origin: 0, in: bytes)
        tags.readBlock(source)
      case _ where block.inlines >= 0:
        for element in tree.inlines[block.inlines].elements where element.kind == .html {
          let range = element.range.shifted(by: block.range.lowerBound)
          tags.read(bytes[range], at: range)
        }
      default: break
      }
    }
    return tags.open.values.joined().map { tag in
      let name = article.text.string(tag.lowerBound + 1..<nameEnd(bytes, from: tag.lowerBound + 1))
      return finding(
        article.firstLine(of: tag),
        "The element “\(name)” is never ended. Put “</\(name)>” where it ends.")
    }
  }

  private static func nameEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    return end
  }
}

private func isNameByte(_ byte: UInt8) -> Bool {
  ASCII.isAlphanumeric(byte) || byte == ASCII.hyphen
}

/// The start tags that no end tag was found for yet.
private struct OpenTags {
  /// Where they stand, by element. An end tag ends the last one of its name, so that elements which
  /// overlap count as ended.
  var open: [String: [ByteRange]] = [:]

  /// Takes in a tag, or whatever else is no text. The bytes are those of its content, the range that
  /// of its source.
  mutating func read(_ tag: ArraySlice<UInt8>, at range: ByteRange) {
    let isEnd = tag.dropFirst().first == ASCII.slash
    let name = name(of: tag)
    guard !name.isEmpty, !Self.withoutEnd.contains(name) else { return }
    if isEnd {
      _ = open[name]?.popLast()
    } else if tag.suffix(2).first != ASCII.slash {
      open[name, default: []].append(range)
    }
  }

  private func name(of tag: ArraySlice<UInt8>) -> String {
    let start = tag.dropFirst().first == ASCII.slash ? 2 : 1
    let name = tag.dropFirst(start).prefix(while: isNameByte)
    return String(decoding: name.map(ASCII.lowered), as: UTF8.self)
  }

  /// Takes in the tags of an HTML block. Comments and what stands in elements of plain text hold none.
  mutating func readBlock(_ source: InlineSource) {
    let content = source.content
    var i = 0
    while i < content.count {
      guard content[i] == ASCII.less else {
        i += 1
        continue
      }
      if content.begins("<!--", at: i, before: content.count) {
        i = content.firstOffset(of: "-->", from: i + 4) ?? content.count
      } else if let end = HTMLScanner.tag(content, at: i, before: content.count) {
        let tag = content[i..<end]
        read(tag, at: source.sourceRange(i..<end))
        i = end
        guard tag.dropFirst().first != ASCII.slash else { continue }
        switch name(of: tag) {
        case "pre": i = content.firstOffset(of: "</pre", from: end) ?? content.count
        case "script": i = content.firstOffset(of: "</script", from: end) ?? content.count
        case "style": i = content.firstOffset(of: "</style", from: end) ?? content.count
        case "textarea": i = content.firstOffset(of: "</textarea", from: end) ?? content.count
        default: break
        }
      } else {
        i += 1
      }
    }
  }

  /// The elements that never have an end tag, and those whose end tag may be left out (HTML Living
  /// Standard, sections 13.1.2 and 13.1.2.4).
  private static let withoutEnd: Set<String> = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
    "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p",
    "rb", "rp", "rt", "rtc", "tbody", "td", "tfoot", "th", "thead", "tr",
  ]
}

extension [UInt8] {
  /// The first offset, from one on, at which the bytes begin with ASCII text in any case.
  fileprivate func firstOffset(of lowercase: StaticString, from start: Int) -> Int? {
    guard start < count else { return nil }
    return (start..<count).first { begins(lowercase, at: $0, before: count) }
  }
}
