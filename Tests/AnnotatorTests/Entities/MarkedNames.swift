import Testing

@testable import Annotator

/// Takes the marks of `[PERSON Kim Jong Un]` out of a text: what is left is what a recogniser reads.
func unmarkedNames(_ marked: String) -> String {
  var plain = ""
  var isType = false
  for character in marked {
    switch character {
    case "[": isType = true
    case "]": break
    case " " where isType: isType = false
    default: if !isType { plain.append(character) }
    }
  }
  return plain
}

/// A passage with its mentions in brackets, each behind its type; an outer one opens first.
func renderedNames(_ mentions: [Mention], in text: TokenizedProse) -> String {
  var marks: [(offset: Int, order: Int, mark: String)] = []
  for mention in mentions {
    let range = text.proseRange(mention.tokens)
    marks.append((range.lowerBound, 1_000_000 - range.count, "[\(mention.type.rawValue) "))
    marks.append((range.upperBound, -1_000_000 + range.count, "]"))
  }
  marks.sort { ($0.offset, $0.order) < ($1.offset, $1.order) }
  var bytes: [UInt8] = []
  var start = 0
  for (offset, _, mark) in marks {
    bytes += text.prose.bytes[start..<offset]
    bytes += Array(mark.utf8)
    start = offset
  }
  return String(decoding: bytes + text.prose.bytes[start...], as: UTF8.self)
}

/// Checks that the rules find in a text just the names that are marked in it.
func checkNames(_ marked: String, _ location: SourceLocation = #_sourceLocation) {
  let text = tokenize(Prose(verbatim: Array(unmarkedNames(marked).utf8)))
  let mentions = RuleRecognizer().mentions(in: text)
  #expect(renderedNames(mentions, in: text) == marked, sourceLocation: location)
}
