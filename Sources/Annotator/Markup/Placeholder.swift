/// Every line is a paragraph (until the parser is here).
public func parsePlainText(_ text: SourceText, reusing previous: Article? = nil) -> Article {
  var passages: [Passage] = []
  for (i, start) in text.lines.starts.enumerated() {
    var end = i + 1 < text.lines.count ? text.lines.starts[i + 1] : text.count
    while end > start, text.bytes[end - 1] == 10 || text.bytes[end - 1] == 13 { end -= 1 }
    guard start < end else { continue }
    passages.append(
      Passage(
        role: .paragraph, range: start..<end, prose: Prose(verbatim: Array(text.bytes[start..<end]))
      ))
  }
  return Article(passages: passages)
}

/// An article read as plain text (until the parser is here).
public func parseArticle(_ text: SourceText, reusing previous: Article? = nil) -> Article {
  parsePlainText(text)
}
