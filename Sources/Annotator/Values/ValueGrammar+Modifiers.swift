extension ValueGrammar {
  /// The index behind the modifiers of a number that begin at a word ("about", "no more than", "just
  /// under"); the same index where there are none.
  func skippingModifiers(_ index: Int) -> Int {
    var position = index
    for _ in 0..<3 {
      let next = skippingModifier(position)
      if next == position { break }
      position = next
    }
    return position
  }

  /// Nouns and participles that "over" follows as a preposition.
  private static let quarrels: Set<String> = [
    "fraud", "row", "dispute", "fight", "lawsuit", "case", "battle", "feud", "trial", "jailed",
    "fined",
    "sued", "concern", "concerns", "anger", "scandal", "talks", "won", "victory", "lead",
  ]

  private func skippingModifier(_ index: Int) -> Int {
    switch text(index) {
    case "over":
      // "a fraud over £412,000" is about it; "a row over 5 percent" too.
      return isOne(index - 1, of: Self.quarrels) ? index : index + 1
    case "about", "around", "approximately", "roughly", "nearly", "almost", "only", "just", "some",
      "under", "barely", "exactly", "estimated", "between":
      return index + 1
    case "~": return index + 1
    case "up": return text(index + 1) == "to" ? index + 2 : index
    case "at": return isOne(index + 1, of: ["least", "most"]) ? index + 2 : index
    case "more", "less", "fewer":
      return text(index + 1) == "than" ? index + 2 : index
    case "slightly":
      return isOne(index + 1, of: ["more", "less", "over", "under"]) ? index + 1 : index
    case "a":
      if text(index + 1) == "mere" { return index + 2 }
      return isOne(index + 1, of: ["little", "bit"])
        && isOne(index + 2, of: ["over", "under", "more", "less"]) ? index + 2 : index
    case "well":
      return isOne(index + 1, of: ["over", "under", "below", "above"]) ? index + 2 : index
    case "no", "not":
      return isOne(index + 1, of: ["more", "less", "fewer"]) && text(index + 2) == "than"
        ? index + 3 : index
    case "as":
      return isOne(index + 1, of: ["much", "many", "little", "few", "high", "low"])
        && text(index + 2) == "as" ? index + 3 : index
    case "close": return text(index + 1) == "to" ? index + 2 : index
    case "an":
      return isOne(index + 1, of: ["estimated", "additional", "extra"]) ? index + 2 : index
    default: return index
    }
  }

  /// The index behind words that modify a number from behind: "or more", "or so".
  func skippingTrailingModifier(_ index: Int) -> Int {
    text(index) == "or" && isOne(index + 1, of: ["more", "so", "less", "fewer"])
      ? index + 2 : index
  }
}
