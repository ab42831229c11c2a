import Annotator
import LanguageServerProtocol

/// Ever wider stretches around places: word, entity, part of a claim, claim, sentence, paragraph,
/// the blocks around it, section, document.
func selectionRanges(_ snapshot: Snapshot, at positions: [Position]) -> [SelectionRange] {
  let found = snapshot.annotations
  let sections = sections(of: snapshot)
  var conversion = snapshot.conversion
  return positions.map { position in
    let offset = conversion.offset(position)
    let text = around(offset, in: snapshot)
    let base = text.first ?? offset..<offset
    var stretches = text + sections + [0..<snapshot.text.count]
    stretches += snapshot.analysis.article.tree.blocks.map(\.range)
    stretches += found.entities.map(\.range)
    stretches += found.claims.flatMap { $0.spans + [$0.extent] }
    stretches = stretches.filter {
      $0.lowerBound <= base.lowerBound && base.upperBound <= $0.upperBound
    }
    stretches.sort { $0.count > $1.count }
    var result = SelectionRange.outermost(conversion.range(0..<snapshot.text.count))
    var last = 0..<snapshot.text.count
    // Of stretches that cross each other the wider one stands.
    for stretch in stretches where last.contains(stretch) && stretch != last {
      result = .inside(conversion.range(stretch), result)
      last = stretch
    }
    return result
  }
}

/// The word, the sentence and the passage at an offset, as far as there are any.
private func around(_ offset: Int, in snapshot: Snapshot) -> [ByteRange] {
  let article = snapshot.analysis.article
  let passages = snapshot.analysis.passages
  guard
    let index = article.passages.lastIndex(where: { $0.range.touches(offset) })
  else { return [] }
  let passage = article.passages[index]
  let text = passages[index].text
  func place(_ tokens: Swift.Range<Int>) -> ByteRange {
    passage.sourceRange(ofTokens: tokens, in: text)
  }
  let token =
    text.tokens.indices.last { place($0..<$0 + 1).contains(offset) }
    ?? text.tokens.indices.last { place($0..<$0 + 1).upperBound == offset }
  guard let token else { return [passage.range] }
  let sentence = text.sentences[text.sentence(of: token)]
  return [place(token..<token + 1), place(sentence), passage.range]
}
