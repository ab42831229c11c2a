import Annotator
import LanguageServerProtocol

/// Who a pronoun or description is, and which day a date is, beside the words that do not say it.
func inlayHints(_ snapshot: Snapshot, in range: ByteRange) -> [InlayHint] {
  let found = snapshot.annotations
  var conversion = snapshot.conversion
  return found.entities.indices.compactMap { index in
    let entity = found.entities[index]
    guard entity.range.overlaps(range), let label = label(of: entity, in: found, snapshot) else {
      return nil
    }
    let hint = InlayHint(
      position: conversion.range(entity.range).end, label: label, paddingLeft: true,
      data: [
        "uri": .string(snapshot.uri.rawValue), "version": .integer(snapshot.version),
        "entity": .integer(index),
      ])
    return snapshot.client.completesHints ? hint : resolvedInlayHint(snapshot, hint)
  }
}

/// A hint with its tooltip, if the text is still the one that the hint was made of.
func resolvedInlayHint(_ snapshot: Snapshot, _ hint: InlayHint) -> InlayHint {
  let found = snapshot.annotations
  guard case .integer(let index)? = hint.data?["entity"], found.entities.indices.contains(index),
    hint.data?["version"] == .integer(snapshot.version)
  else { return hint }
  var hint = hint
  hint.tooltip = MarkupContent(
    kind: snapshot.client.showsMarkdown ? .markdown : .plaintext,
    value: snapshot.description(ofEntity: index, in: found))
  return hint
}

/// What the words of an entity do not say; `nil` where they say it.
private func label(of entity: Entity, in found: Annotations, _ snapshot: Snapshot) -> String? {
  let label: String?
  switch (entity.type, entity.mention) {
  case (_, .pronoun), (_, .nominal): label = entity.chain.map { found.chains[$0].name }
  case (.date, _), (.time, _): label = entity.value
  default: label = nil
  }
  return label == snapshot.analysis.visibleText(entity.range) ? nil : label
}
