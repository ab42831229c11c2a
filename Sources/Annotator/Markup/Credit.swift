/// Whether a paragraph is an article's credit: who reported, wrote, edited, photographed.
func isCredit(_ prose: Prose) -> Bool {
  var words = prose.string.split(whereSeparator: \.isWhitespace)
  // Agencies put credits in parentheses.
  if let first = words.first, first.hasPrefix("(") || first.hasPrefix("[") {
    words[0] = first.dropFirst()
  }
  guard let first = words.first, words.count <= 200 else { return false }
  let opening = words.prefix(3).map { $0.lowercased() }
  if opening[0] == "by" { return words.count > 1 && isNames(words.dropFirst()) }
  if creditActivities.contains(opening[0].trimmingMarks()) {
    if first.hasSuffix(":") { return true }
    return opening.dropFirst().first.map { $0 == "by" || $0 == "by:" } ?? false
  }
  switch (opening[0], opening.dropFirst().first?.trimmingMarks()) {
  case ("additional", "reporting"), ("additional", "writing"), ("additional", "research"),
    ("with", "reporting"):
    return true
  case ("photographs", _): return words.count <= 30
  default: return isContribution(words)
  }
}

/// What people do for an article, as the word before "by", or before a colon.
private let creditActivities: Set<String> = [
  "reporting", "writing", "editing", "compiling", "compiled", "translation", "translated",
  "photographs", "photos", "photography", "pictures", "words", "graphics", "graphic", "produced",
  "production", "reported", "written", "edited", "research", "video", "text", "illustrations",
]

/// Whether words hold nothing but names, the words that join them, and "reported from" or
/// "contributed".
private func isContribution(_ words: [Substring]) -> Bool {
  let lowered = words.map { $0.lowercased().trimmingMarks() }
  let hasReported = zip(lowered, lowered.dropFirst()).contains { $0 == "reported" && $1 == "from" }
  guard hasReported || lowered.contains("contributed") else { return false }
  let known: Set<String> = [
    "reported", "from", "contributed", "to", "this", "report", "article", "story", "reporting",
    "research", "additional", "also",
  ]
  return isNames(words[...], allowing: known)
}

/// Whether words are names and the small words between them.
private func isNames(_ words: ArraySlice<Substring>, allowing known: Set<String> = []) -> Bool {
  let joining: Set<String> = [
    "and", "in", "of", "for", "at", "the", "with", "de", "del", "della", "da", "di", "dos", "du",
    "la", "le", "van", "von", "der", "den", "ten", "bin", "al", "el", "y", "e", "&",
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
