import Annotator

/// A page that shows articles with their annotations: entities as coloured marks, claims underlined,
/// with what is known of each in its title. It needs no script and no other file.
func html(_ articles: [AnnotatedArticle]) -> String {
  let bodies = articles.map { article in
    let pieces = Pieces(article.analysis.article, article.annotations)
    return article.analysis.article.passages.enumerated().map { index, passage in
      let inner = pieces.pieces(ofPassage: index).map { markedUp($0, article) }.joined()
      return switch passage.role {
      case .title: "<h1>\(inner)</h1>"
      case .heading(let level): "<h\(min(level, 6))>\(inner)</h\(min(level, 6))>"
      case .alternativeText: "<p class=\"alternative\">\(inner)</p>"
      case .caption: "<p class=\"caption\">\(inner)</p>"
      case .credit: "<p class=\"credit\">\(inner)</p>"
      case .listItem: "<ul><li>\(inner)</li></ul>"
      case .paragraph, .tableCell:
        passage.isQuoted ? "<blockquote><p>\(inner)</p></blockquote>" : "<p>\(inner)</p>"
      }
    }.joined(separator: "\n")
  }
  let title = articles.first?.analysis.article.head.title?.text ?? "Annotations"
  return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>\(escaped(title))</title>
    <style>
    body { font: 1.1rem/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
    .alternative, .caption, .credit { color: #666; font-size: 0.9em; }
    mark { color: inherit; border-radius: 0.2em; padding: 0 0.1em; background: #e8e8e8; }
    .PERSON { background: #cfe3ff; } .ORG { background: #e8d3f5; }
    .GPE, .LOC, .FAC { background: #d3f0d3; } .NORP, .LANGUAGE { background: #cdf0ee; }
    .EVENT, .WORK_OF_ART, .LAW, .PRODUCT { background: #fbe9b7; } .ROLE { background: #dde3ea; }
    .DATE, .TIME, .MONEY, .PERCENT, .QUANTITY, .ORDINAL, .CARDINAL { background: #fbd9d3; }
    .content { text-decoration: underline #888 1px; text-underline-offset: 0.2em; }
    .source { text-decoration: underline #36c 2px; text-underline-offset: 0.2em; }
    .cue { font-style: italic; font-weight: bold; }
    </style>
    </head>
    <body>
    \(bodies.map { "<article>\n\($0)\n</article>" }.joined(separator: "\n"))
    </body>
    </html>

    """
}

private func markedUp(_ piece: Piece, _ article: AnnotatedArticle) -> String {
  var text = escaped(piece.text)
  if let index = piece.entity {
    let entity = article.annotations.entities[index]
    let chain = entity.chain.map { article.annotations.chains[$0] }
    let known = [entity.type.rawValue, chain?.name, chain?.role, entity.value].compactMap(\.self)
    text =
      "<mark class=\"\(entity.type.rawValue)\" title=\"\(escaped(known.joined(separator: " · ")))\">"
      + "\(text)</mark>"
  }
  guard let part = piece.parts.first else { return text }
  let claim = article.annotations.claims[part.claim]
  let known = [
    "claim \(part.claim + 1)", part.role.rawValue, claim.form.rawValue, claim.kind.rawValue,
    claim.polarity.rawValue, claim.certainty.rawValue,
  ]
  let classes = Set(piece.parts.map(\.role.rawValue)).sorted().joined(separator: " ")
  return "<span class=\"\(classes)\" title=\"\(known.joined(separator: " · "))\">\(text)</span>"
}

private func escaped(_ text: String) -> String {
  var result = ""
  for character in text.unicodeScalars {
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(character)
    }
  }
  return result
}
