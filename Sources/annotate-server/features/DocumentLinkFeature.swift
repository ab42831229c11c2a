import Annotator
import LanguageServerProtocol

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The links of an article: each destination that is written out, the text of links by reference,
/// and the address in the head.
func documentLinks(_ snapshot: Snapshot) -> [DocumentLink] {
  let tree = snapshot.analysis.article.tree
  let base = URL(string: snapshot.uri.rawValue)
  var places: [(range: ByteRange, destination: ByteRange)] = []
  for block in tree.blocks where block.inlines >= 0 {
    let content = tree.inlines[block.inlines]
    let origin = block.range.lowerBound
    for inline in content.elements {
      switch inline.kind {
      case .autolink: places.append((inline.content + origin, inline.content + origin))
      case .link, .image:
        guard inline.target >= 0 else { continue }
        let target = content.targets[inline.target]
        switch target.form {
        case .inline:
          places.append((target.destination + origin, target.destination + origin))
        case .reference(let label):
          guard let definition = tree.definitions[label] else { continue }
          places.append((inline.content + origin, definition.destination))
        }
      default: continue
      }
    }
  }
  if let url = snapshot.analysis.article.head.url { places.append((url.range, url.range)) }
  places.sort { $0.range.lowerBound < $1.range.lowerBound }
  var conversion = snapshot.conversion
  var links: [DocumentLink] = []
  for place in places where !place.range.isEmpty {
    guard let target = address(snapshot.text.string(place.destination), from: base) else {
      continue
    }
    let range = conversion.range(place.range)
    if links.last?.range != range { links.append(DocumentLink(range: range, target: target)) }
  }
  return links
}

/// The absolute address that a destination means in a document; `nil` where it is none, or leads to
/// the document itself.
private func address(_ destination: String, from base: URL?) -> String? {
  guard !destination.hasPrefix("#") else { return nil }
  let isMail = destination.contains("@") && !destination.contains(":")
  let text = isMail ? "mailto:" + destination : destination
  guard let url = URL(string: text, relativeTo: base), url.scheme != nil else { return nil }
  return url.absoluteString
}

private func + (range: ByteRange, offset: Int) -> ByteRange {
  range.lowerBound + offset..<range.upperBound + offset
}
