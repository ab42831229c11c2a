/// What keeps a text from being an absolute http or https address with a host and without blanks
/// (RFC 3986), as the end of a sentence; `nil` where nothing does.
func webAddressDefect(_ text: String) -> String? {
  if text.contains(where: \.isWhitespace) { return "has a blank in it" }
  let lowered = text.lowercased()
  guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix) else {
    return lowered.hasPrefix("www.")
      ? "does not begin with “https://”" : "does not begin with “https://” or “http://”"
  }
  let authority = text.utf8.dropFirst(scheme.utf8.count).prefix {
    $0 != ASCII.slash && $0 != ASCII.question && $0 != ASCII.number
  }
  let host = authority.split(separator: ASCII.at, omittingEmptySubsequences: false).last ?? []
  return isHost(Array(host)) ? nil : "has no host"
}

/// Whether bytes are a host, perhaps with a port: names parted by stops, or an address in brackets.
private func isHost(_ bytes: [UInt8]) -> Bool {
  if bytes.first == ASCII.leftBracket { return bytes.contains(ASCII.rightBracket) }
  let parts = bytes.split(separator: ASCII.colon, omittingEmptySubsequences: false)
  guard let name = parts.first, !name.isEmpty, parts.count <= 2 else { return false }
  if parts.count == 2, !parts[1].allSatisfy(ASCII.isDigit) { return false }
  var labels = name.split(separator: ASCII.stop, omittingEmptySubsequences: false)[...]
  // A stop at the end is that of the root.
  if labels.last?.isEmpty == true { labels.removeLast() }
  return !labels.isEmpty
    && labels.allSatisfy { label in
      !label.isEmpty
        && label.allSatisfy {
          ASCII.isAlphanumeric($0) || $0 >= 0x80 || "-_~%".utf8.contains($0)
        }
    }
}

/// The addresses that stand in a text as they are: `http://…`, `https://…`, `ftp://…` and `www.…`,
/// without the punctuation behind them that is the sentence's.
func bareAddresses(in bytes: [UInt8]) -> [Range<Int>] {
  bytes.withUnsafeBufferPointer { bytes in
    var found: [Range<Int>] = []
    var i = 0
    while i + 2 < bytes.count {
      let start: Int?
      switch bytes[i] {
      case ASCII.slash where bytes[i + 1] == ASCII.slash: start = schemeStart(bytes, before: i)
      case UInt8(ascii: "w"), UInt8(ascii: "W"): start = hostStart(bytes, at: i)
      default: start = nil
      }
      guard let start, start >= found.last?.upperBound ?? 0 else {
        i += 1
        continue
      }
      let end = addressEnd(bytes, from: max(start, i + 2))
      // A scheme alone is none.
      if end > i + 2, ASCII.isAlphanumeric(bytes[i + 2]) || bytes[i + 2] >= 0x80 {
        found.append(start..<end)
      }
      i = max(end, i + 1)
    }
    return found
  }
}

/// The start of `http:`, `https:` or `ftp:` before the slashes, no letter or digit before it.
private func schemeStart(_ bytes: UnsafeBufferPointer<UInt8>, before slashes: Int) -> Int? {
  guard slashes > 3, bytes[slashes - 1] == ASCII.colon else { return nil }
  var start = slashes - 1
  while start > 0, slashes - start < 8, ASCII.isLetter(bytes[start - 1]) { start -= 1 }
  guard start == 0 || !ASCII.isAlphanumeric(bytes[start - 1]) else { return nil }
  let scheme = bytes[start..<slashes - 1].map(ASCII.lowered)
  return ["http", "https", "ftp"].contains { scheme.elementsEqual($0.utf8) } ? start : nil
}

/// The offset itself where `www.` and a name begin there, no part of another name before it.
private func hostStart(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
  guard start + 6 < bytes.count, bytes[start + 3] == ASCII.stop,
    ASCII.lowered(bytes[start + 1]) == UInt8(ascii: "w"),
    ASCII.lowered(bytes[start + 2]) == UInt8(ascii: "w"),
    ASCII.isAlphanumeric(bytes[start + 4]) || bytes[start + 4] >= 0x80
  else { return nil }
  if start > 0 {
    let before = bytes[start - 1]
    guard !ASCII.isAlphanumeric(before), before < 0x80, !"./@-_".utf8.contains(before) else {
      return nil
    }
  }
  // A host has a second stop with a name behind it.
  var i = start + 4
  while i < bytes.count,
    ASCII.isAlphanumeric(bytes[i]) || bytes[i] == ASCII.hyphen || bytes[i] >= 0x80
  { i += 1 }
  guard i + 1 < bytes.count, bytes[i] == ASCII.stop, ASCII.isLetter(bytes[i + 1]) else {
    return nil
  }
  return start
}

/// Whether a character beyond ASCII is none of an address: a blank, or punctuation of a sentence.
private func endsAddress(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .dashPunctuation,
    .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
    true
  default: false
  }
}

/// Where an address ends: before a blank, a mark that no address holds, or punctuation behind which
/// it does not go on. A closing parenthesis belongs to it when it was opened there.
private func addressEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var end = start
  while end < bytes.count {
    let (scalar, length) = bytes.scalar(at: end)
    if scalar.value <= 0x20 || "<>\"`|".unicodeScalars.contains(scalar) { break }
    if scalar.value >= 0x80, endsAddress(scalar) { break }
    end += length
  }
  var depth = 0
  for i in start..<end {
    if bytes[i] == ASCII.leftParenthesis { depth += 1 }
    if bytes[i] == ASCII.rightParenthesis { depth -= 1 }
  }
  while end > start {
    let last = bytes[end - 1]
    if last == ASCII.rightParenthesis, depth < 0 {
      depth += 1
    } else if !"?!.,:*_~'\";]}".utf8.contains(last) {
      break
    }
    end -= 1
  }
  return end
}
