/// Cuts prose into tokens and sentences.
public func tokenize(_ prose: Prose) -> TokenizedProse {
  var tokens: [Token] = []
  var sentences: [Range<Int>] = []
  var start = 0
  var first = 0
  let bytes = prose.bytes
  func isWord(_ b: UInt8) -> Bool {
    b >= 0x80 || (b | 0x20) >= 0x61 && (b | 0x20) <= 0x7A || b >= 0x30 && b <= 0x39
      || b == 0x2D
  }
  while start < bytes.count {
    let byte = bytes[start]
    if byte == 0x20 || byte == 0x0A {
      start += 1
      continue
    }
    var end = start + 1
    if isWord(byte) { while end < bytes.count, isWord(bytes[end]) { end += 1 } }
    tokens.append(Token(range: start..<end, kind: isWord(byte) ? .word : .punctuation))
    if byte == 0x2E {
      sentences.append(first..<tokens.count)
      first = tokens.count
    }
    start = end
  }
  if first < tokens.count { sentences.append(first..<tokens.count) }
  return TokenizedProse(prose: prose, tokens: tokens, sentences: sentences)
}
