import Annotator

/// An answer to a query: a claim, or the mentions of something in one article.
struct QueryAnswer: Sendable {
  /// What the article's head tells.
  struct Head: Encodable, Sendable {
    var title: String?
    var publisher: String?
    var date: String?
    var url: String?
  }

  /// What a reader sees of a claim's parts.
  struct Text: Encodable, Sendable {
    var source: String
    var cue: String
    var content: String
  }

  /// What was found.
  enum Finding: Sendable {
    case claim(AnnotationDocument.Claim, Text, sourceName: String?)
    case mentions(AnnotationDocument.Chain, [AnnotationDocument.Entity])
  }

  /// The file as the user named it.
  var file: String
  /// Where the answer begins, in lines and columns from 1, columns in code points.
  var place: (line: Int, column: Int)
  /// The day of the article, where its head tells.
  var day: Dateline?
  /// The article.
  var article: Head
  /// What was found.
  var finding: Finding
}

/// The answers that are some claims of an article.
func answers(
  claims numbers: [Int], of article: AnnotatedArticle, _ style: ReportStyle
) -> [QueryAnswer] {
  let found = article.annotations
  let document = numbers.isEmpty ? nil : annotationDocument(article, style)
  return numbers.compactMap { number in
    guard let document else { return nil }
    let claim = found.claims[number]
    func text(_ spans: [ByteRange]) -> String {
      spans.map { article.analysis.visibleText($0) }.joined(separator: " … ")
    }
    return QueryAnswer(
      article, at: claim.source + claim.cue + claim.content,
      .claim(
        document.claims[number],
        .init(source: text(claim.source), cue: text(claim.cue), content: text(claim.content)),
        sourceName: claim.sourceChain.map { found.chains[$0].name }))
  }
}

/// The answers that are the mentions of some chains of an article.
func answers(
  mentionsOf chains: [Int], of article: AnnotatedArticle, _ style: ReportStyle
) -> [QueryAnswer] {
  let found = article.annotations
  let document = chains.isEmpty ? nil : annotationDocument(article, style)
  return chains.compactMap { number in
    guard let document else { return nil }
    let mentions = found.chains[number].mentions
    return QueryAnswer(
      article, at: mentions.map { found.entities[$0].range },
      .mentions(document.chains[number], mentions.map { document.entities[$0] }))
  }
}

extension QueryAnswer {
  fileprivate init(_ article: AnnotatedArticle, at spans: [ByteRange], _ finding: Finding) {
    let text = article.analysis.text
    let head = article.analysis.article.head
    file = article.file
    place = text.place(of: spans.map(\.lowerBound).min() ?? 0)
    day = head.dateline
    self.article = Head(
      title: head.title?.text, publisher: head.publisher?.text, date: head.date?.text,
      url: head.url?.text)
    self.finding = finding
  }

  /// One line for a terminal.
  func line(_ style: ReportStyle) -> String {
    let place = style.paint("\(file):\(place.line):\(place.column):", .faint)
    return "\(place) \(day?.day ?? "undated") \(words(style))"
  }

  private func words(_ style: ReportStyle) -> String {
    switch finding {
    case .claim(let claim, let text, let name):
      var who = text.source.isEmpty ? "(nobody named)" : text.source
      if let name, name != who { who += " [\(name)]" }
      var cue = text.cue.isEmpty ? "—" : text.cue
      if cue.hasSuffix(":") { cue.removeLast() }
      let notes = style.paint("[\(claim.notes.joined(separator: ", "))]", .faint)
      return "\(style.paint(who, .bold)) \(style.paint(cue, .italic)): \(text.content) \(notes)"
    case .mentions(let chain, let mentions):
      let count = mentions.count == 1 ? "1 mention" : "\(mentions.count) mentions"
      let notes = [chain.type.rawValue, chain.role, count].compactMap(\.self)
      return "\(style.paint(chain.name, [.bold, .color(chain.type)])) "
        + style.paint("[\(notes.joined(separator: ", "))]", .faint)
    }
  }
}

extension QueryAnswer: Encodable {
  private enum CodingKeys: String, CodingKey {
    case file, line, column, article, text, sourceName
    case name, type, role, count, mentions
  }

  /// Writes a claim's members beside those of the answer.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(place.line, forKey: .line)
    try container.encode(place.column, forKey: .column)
    try container.encode(article, forKey: .article)
    switch finding {
    case .claim(let claim, let text, let name):
      try claim.encode(to: encoder)
      try container.encode(text, forKey: .text)
      try container.encodeIfPresent(name, forKey: .sourceName)
    case .mentions(let chain, let mentions):
      try container.encode(chain.name, forKey: .name)
      try container.encode(chain.type, forKey: .type)
      try container.encodeIfPresent(chain.role, forKey: .role)
      try container.encode(mentions.count, forKey: .count)
      try container.encode(mentions, forKey: .mentions)
    }
  }
}

extension AnnotationDocument.Claim {
  /// What there is to say of a claim beside its words.
  var notes: [String] {
    var notes = [form.rawValue, kind.rawValue]
    if polarity == .negative { notes.append("negative") }
    if certainty != .certain { notes.append(certainty.rawValue) }
    return notes
  }
}

extension Dateline {
  /// The day as `YYYY-MM-DD`.
  fileprivate var day: String {
    let digits = String(100_000_000 + Int(key))
    return "\(digits.dropFirst().prefix(4))-\(digits.dropFirst(5).prefix(2))-\(digits.suffix(2))"
  }
}

extension SourceText {
  /// The line and the column in code points, both from 1, of a byte offset.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var points = Conversion(self, unit: .utf32)
    let place = points.position(offset)
    return (place.line + 1, place.column + 1)
  }
}
