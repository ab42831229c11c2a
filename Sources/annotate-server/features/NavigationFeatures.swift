import Annotator
import LanguageServerProtocol

/// Where the thing at a position gets its full name; of a claim, where its source does.
func definition(_ snapshot: Snapshot, at position: Position) -> Location? {
  var conversion = snapshot.conversion
  let offset = conversion.offset(position)
  let found = snapshot.annotations
  let range: ByteRange?
  if let chain = snapshot.chain(at: offset, in: found) {
    range = snapshot.introduction(of: chain, in: found)
  } else if found.entity(at: offset) == nil, let claim = found.claim(at: offset) {
    let named = found.claims[claim].sourceChain.flatMap { snapshot.introduction(of: $0, in: found) }
    range = named ?? found.claims[claim].source.first
  } else {
    range = nil
  }
  return range.map { Location(uri: snapshot.uri, range: conversion.range($0)) }
}

/// Every mention of the thing at a position.
func references(_ snapshot: Snapshot, _ params: ReferenceParams) -> [Location]? {
  var conversion = snapshot.conversion
  let found = snapshot.annotations
  guard let chain = snapshot.chain(at: conversion.offset(params.position), in: found) else {
    return nil
  }
  let introduction = snapshot.introduction(of: chain, in: found)
  return found.chains[chain].mentions.map { found.entities[$0].range }
    .filter { params.context.includeDeclaration || $0 != introduction }
    .map { Location(uri: snapshot.uri, range: conversion.range($0)) }
}

/// Every mention of the thing at a position; where there is none, the parts of the claim.
func documentHighlights(_ snapshot: Snapshot, at position: Position) -> [DocumentHighlight]? {
  var conversion = snapshot.conversion
  let offset = conversion.offset(position)
  let found = snapshot.annotations
  let ranges: [ByteRange]
  if let entity = found.entity(at: offset) {
    let chain = found.entities[entity].chain
    ranges = (chain.map { found.chains[$0].mentions } ?? [entity]).map { found.entities[$0].range }
  } else if let claim = found.claim(at: offset) {
    ranges = found.claims[claim].spans
  } else {
    return nil
  }
  return ranges.map { DocumentHighlight(range: conversion.range($0), kind: .text) }
}

/// The mentions that are written as the one at a position and mean the same, so that they can be
/// edited as one.
func linkedEditingRanges(_ snapshot: Snapshot, at position: Position) -> LinkedEditingRanges? {
  var conversion = snapshot.conversion
  let found = snapshot.annotations
  guard let index = found.entity(at: conversion.offset(position)),
    let chain = found.entities[index].chain, found.entities[index].mention == .name
  else { return nil }
  let text = snapshot.text.bytes[found.entities[index].range]
  let ranges = found.chains[chain].mentions.map { found.entities[$0].range }
    .filter { snapshot.text.bytes[$0].elementsEqual(text) }
  guard ranges.count > 1 else { return nil }
  return LinkedEditingRanges(ranges: ranges.map { conversion.range($0) })
}
