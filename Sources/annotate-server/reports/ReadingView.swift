import Annotator

/// An article to be read in a terminal: its text with the entities marked, then who said what, then
/// who and what is named. Without colours an entity stands in brackets with its type.
func readingView(_ article: AnnotatedArticle, _ style: ReportStyle, titled: Bool) -> String {
  let analysis = article.analysis
  let pieces = Pieces(analysis.article, article.annotations)
  var text = titled ? style.paint("== \(article.file)", .bold) + "\n\n" : ""
  for (index, passage) in analysis.article.passages.enumerated() {
    let body = marked(pieces.pieces(ofPassage: index), article.annotations, style)
    switch passage.role {
    case .title, .heading: text += style.paint(body, .bold) + "\n\n"
    case .alternativeText: text += "[image: \(body)]\n\n"
    case .listItem: text += "- \(body)\n"
    case .caption, .paragraph, .tableCell, .credit: text += body + "\n\n"
    }
  }
  return text + claims(article, style) + entities(article, style)
}

private func marked(
  _ pieces: [Piece], _ annotations: Annotations, _ style: ReportStyle
) -> String {
  var text = ""
  for (index, piece) in pieces.enumerated() {
    let entity = piece.entity.map { annotations.entities[$0] }
    if style.isColored {
      var paints: [Paint] = piece.parts.isEmpty ? [] : [.underline]
      if piece.parts.contains(where: { $0.role == .cue }) { paints = [.italic, .bold] }
      if let entity { paints.append(.color(entity.type)) }
      text += style.paint(piece.text, paints)
    } else if let entity, let id = piece.entity {
      let opens = index == 0 || pieces[index - 1].entity != id
      let closes = index + 1 == pieces.count || pieces[index + 1].entity != id
      text += (opens ? "[" : "") + piece.text + (closes ? " \(entity.type.rawValue)]" : "")
    } else {
      text += piece.text
    }
  }
  return text
}

/// Who said what, a claim a paragraph.
private func claims(_ article: AnnotatedArticle, _ style: ReportStyle) -> String {
  let found = article.annotations
  guard !found.claims.isEmpty else { return "" }
  func words(_ spans: [ByteRange], between: String) -> String {
    spans.map { article.analysis.visibleText($0) }.joined(separator: between)
  }
  var text = style.paint("Claims", .bold) + "\n"
  for claim in found.claims {
    var who = claim.source.isEmpty ? "(nobody named)" : words(claim.source, between: ", ")
    if let chain = claim.sourceChain, found.chains[chain].name != who {
      who += " [\(found.chains[chain].name)]"
    }
    var cue = claim.cue.isEmpty ? "—" : words(claim.cue, between: " … ")
    if cue.hasSuffix(":") { cue.removeLast() }
    var notes = [claim.form.rawValue, claim.kind.rawValue]
    if claim.polarity == .negative { notes.append("negative") }
    if claim.certainty != .certain { notes.append(claim.certainty.rawValue) }
    text += "  \(style.paint(who, .bold)) \(style.paint(cue, .italic)): "
    text += "\(words(claim.content, between: " … "))\n"
    text += "      \(style.paint(notes.joined(separator: ", "), .faint))\n"
  }
  return text + "\n"
}

/// Who and what is named, a chain a line, and the values.
private func entities(_ article: AnnotatedArticle, _ style: ReportStyle) -> String {
  let found = article.annotations
  guard !found.entities.isEmpty else { return "" }
  var text = style.paint("Entities", .bold) + "\n"
  let width = 12
  func row(_ type: EntityType, _ name: String, _ note: String) {
    let label = type.rawValue + String(repeating: " ", count: max(1, width - type.rawValue.count))
    text += "  \(style.paint(label, [.color(type)]))\(name)"
    text += note.isEmpty ? "\n" : "  \(style.paint(note, .faint))\n"
  }
  for chain in found.chains {
    let count = chain.mentions.count
    row(
      chain.type, chain.name,
      [chain.role, count > 1 ? "\(count) mentions" : nil].compactMap(\.self)
        .joined(separator: ", "))
  }
  for entity in found.entities where entity.chain == nil {
    row(entity.type, article.analysis.visibleText(entity.range), entity.value ?? "")
  }
  return text
}

/// A way to show text in a terminal.
enum Paint {
  case bold, faint, italic, underline
  case color(EntityType)

  /// The parameter of the terminal's SGR sequence.
  var code: String {
    switch self {
    case .bold: "1"
    case .faint: "2"
    case .italic: "3"
    case .underline: "4"
    case .color(let type):
      switch type {
      case .person: "34"
      case .organization: "35"
      case .geopolitical, .location, .facility: "32"
      case .group, .language: "36"
      case .event, .work, .law, .product: "33"
      case .date, .time, .money, .percent, .quantity, .ordinal, .cardinal: "31"
      case .role: "94"
      }
    }
  }
}

extension ReportStyle {
  /// Text in a way of showing, where colours are wanted.
  func paint(_ text: String, _ paints: [Paint]) -> String {
    guard isColored, !paints.isEmpty else { return text }
    return "\u{1B}[\(paints.map(\.code).joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  /// Text in one way of showing.
  func paint(_ text: String, _ paint: Paint) -> String { self.paint(text, [paint]) }
}
