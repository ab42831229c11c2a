import Annotator

/// The standoff format of brat: a line an annotation, spans in code points. A claim is an event
/// whose trigger is its cue (or its content, where only quotation marks report), with its source
/// and content as arguments and its fields as attributes.
func brat(_ article: AnnotatedArticle) -> String {
  let text = article.analysis.text
  var points = Conversion(text, unit: .utf32)
  var lines: [String] = []
  var count = 0
  func bound(_ label: String, _ spans: [ByteRange]) -> String {
    count += 1
    let places = spans.map { span in
      "\(points.count(from: 0, to: span.lowerBound)) \(points.count(from: 0, to: span.upperBound))"
    }
    let words = spans.map {
      text.string($0).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    lines.append(
      "T\(count)\t\(label) \(places.joined(separator: ";"))\t\(words.joined(separator: " "))")
    return "T\(count)"
  }
  var attributes = 0
  func attribute(_ name: String, _ target: String, _ value: String) {
    attributes += 1
    lines.append("A\(attributes)\t\(name) \(target) \(value)")
  }
  for (index, entity) in article.annotations.entities.enumerated() {
    let id = bound(entity.type.rawValue, [entity.range])
    if let value = entity.value { lines.append("#\(index + 1)\tAnnotatorNotes \(id)\t\(value)") }
  }
  for (index, claim) in article.annotations.claims.enumerated() {
    let content = bound("Content", claim.content)
    let source = claim.source.isEmpty ? nil : bound("Source", claim.source)
    let trigger = claim.cue.isEmpty ? content : bound("Cue", claim.cue)
    let label = claim.cue.isEmpty ? "Content" : "Cue"
    var event = "E\(index + 1)\t\(label):\(trigger)"
    if !claim.cue.isEmpty { event += " Content:\(content)" }
    if let source { event += " Source:\(source)" }
    lines.append(event)
    attribute("Form", "E\(index + 1)", claim.form.rawValue)
    attribute("Polarity", "E\(index + 1)", claim.polarity.rawValue)
    attribute("Certainty", "E\(index + 1)", claim.certainty.rawValue)
    attribute("Kind", "E\(index + 1)", claim.kind.rawValue)
  }
  return lines.map { $0 + "\n" }.joined()
}

/// A token a line with its start and end in code points, its entity and its part in claims, both as
/// BIO tags (`B-PERSON`, `I-PERSON`, `O`); blank lines part sentences, and `# role` heads a passage.
/// Where a role holds a name the longer one counts; where claims meet the first does.
func conll(_ article: AnnotatedArticle) -> String {
  let analysis = article.analysis
  var points = Conversion(analysis.text, unit: .utf32)
  let entities = TagCursor(
    article.annotations.entities.map { ([$0.range], $0.type.rawValue) })
  let claims = TagCursor(
    article.annotations.claims.flatMap {
      [($0.source, "SOURCE"), ($0.cue, "CUE"), ($0.content, "CONTENT")]
    })
  var result = "# file = \(article.file)\n"
  for (passage, analyzed) in zip(analysis.article.passages, analysis.passages) {
    result += "# passage = \(passage.role.label)\n"
    for sentence in analyzed.text.sentences {
      for token in sentence {
        let range = passage.sourceRange(ofTokens: token..<token + 1, in: analyzed.text)
        let start = points.count(from: 0, to: range.lowerBound)
        let end = points.count(from: 0, to: range.upperBound)
        result +=
          "\(analyzed.text.string(token))\t\(start)\t\(end)\t\(entities.tag(range))\t\(claims.tag(range))\n"
      }
      result += "\n"
    }
  }
  return result
}

/// Looks up the BIO tag of a range among labelled spans.
private struct TagCursor {
  /// Disjoint spans in text order, each with its label and whether it begins an annotation.
  private var spans: [(range: ByteRange, label: String, begins: Bool)] = []

  init(_ labelled: [([ByteRange], String)]) {
    let all = labelled.flatMap { spans, label in
      spans.enumerated().map { (range: $1, label: label, begins: $0 == 0) }
    }.sorted {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
    for span in all where span.range.lowerBound >= spans.last?.range.upperBound ?? 0 {
      spans.append(span)
    }
  }

  func tag(_ range: ByteRange) -> String {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < spans.count, spans[low].range.lowerBound < range.upperBound else { return "O" }
    let isFirst = spans[low].begins && spans[low].range.lowerBound >= range.lowerBound
    return (isFirst ? "B-" : "I-") + spans[low].label
  }
}

extension Passage.Role {
  /// A word for reports.
  var label: String {
    switch self {
    case .title: "title"
    case .heading: "heading"
    case .alternativeText: "alternative-text"
    case .caption: "caption"
    case .paragraph: "paragraph"
    case .listItem: "list-item"
    case .tableCell: "table-cell"
    case .credit: "credit"
    }
  }
}
