/// Whether a paragraph is an article's credit: who reported, wrote, edited, photographed.
func isCredit(_ prose: Prose) -> Bool {
  let bytes = prose.bytes.split(whereSeparator: ASCII.isWhitespace)
  guard !bytes.isEmpty, bytes.count <= 200 else { return false }
  func word(_ index: Int) -> String {
    index < bytes.count ? String(decoding: bytes[index], as: UTF8.self) : ""
  }
  let first = word(0).lowercased()
  // Agencies put credits in parentheses.
  let opening = first.trimmingMarks()
  let second = word(1).lowercased().trimmingMarks()
  if opening == "by" { return bytes.count > 1 && isNames(bytes.indices.dropFirst().map(word)) }
  if creditActivities.contains(opening) {
    // A colon after the word, or "by"; "Photographs" also stands alone before names.
    return first.hasSuffix(":") || second == "by" || (opening == "photographs" && bytes.count <= 30)
  }
  if opening == "additional" { return ["reporting", "writing", "research"].contains(second) }
  if opening == "with" { return second == "reporting" }
  let mayTell = bytes.contains {
    $0.starts(with: "contributed".utf8) || $0.starts(with: "reported".utf8)
  }
  return mayTell && isContribution(bytes.indices.map(word))
}

/// Whether an article's last paragraph is a signature: a name of at least two words with the bearer's
/// title or place, and no mark that ends a sentence.
func isSignature(_ prose: Prose) -> Bool {
  let words = prose.bytes.split(whereSeparator: ASCII.isWhitespace).prefix(13).map {
    String(decoding: $0, as: UTF8.self)
  }
  guard (2...12).contains(words.count), let last = words.last?.last,
    last.isLetter || last == ")"
  else { return false }
  return words[..<2].allSatisfy { $0.first?.isUppercase ?? false } && isNames(words)
}

/// What people do for an article, as the word before "by", or before a colon.
private let creditActivities: Set<String> = [
  "reporting", "writing", "editing", "compiling", "compiled", "translation", "translated",
  "photographs", "photos", "photography", "pictures", "words", "graphics", "graphic", "produced",
  "production", "reported", "written", "edited", "research", "video", "text", "illustrations",
]

/// Whether words hold nothing but names, the words that join them, and "reported from" or
/// "contributed".
private func isContribution(_ words: [String]) -> Bool {
  let lowered = words.map { $0.lowercased().trimmingMarks() }
  let hasReported = zip(lowered, lowered.dropFirst()).contains { $0 == "reported" && $1 == "from" }
  guard hasReported || lowered.contains("contributed") else { return false }
  let known: Set<String> = [
    "reported", "from", "contributed", "to", "this", "report", "article", "story", "reporting",
    "research", "additional", "also",
  ]
  return isNames(words, allowing: known)
}

/// Whether words are names and the small words between them.
private func isNames(_ words: [String], allowing known: Set<String> = []) -> Bool {
  let joining: Set<String> = [
    "and", "in", "of", "for", "at", "the", "with", "de", "del", "della", "da", "di", "dos", "du",
    "la", "le", "files", "from", "van", "von", "der", "den", "ten", "bin", "al", "el", "y", "e",
    "&",
  ]
  var hasName = false
  for word in words {
    let bare = word.trimmingMarks()
    if let first = bare.first, first.isUppercase || !first.isLowercase && first.isLetter {
      hasName = true
    } else if !bare.isEmpty, !joining.contains(bare), !known.contains(bare),
      !bare.hasPrefix("al-"), !bare.hasPrefix("el-")
    {
      return false
    }
  }
  return hasName
}

extension StringProtocol {
  /// The string without the marks of punctuation at its ends.
  fileprivate func trimmingMarks() -> String {
    var result = self[...]
    while let first = result.first, first.isPunctuation, first != "&" { result.removeFirst() }
    while let last = result.last, last.isPunctuation, last != "&" { result.removeLast() }
    return String(result)
  }
}
