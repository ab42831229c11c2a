import Testing

@testable import Annotator

/// Names of people of which the model made two.
struct NameJoiningTests {
  @Test(
    arguments: [
      ("[Jákup] á [Dul] spoke.", "[Jákup á Dul] spoke."),
      ("[Ursula] von der [Leyen] spoke.", "[Ursula von der Leyen] spoke."),
      ("[Osama] bin [Laden] and [Ann Lee] spoke.", "[Osama bin Laden] and [Ann Lee] spoke."),
      ("[Ann Lee] e [Rui Costa] spoke.", "[Ann Lee] e [Rui Costa] spoke."),
      ("[Ijaz Ahmed] st [Russell] b Croft 2", "[Ijaz Ahmed] st [Russell] b Croft 2"),
      ("[Ann Lee] met [Rui Costa].", "[Ann Lee] met [Rui Costa]."),
      ("[Ann Lee], [Rui Costa] spoke.", "[Ann Lee], [Rui Costa] spoke."),
    ])
  func particlesJoin(marked: String, expected: String) throws {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for byte in marked.utf8 {
      switch byte {
      case UInt8(ascii: "["): ranges.append(bytes.count..<bytes.count)
      case UInt8(ascii: "]"): ranges[ranges.count - 1] = ranges.last!.lowerBound..<bytes.count
      default: bytes.append(byte)
      }
    }
    let source = SourceText(String(decoding: bytes, as: UTF8.self))
    let passage = try #require(parsePlainText(source).passages.first)
    let text = tokenize(passage.prose)
    let mentions = ranges.map { range in
      let tokens = text.tokens.indices.filter { range.contains(text.tokens[$0].range.lowerBound) }
      return Mention(tokens: tokens.first!..<tokens.last! + 1, type: .person)
    }
    var result = ""
    var end = 0
    for mention in NameText(text, .standard).joined(mentions) {
      let range = text.proseRange(mention.tokens)
      result += String(decoding: bytes[end..<range.lowerBound], as: UTF8.self)
      result += "[\(String(decoding: bytes[range], as: UTF8.self))]"
      end = range.upperBound
    }
    #expect(result + String(decoding: bytes[end...], as: UTF8.self) == expected)
  }
}
