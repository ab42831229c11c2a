import Testing

@testable import Annotator

/// An article's head and passages, a line each: `role "prose"`, with `>` before what is quoted.
func render(_ article: Article) -> String {
  var lines: [String] = []
  func add(_ name: String, _ part: Head.Part?) {
    if let part { lines.append("\(name)= \(part.text)") }
  }
  add("publisher", article.head.publisher)
  add("date", article.head.date)
  if let day = article.head.dateline {
    let minute = day.minute.map { " minute \($0)" } ?? ""
    lines.append("day= \(day.year)/\(day.month)/\(day.day)\(minute)")
  }
  add("url", article.head.url)
  add("author", article.head.author)
  for passage in article.passages {
    let role =
      switch passage.role {
      case .title: "title"
      case .heading(let level): "heading\(level)"
      case .alternativeText: "image"
      case .caption: "caption"
      case .paragraph: "paragraph"
      case .listItem: "item"
      case .tableCell: "cell"
      case .credit: "credit"
      }
    let text = passage.prose.string.replacing("\n", with: "⏎")
    lines.append("\(passage.isQuoted ? "> " : "")\(role): \(text)")
  }
  return lines.joined(separator: "\n")
}

/// Compares an article, rendered, with what is expected, and its ranges with the text.
func check(
  _ markdown: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = SourceText(markdown)
  let article = parseArticle(text)
  #expect(render(article) == expected, sourceLocation: sourceLocation)
  checkRanges(article, text, sourceLocation: sourceLocation)
}

/// Checks what holds of every article: parts and passages lie where they say, and maps cover the
/// prose, in order, with verbatim runs equal to the source.
func checkRanges(
  _ article: Article, _ text: SourceText, sourceLocation: SourceLocation = #_sourceLocation
) {
  for passage in article.passages {
    var prose = 0
    var source = 0
    for segment in passage.prose.segments {
      let start = passage.range.lowerBound + segment.source
      let range = start..<start + segment.sourceLength
      var isRight = segment.prose == prose && segment.source >= source && segment.length > 0
      isRight = isRight && segment.sourceLength > 0
      isRight = isRight && range.clamped(to: passage.range) == range
      if isRight, segment.length == segment.sourceLength {
        let shown = passage.prose.bytes[prose..<prose + segment.length]
        isRight = zip(shown, text.bytes[range]).allSatisfy { $0 == $1 || ($0 == 10 && $1 == 13) }
      }
      #expect(isRight, "\(segment) of \(passage)", sourceLocation: sourceLocation)
      prose += segment.length
      source = segment.source + segment.sourceLength
    }
    #expect(prose == passage.prose.bytes.count, sourceLocation: sourceLocation)
    #expect(
      String(validating: passage.prose.bytes, as: UTF8.self) != nil, sourceLocation: sourceLocation)
  }
  for part in [article.head.publisher, article.head.date, article.head.url] {
    guard let part else { continue }
    #expect(part.range.clamped(to: 0..<text.count) == part.range, sourceLocation: sourceLocation)
  }
}
