import TestSupport

/// The faults of the text, its quotations, claims, names and dates.
let textDamages: [Damage] = [
  Damage("text/mojibake") { draft, random in
    let sign = ["Ã©", "â€™s", "Ã¼", "ÃƒÂ©", "Å‚"].randomElement(using: &random)!
    return draft.replaceWord(by: &random) { $0 + sign }
  },
  Damage("text/replacement-character") { draft, random in
    draft.changeLetter(by: &random) { _ in "\u{FFFD}" }
  },
  Damage("text/invisible-character") { draft, random in
    let sign = ["\u{AD}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{200E}"]
      .randomElement(using: &random)!
    return draft.changeLetter(by: &random) { $0 + sign }
  },
  Damage("text/control-character") { draft, random in
    let sign = ["\u{1}", "\u{8}", "\u{1F}", "\u{92}", "\u{7F}"].randomElement(using: &random)!
    return draft.changeLetter(by: &random) { $0 + sign }
  },
  Damage("text/mixed-script") { draft, random in
    draft.replaceWord(by: &random) { word in
      let alike: [Character: Character] = ["a": "а", "e": "е", "o": "о", "i": "і", "y": "у"]
      let mixed = String(word.map { alike[$0] ?? $0 })
      return mixed == word ? "с" + word : mixed
    }
  },
  Damage("text/not-normalized") { draft, random in
    let mark = ["e\u{301}", "u\u{308}", "s\u{30C}", "o\u{323}"].randomElement(using: &random)!
    return draft.changeLetter(by: &random) { _ in mark }
  },
  Damage("text/repeated-word") { draft, random in
    let words = ["the the", "of of", "in in", "and and"].randomElement(using: &random)!
    return draft.replaceWord(by: &random) { "\($0) \(words)" }
  },
  Damage("text/space-trailing") { draft, random in
    guard let index = draft.paragraphs.randomElement(using: &random) else { return nil }
    let blanks = [" ", "\t", "   "].randomElement(using: &random)!
    return draft.change(index) { $0.text += blanks }
  },
  Damage("text/space-doubled") { draft, random in draft.replaceWord(by: &random) { $0 + " " } },
  Damage("text/space-before-punctuation") { draft, random in
    let mark = [",", ";", ":", "?", "!"].randomElement(using: &random)!
    return draft.replaceWord(by: &random) { "\($0) \(mark)" }
  },
  Damage("text/punctuation-missing") { draft, random in
    let paragraphs = draft.paragraphs.filter { draft.lines[$0].text.hasSuffix(".") }
    guard let index = paragraphs.randomElement(using: &random) else { return nil }
    return draft.change(index) { $0.text.removeLast() }
  },
  // A closing mark, since an opening one would be right before a paragraph that opens with one.
  Damage("quote/unbalanced", besides: ["quote/style-mixed"]) { draft, random in
    let mark = draft.doubleMarks.close
    return draft.replaceWord(by: &random, in: { !$0.contains { "\"“”‘’'".contains($0) } }) {
      $0 + mark
    }
  },
  Damage("quote/style-mixed") { draft, random in
    draft.insert(["They call it \"the gate\" or “the door” of the town."], by: &random)?[0]
  },
  Damage("claim/quote-unattributed") { draft, random in
    let (open, close) = draft.doubleMarks
    let quotation = "\(open)The sea has given us nothing at all.\(close)"
    return draft.insert(
      ["The boats lay in the harbour.", "", quotation, "", "The nets hung in the wind."],
      by: &random)?[2]
  },
  Damage("claim/headline-quote-missing", besides: ["quote/style-mixed"]) { draft, _ in
    guard let index = draft.headLine(.title) else { return nil }
    return draft.change(index) { $0.text += " amid 'zebra crossings'" }
  },
  Damage("claim/source-vague") { draft, random in
    let text = ["Critics say it will not last.", "It is widely believed that it will not last."]
      .randomElement(using: &random)!
    return draft.insert([text], by: &random)?[0]
  },
  Damage("entity/spelling-inconsistent") { draft, random in
    let name = ["Zbigniew Kowalczyk", "Oluwaseun Adebayo", "Marguerite Delacroix"]
      .randomElement(using: &random)!
    return draft.insert(
      [
        "\(name) sells rope. The rope is good, \(name) said.", "",
        misspelled(name, by: &random) + " left.",
      ],
      by: &random)?[2]
  },
  Damage("entity/name-unintroduced") { draft, random in
    let address = ["Mr", "Mrs", "Ms", "Dr"].randomElement(using: &random)!
    return draft.insert(["The rope was good, \(address) Vandersteen said."], by: &random)?[0]
  },
  Damage("date/weekday-mismatch") { draft, random in
    let day = ["Monday", "Tuesday", "Wednesday", "Friday", "Saturday", "Sunday"]
      .randomElement(using: &random)!
    return draft.insert(["The ship left on \(day), October 26, 2023, at noon."], by: &random)?[0]
  },
  Damage("date/impossible") { draft, random in
    let date = ["30 February", "31 April", "June 31, 2022", "29 February 2023"]
      .randomElement(using: &random)!
    return draft.insert(["The ship was due on \(date)."], by: &random)?[0]
  },
]

/// A name with one letter of its last word dropped, doubled or changed round.
private func misspelled(_ name: String, by random: inout SeededGenerator) -> String {
  var letters = Array(name)
  let last = letters.lastIndex(of: " ")! + 1
  let index = Int.random(in: last + 1..<letters.count - 1, using: &random)
  switch Int.random(in: 0..<3, using: &random) {
  case 0: letters.remove(at: index)
  case 1: letters.insert(letters[index], at: index)
  default:
    // Two of one letter changed round would be no change.
    if letters[index] == letters[index + 1] {
      letters.remove(at: index)
    } else {
      letters.swapAt(index, index + 1)
    }
  }
  return String(letters)
}

extension Draft {
  /// The double quotation marks that the article has.
  fileprivate var doubleMarks: (open: String, close: String) {
    lines.contains { $0.text.contains("“") } ? ("“", "”") : ("\"", "\"")
  }

  /// Replaces an inner letter of a random word.
  fileprivate mutating func changeLetter(
    by random: inout SeededGenerator, _ replacement: (String) -> String
  ) -> Place? {
    let offset = Int.random(in: 1...2, using: &random)
    return replaceWord(by: &random) { word in
      let index = word.index(word.startIndex, offsetBy: offset)
      return word[..<index] + replacement(String(word[index]))
        + word[word.index(after: index)...]
    }
  }
}
