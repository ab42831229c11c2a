import Annotator
import LanguageServerProtocol

/// The command that gives the claims of a thing: its arguments are the URI of the document and the
/// name of the chain, its result is what `textDocument/annotations` has of those claims.
let claimsCommand = "annotate.claims"

/// Above the line where somebody is introduced: how much they claim. The words come when the lens is
/// resolved.
func codeLenses(_ snapshot: Snapshot) -> [CodeLens] {
  let found = snapshot.annotations
  var conversion = snapshot.conversion
  let sources = Set(found.claims.compactMap(\.sourceChain))
  let places = sources.sorted().compactMap { chain in
    snapshot.introduction(of: chain, in: found).map { (range: $0, chain: chain) }
  }
  return places.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { place in
    let start = conversion.range(place.range).start
    return CodeLens(
      range: LanguageServerProtocol.Range(start: start, end: start),
      data: [
        "uri": .string(snapshot.uri.rawValue), "chain": .string(found.chains[place.chain].name),
      ])
  }
}

/// A lens with its command.
func resolvedCodeLens(_ snapshot: Snapshot, _ lens: CodeLens) -> CodeLens {
  let found = snapshot.annotations
  guard case .string(let name)? = lens.data?["chain"],
    let chain = found.chains.firstIndex(where: { $0.name == name })
  else { return lens }
  var lens = lens
  let claims = found.claims.count { $0.sourceChain == chain }
  let mentions = found.chains[chain].mentions.count
  lens.command = LanguageServerProtocol.Command(
    title: "\(name): \(counted(claims, "claim")), \(counted(mentions, "mention"))",
    command: claimsCommand, arguments: [.string(snapshot.uri.rawValue), .string(name)])
  return lens
}

/// What the command for a chain's claims gives.
func claims(ofChain name: String, _ snapshot: Snapshot) -> AnnotationsResult {
  var result = annotations(snapshot)
  let ids = Set(result.chains.filter { $0.name == name }.map(\.id))
  result.claims.removeAll { claim in !(claim.sourceChain.map(ids.contains) ?? false) }
  result.chains.removeAll { !ids.contains($0.id) }
  result.entities.removeAll { entity in !(entity.chain.map(ids.contains) ?? false) }
  return result
}

private func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
