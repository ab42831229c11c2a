import Annotator
import LanguageServerProtocol

/// All annotations of a document, or those that meet a part of it, with the client's ranges.
func annotations(_ snapshot: Snapshot, in range: ByteRange? = nil) -> AnnotationsResult {
  let found = snapshot.annotations
  var conversion = snapshot.conversion
  func isWanted(_ spans: [ByteRange]) -> Bool {
    guard let range else { return true }
    return spans.contains { $0.overlaps(range) || $0.lowerBound == range.lowerBound }
  }
  let tier = range.map(snapshot.analysis.tier) ?? found.tier
  var result = AnnotationsResult(
    uri: snapshot.uri, version: snapshot.version, tier: tier.rawValue, entities: [], chains: [],
    claims: [])
  var chains: Set<Int> = []
  for (index, entity) in found.entities.enumerated() where isWanted([entity.range]) {
    if let chain = entity.chain { chains.insert(chain) }
    result.entities.append(
      .init(
        id: "e\(index + 1)", type: entity.type.rawValue, mention: entity.mention.rawValue,
        text: snapshot.text.string(entity.range), range: conversion.range(entity.range),
        chain: entity.chain.map { "x\($0 + 1)" }, value: entity.value,
        confidence: entity.confidence))
  }
  for (index, claim) in found.claims.enumerated()
  where isWanted(claim.source + claim.cue + claim.content) {
    if let chain = claim.sourceChain { chains.insert(chain) }
    result.claims.append(
      .init(
        id: "c\(index + 1)", form: claim.form.rawValue, polarity: claim.polarity.rawValue,
        certainty: claim.certainty.rawValue, kind: claim.kind.rawValue,
        source: claim.source.map { conversion.range($0) },
        sourceChain: claim.sourceChain.map { "x\($0 + 1)" },
        cue: claim.cue.map { conversion.range($0) },
        content: claim.content.map { conversion.range($0) }, confidence: claim.confidence))
  }
  for (index, chain) in found.chains.enumerated() where range == nil || chains.contains(index) {
    result.chains.append(
      .init(
        id: "x\(index + 1)", type: chain.type.rawValue, name: chain.name, role: chain.role,
        mentions: chain.mentions.map { "e\($0 + 1)" }))
  }
  return result
}

extension Conversion {
  /// The client's range of a byte range.
  mutating func range(_ range: ByteRange) -> LanguageServerProtocol.Range {
    let start = position(range.lowerBound)
    let end = position(range.upperBound)
    return LanguageServerProtocol.Range(
      start: Position(line: start.line, character: start.column),
      end: Position(line: end.line, character: end.column))
  }

  /// The byte offset of a client's position.
  func offset(_ position: Position) -> Int {
    offset(line: position.line, column: position.character)
  }

  /// The byte range of a client's range; of one whose end lies before its start, the range between
  /// the two.
  func byteRange(_ range: LanguageServerProtocol.Range) -> ByteRange {
    let start = offset(range.start)
    let end = offset(range.end)
    return min(start, end)..<max(start, end)
  }
}
