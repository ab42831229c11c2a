import Annotator

/// Passages of marked text, one a line: `[Kim|PERSON 1]` is a name with its type and the number of
/// its chain, `[leader|ROLE]` and `[Thursday|DATE]` are mentions without one, and `[He|1]` is what
/// coreference has to find. Chains are numbered in the order of their first mentions.
struct MarkedArticle {
  var passages: [AnalyzedPassage] = []

  init(_ marked: String) {
    for line in marked.split(separator: "\n") {
      passages.append(Self.passage(String(line)))
    }
  }

  /// The passages with the chains that a result gives.
  func rendered(_ result: CoreferenceResult) -> String {
    passages.indices.map { rendered($0, result) }.joined(separator: "\n")
  }

  private func rendered(_ index: Int, _ result: CoreferenceResult) -> String {
    let text = passages[index].text
    var marks: [(tokens: Range<Int>, label: String)] = []
    for mention in passages[index].mentions {
      let chain = result.chain(of: mention.tokens, in: index).map { " \($0 + 1)" } ?? ""
      let isChained = !mention.type.isValue && mention.type != .role
      marks.append((mention.tokens, mention.type.rawValue + (isChained ? chain : "")))
    }
    for placed in result.placed[index]
    where !passages[index].mentions.contains(where: { $0.tokens == placed.tokens }) {
      marks.append((placed.tokens, "\(placed.chain + 1)"))
    }
    marks.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var rendered = ""
    var end = 0
    for mark in marks {
      let range = text.proseRange(mark.tokens)
      rendered += String(decoding: text.prose.bytes[end..<range.lowerBound], as: UTF8.self)
      rendered += "[\(text.string(mark.tokens))|\(mark.label)]"
      end = range.upperBound
    }
    return rendered + String(decoding: text.prose.bytes[end...], as: UTF8.self)
  }

  private static func passage(_ marked: String) -> AnalyzedPassage {
    var bytes: [UInt8] = []
    var spans: [(range: Range<Int>, type: EntityType)] = []
    var start = 0
    var label: String?
    for character in marked {
      switch character {
      case "[": start = bytes.count
      case "|": label = ""
      case "]":
        if let type = EntityType(rawValue: String(label?.split(separator: " ").first ?? "")) {
          spans.append((start..<bytes.count, type))
        }
        label = nil
      default:
        if label == nil {
          bytes.append(contentsOf: character.utf8)
        } else {
          label?.append(character)
        }
      }
    }
    let text = tokenize(Prose(verbatim: bytes))
    let mentions = spans.compactMap { span -> Mention? in
      guard
        let first = text.tokens.firstIndex(where: { $0.range.lowerBound == span.range.lowerBound }),
        let last = text.tokens.firstIndex(where: { $0.range.upperBound == span.range.upperBound })
      else { return nil }
      return Mention(tokens: first..<last + 1, type: span.type)
    }
    return AnalyzedPassage(role: .paragraph, text: text, mentions: mentions)
  }
}
