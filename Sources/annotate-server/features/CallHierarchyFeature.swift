import Annotator
import LanguageServerProtocol

// Persons and claims call each other: a person leads to the claims that they make, a claim to those
// whom it speaks of.

/// The thing or the claim at a position.
func callHierarchyItems(_ snapshot: Snapshot, at position: Position) -> [CallHierarchyItem]? {
  var hierarchy = CallHierarchy(snapshot)
  let offset = hierarchy.conversion.offset(position)
  if let chain = snapshot.chain(at: offset, in: hierarchy.found) {
    return [hierarchy.item(chain: chain)]
  }
  return hierarchy.found.claim(at: offset).map { [hierarchy.item(claim: $0)] }
}

/// The claims that speak of a thing; the source of a claim.
func incomingCalls(
  _ snapshot: Snapshot, of item: CallHierarchyItem
) -> [CallHierarchyIncomingCall]? {
  var hierarchy = CallHierarchy(snapshot)
  switch hierarchy.node(item) {
  case .chain(let chain):
    return hierarchy.found.claims.indices.compactMap { claim in
      let places = hierarchy.mentions(of: chain, inClaim: claim)
      guard !places.isEmpty else { return nil }
      return CallHierarchyIncomingCall(
        from: hierarchy.item(claim: claim), fromRanges: hierarchy.ranges(places))
    }
  case .claim(let claim):
    guard let chain = hierarchy.found.claims[claim].sourceChain else { return [] }
    return [
      CallHierarchyIncomingCall(
        from: hierarchy.item(chain: chain),
        fromRanges: hierarchy.ranges(hierarchy.found.claims[claim].source))
    ]
  case nil: return nil
  }
}

/// The claims that a thing makes; the things that a claim speaks of.
func outgoingCalls(
  _ snapshot: Snapshot, of item: CallHierarchyItem
) -> [CallHierarchyOutgoingCall]? {
  var hierarchy = CallHierarchy(snapshot)
  switch hierarchy.node(item) {
  case .chain(let chain):
    return hierarchy.found.claims.indices.filter { hierarchy.found.claims[$0].sourceChain == chain }
      .map { claim in
        CallHierarchyOutgoingCall(
          to: hierarchy.item(claim: claim),
          fromRanges: hierarchy.ranges(hierarchy.found.claims[claim].source))
      }
  case .claim(let claim):
    return hierarchy.found.chains.indices.compactMap { chain in
      let places = hierarchy.mentions(of: chain, inClaim: claim)
      guard !places.isEmpty else { return nil }
      return CallHierarchyOutgoingCall(
        to: hierarchy.item(chain: chain), fromRanges: hierarchy.ranges(places))
    }
  case nil: return nil
  }
}

/// One answer about persons and claims.
private struct CallHierarchy {
  /// What an item stands for.
  enum Node {
    case chain(Int), claim(Int)
  }

  let snapshot: Snapshot
  let found: Annotations
  var conversion: Conversion

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    found = snapshot.annotations
    conversion = snapshot.conversion
  }

  /// What an item that was given out stands for; found by its place, since the text may have
  /// changed behind it.
  func node(_ item: CallHierarchyItem) -> Node? {
    let offset = conversion.offset(item.selectionRange.start)
    if item.kind == .event {
      return found.claims.lastIndex { $0.content.first?.lowerBound == offset }.map { .claim($0) }
    }
    return snapshot.chain(at: offset, in: found).map { .chain($0) }
  }

  mutating func item(chain: Int) -> CallHierarchyItem {
    let range = conversion.range(snapshot.introduction(of: chain, in: found) ?? 0..<0)
    return CallHierarchyItem(
      name: found.chains[chain].name, kind: .object,
      detail: found.chains[chain].role ?? found.chains[chain].type.label, uri: snapshot.uri,
      range: range, selectionRange: range)
  }

  mutating func item(claim index: Int) -> CallHierarchyItem {
    let claim = found.claims[index]
    let words = claim.content.map { snapshot.analysis.visibleText($0) }.joined(separator: " … ")
    return CallHierarchyItem(
      name: oneLine(words), kind: .event,
      detail: [claim.form.rawValue, claim.kind.rawValue].joined(separator: ", "), uri: snapshot.uri,
      range: conversion.range(claim.extent),
      selectionRange: conversion.range(claim.content.first ?? claim.extent))
  }

  mutating func ranges(_ ranges: [ByteRange]) -> [LanguageServerProtocol.Range] {
    ranges.map { conversion.range($0) }
  }

  /// Where the content of a claim speaks of a chain's thing.
  func mentions(of chain: Int, inClaim claim: Int) -> [ByteRange] {
    found.chains[chain].mentions.map { found.entities[$0].range }.filter { range in
      found.claims[claim].content.contains { $0.contains(range) }
    }
  }
}
