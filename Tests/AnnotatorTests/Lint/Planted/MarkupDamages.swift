/// The faults of the markup.
let markupDamages: [Damage] = [
  Damage("head/title-missing") { draft, _ in
    guard let index = draft.headLine(.title) else { return nil }
    draft.remove(index)
    return .firstLine
  },
  Damage("head/title-duplicate") { draft, random in
    draft.insert(["# What they ask for"], by: &random)?[0]
  },
  Damage("head/publisher-missing") { draft, _ in
    guard let index = draft.headLine(.publisher) else { return nil }
    draft.remove(index)
    return .firstLine
  },
  Damage("head/date-missing") { draft, _ in
    guard let index = draft.headLine(.date) else { return nil }
    draft.remove(index)
    return .firstLine
  },
  Damage("head/date-invalid") { draft, random in
    guard let index = draft.headLine(.date) else { return nil }
    let date = ["2023-13-02", "2024-02-30", "27/10/2023", "2023-10-27 25:10"]
    return draft.change(index) { $0.text = "**\(date.randomElement(using: &random)!)**" }
  },
  Damage("head/url-missing") { draft, _ in
    guard let index = draft.headLine(.url) else { return nil }
    draft.remove(index)
    return .firstLine
  },
  Damage("head/url-invalid") { draft, random in
    guard let index = draft.headLine(.url) else { return nil }
    let scheme = ["http:/", "https//", "http//", "https:///"].randomElement(using: &random)!
    return draft.change(index) { $0.text = $0.text.replacing("https://", with: scheme) }
  },
  Damage("head/date-url-mismatch") { draft, random in
    guard let index = draft.headLine(.url) else { return nil }
    let day = ["1962-03-04", "1962/03/04"].randomElement(using: &random)!
    return draft.change(index) { $0.text = "**https://www.example.org/\(day)/story**" }
  },
  Damage("head/order") { draft, _ in
    guard let publisher = draft.headLine(.publisher), let date = draft.headLine(.date) else {
      return nil
    }
    let texts = (draft.lines[publisher].text, draft.lines[date].text)
    draft.change(date) { $0.text = texts.0 }
    return draft.change(publisher) { $0.text = texts.1 }
  },
  Damage("image/alt-missing") { draft, random in
    draft.insert(
      ["![](https://www.example.org/a.jpg)", "", "A boat is seen at sea."], by: &random)?[0]
  },
  Damage("image/caption-missing") { draft, random in
    draft.insert(
      ["![A boat at sea](https://www.example.org/a.jpg)", "", "## The boats"], by: &random)?[0]
  },
  Damage("image/url-missing") { draft, random in
    draft.insert(["![A boat at sea]()", "", "A boat is seen at sea."], by: &random)?[0]
  },
  Damage("link/destination-missing") { draft, random in
    draft.replaceWord(by: &random) { "[\($0)]()" }
  },
  Damage("link/text-missing") { draft, random in
    draft.replaceWord(by: &random) { "\($0)[](https://www.example.org/a)" }
  },
  Damage("link/unclosed") { draft, random in
    draft.replaceWord(by: &random) { "[\($0)](https://www.example.org/a" }
  },
  Damage("link/bare-url") { draft, random in
    draft.replaceWord(by: &random) { "\($0) https://www.example.org/a" }
  },
  Damage("link/text-generic") { draft, random in
    draft.replaceWord(by: &random) { "\($0) [here](https://www.example.org/a)" }
  },
  Damage("link/reference-undefined") { draft, random in
    draft.replaceWord(by: &random) { "[\($0)][nowhere]" }
  },
  Damage("heading/level-skipped") { draft, random in
    draft.insert(["## The fleet", "", "##### The boats"], by: &random)?[2]
  },
  Damage("heading/empty") { draft, random in draft.insert(["##"], by: &random)?[0] },
  Damage("html/unclosed") { draft, random in
    let name = ["b", "em", "span class=\"a\"", "u"].randomElement(using: &random)!
    return draft.replaceWord(by: &random) { "<\(name)>\($0)" }
  },
  Damage("emphasis/unclosed") { draft, random in
    let mark = ["**", "*", "_", "__"].randomElement(using: &random)!
    return draft.replaceWord(by: &random) { "\(mark)\($0)" }
  },
  Damage("list/marker-mixed") { draft, random in
    draft.insert(["- a boat", "- a net", "* a crew"], by: &random)?[2]
  },
  Damage("line-ending/mixed") { draft, random in
    guard let index = draft.paragraphs.randomElement(using: &random) else { return nil }
    return draft.change(index) { $0.ending = "\r\n" }
  },
  Damage("file/not-utf8", isAlone: true) { draft, random in
    guard let index = draft.paragraphs.randomElement(using: &random) else { return nil }
    return draft.change(index) { $0.broken = [0xE9, 0x20] }
  },
  Damage("file/empty", isAlone: true) { draft, random in
    draft.replaceAll(with: Bool.random(using: &random) ? [] : ["", " ", ""])
    return .firstLine
  },
  Damage("file/byte-order-mark") { draft, _ in
    draft.change(0) { $0.text = "\u{FEFF}" + $0.text }
    return .firstLine
  },
  Damage("suppression/unused") { draft, random in
    draft.insert(["<!-- annotate-disable-next-line heading/empty -->"], by: &random)?[0]
  },
]
