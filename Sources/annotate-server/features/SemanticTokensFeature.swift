import Annotator
import LanguageServerProtocol

/// The coloured tokens of a document, or of a part of it: entities and claim cues, and all parts of
/// claims where the user wants them. Tokens never overlap and never cross a line end.
func semanticTokens(_ snapshot: Snapshot, in range: ByteRange? = nil) -> [UInt32] {
  let annotations = snapshot.annotations
  let article = snapshot.analysis.article
  let pieces = Pieces(article, annotations)
  let firstMentions = Set(annotations.chains.compactMap(\.mentions.first))
  var tokens: [(range: ByteRange, look: TokenLook)] = []
  for (index, passage) in article.passages.enumerated() {
    if let range, !range.overlaps(passage.range) { continue }
    var run: (range: ByteRange, look: TokenLook)?
    for piece in pieces.pieces(ofPassage: index) {
      let look = TokenLook(piece, annotations, firstMentions, snapshot.client.options.tokenClaims)
      if let range, !range.overlaps(piece.range) { continue }
      if let last = run, let look, last.look == look,
        last.range.upperBound == piece.range.lowerBound
      {
        run = (last.range.lowerBound..<piece.range.upperBound, look)
        continue
      }
      if let last = run { tokens.append(last) }
      run = look.map { (piece.range, $0) }
    }
    if let last = run { tokens.append(last) }
  }
  // The alternative text of an image inside a paragraph is a passage behind the paragraph.
  tokens.sort { $0.range.lowerBound < $1.range.lowerBound }
  var encoder = TokenEncoder(snapshot.conversion)
  for token in tokens { encoder.append(token.range, token.look) }
  return encoder.data
}

/// The smallest single replacement that turns one list of tokens into another; none when they are
/// the same.
func semanticTokensEdits(from old: [UInt32], to new: [UInt32]) -> [SemanticTokensEdit] {
  let shorter = min(old.count, new.count)
  var head = 0
  while head < shorter, old[head] == new[head] { head += 1 }
  guard head < old.count || head < new.count else { return [] }
  var tail = 0
  while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
  let inserted = Array(new[head..<new.count - tail])
  return [
    SemanticTokensEdit(
      start: head, deleteCount: old.count - tail - head, data: inserted.isEmpty ? nil : inserted)
  ]
}

/// What the announced numbers of tokens mean, for one client.
func semanticTokensLegend(_ names: TokenNames) -> SemanticTokensLegend {
  SemanticTokensLegend(
    tokenTypes: names.types, tokenModifiers: TokenModifier.allCases.map(\.rawValue))
}

/// How a token looks. Tokens of different entities differ even when they look alike.
private struct TokenLook: Equatable {
  var kind: TokenKind
  var modifiers: UInt32
  var entity: Int?

  /// The look of a piece of text, or `nil` for plain text.
  init?(
    _ piece: Piece, _ annotations: Annotations, _ firstMentions: Set<Int>,
    _ claims: Options.TokenClaims
  ) {
    modifiers = 0
    entity = piece.entity
    if let index = piece.entity {
      let entity = annotations.entities[index]
      kind = TokenKind(entity.type)
      if firstMentions.contains(index) { modifiers |= TokenModifier.definition.bit }
      if entity.mention == .pronoun { modifiers |= TokenModifier.pronoun.bit }
      guard claims != .none else { return }
    } else if piece.parts.contains(where: { $0.role == .cue }), claims != .none {
      kind = .claimCue
    } else if let part = piece.parts.last, claims == .all {
      kind = part.role == .source ? .claimSource : .claimContent
    } else {
      return nil
    }
    guard let part = piece.parts.last else { return }
    let claim = annotations.claims[part.claim]
    modifiers |= (claim.form == .direct ? TokenModifier.direct : .indirect).bit
    if claim.polarity == .negative { modifiers |= TokenModifier.negated.bit }
    if claim.certainty != .certain { modifiers |= TokenModifier.uncertain.bit }
  }
}

/// Writes tokens as the specification's relative numbers.
private struct TokenEncoder {
  private(set) var data: [UInt32] = []
  private var conversion: Conversion
  private var last = (line: 0, column: 0)

  init(_ conversion: Conversion) { self.conversion = conversion }

  /// Appends a token, cut at line ends.
  mutating func append(_ range: ByteRange, _ look: TokenLook) {
    let text = conversion.text
    var line = text.lines.line(at: range.lowerBound)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, text.endOfLine(line))
      if start < end {
        let column = conversion.position(start).column
        let length = conversion.position(end).column - column
        data += [
          UInt32(line - last.line), UInt32(line == last.line ? column - last.column : column),
          UInt32(length), look.kind.index, look.modifiers,
        ]
        last = (line, column)
      }
      line += 1
      guard line < text.lines.count else { return }
      start = text.lines.starts[line]
    }
  }
}
