import Annotator
import LanguageServerProtocol

/// The outline of an article: its title, below it the sections with the claims made in each.
func documentSymbols(_ snapshot: Snapshot) -> DocumentSymbolResponse {
  let tree = Outline(snapshot).symbols
  guard !snapshot.client.showsSymbolTree else { return .symbols(tree) }
  var flat: [SymbolInformation] = []
  func flatten(_ symbols: [DocumentSymbol], under container: String?) {
    for symbol in symbols {
      flat.append(
        SymbolInformation(
          name: symbol.name, kind: symbol.kind,
          location: Location(uri: snapshot.uri, range: symbol.range), containerName: container))
      flatten(symbol.children ?? [], under: symbol.name)
    }
  }
  flatten(tree, under: nil)
  return .information(flat)
}

/// Builds the tree of symbols.
private struct Outline {
  /// A symbol in byte ranges, before it has its children.
  private struct Node {
    var name: String
    var detail: String?
    var kind: SymbolKind
    /// How deep it stands: 1 for the title, the heading's level, 7 for a claim.
    var level: Int
    var range: ByteRange
    var selection: ByteRange
  }

  private(set) var symbols: [DocumentSymbol] = []

  init(_ snapshot: Snapshot) {
    var nodes: [Node] = []
    for passage in snapshot.analysis.article.passages {
      let level: Int
      switch passage.role {
      case .title: level = 1
      case .heading(let own): level = own
      case .alternativeText, .caption, .paragraph, .listItem, .tableCell, .credit: continue
      }
      nodes.append(
        Node(
          name: oneLine(passage.prose.string), kind: level == 1 ? .file : .namespace, level: level,
          range: passage.range, selection: passage.range))
    }
    for claim in snapshot.annotations.claims {
      guard let content = claim.content.first else { continue }
      let source = claim.source.map { snapshot.analysis.visibleText($0) }.joined(separator: " ")
      let words = oneLine(
        claim.content.map { snapshot.analysis.visibleText($0) }.joined(separator: " … "))
      nodes.append(
        Node(
          name: oneLine(source.isEmpty ? words : "\(source): \(words)"),
          detail: [claim.form.rawValue, claim.kind.rawValue].joined(separator: ", "),
          kind: .event, level: 7, range: claim.extent, selection: content))
    }
    nodes.sort { ($0.range.lowerBound, $0.level) < ($1.range.lowerBound, $1.level) }
    var conversion = snapshot.conversion
    var rest = nodes[...]
    symbols = Outline.children(of: 0, from: &rest, until: snapshot.text.count, &conversion)
  }

  /// The symbols at the front of `nodes` that stand below a level. A heading reaches to the next
  /// one of its level or above.
  private static func children(
    of level: Int, from nodes: inout ArraySlice<Node>, until end: Int,
    _ conversion: inout Conversion
  ) -> [DocumentSymbol] {
    var symbols: [DocumentSymbol] = []
    while let node = nodes.first, node.level > level {
      nodes.removeFirst()
      let isSection = node.level < 7
      let next = nodes.first { $0.level <= node.level }?.range.lowerBound ?? end
      let range = isSection ? node.range.lowerBound..<max(next, node.range.upperBound) : node.range
      let own = conversion.range(range)
      let selection = conversion.range(node.selection)
      let children =
        isSection ? children(of: node.level, from: &nodes, until: next, &conversion) : []
      symbols.append(
        DocumentSymbol(
          name: node.name, detail: node.detail, kind: node.kind, range: own,
          selectionRange: selection, children: children.isEmpty ? nil : children))
    }
    return symbols
  }
}
