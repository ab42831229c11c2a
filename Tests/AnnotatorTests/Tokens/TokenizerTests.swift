import Annotator
import Testing

/// Checks tokens and sentences: `|` stands where one token is cut from the next without a blank,
/// `¶` behind a sentence that is not the last.
func checkTokens(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let plain = marked.filter { $0 != "|" && $0 != "¶" }
  let text = tokenize(Prose(verbatim: Array(plain.utf8)))
  #expect(render(text) == marked, sourceLocation: sourceLocation)
}

private func render(_ text: TokenizedProse) -> String {
  var result = ""
  var end = 0
  for (sentence, range) in text.sentences.enumerated() {
    for token in range {
      let start = text.tokens[token].range.lowerBound
      if end == start, start > 0 { result += "|" }
      result += String(decoding: text.prose.bytes[end..<start], as: UTF8.self)
      result += text.string(token)
      end = text.tokens[token].range.upperBound
    }
    if sentence + 1 < text.sentences.count { result += "¶" }
  }
  return result + String(decoding: text.prose.bytes[end...], as: UTF8.self)
}

@Suite struct TokenizerTests {
  @Test(arguments: [
    "I do|n't know|.", "He ca|n’t|, we could|n't|'ve|, they|'ll go|.", "We can|not and gon|na|.",
    "Russia|'s war", "the writers|' union", "the U.S.|'s ties|, Quilis|’s", "DO|N'T", "ai|n't",
    "O'Neill and d'Estaing at five o'clock", "the '90s|, the 1930's|, ’em", "It|’s Sha'lan|’s",
  ])
  func contractions(_ marked: String) { checkTokens(marked) }

  @Test(arguments: [
    "Soo|-|hyang Choi", "Al|-|Qaeda and Coca|-|Cola", "a 20|-|month war", "U.S.|-|led forces",
    "anti-Trump and co-founder", "a well|-|known mid-1980s e-mail", "1996-08-30", "20|-|30 people",
    "call 201-592-4699 or 225-5185", "won 2|-|1", "North|—|South", "a 50|-|kilometer race",
  ])
  func hyphens(_ marked: String) { checkTokens(marked) }

  @Test(arguments: [
    "1,500 of 2.9", "10:15 on 27/10/2023", "3/4|, 9/11", "$|5|bn and US$|3.5|m", "20|% of 5|km",
    "the 20th|, the 1990s|, the 4A", "at 6:00|am or 6 a.m. today", "£|1,000|, €|2", "1|,|5",
    ".5 of #|1",
    "-|40|°|C",
  ])
  func numbers(_ marked: String) { checkTokens(marked) }

  @Test(arguments: [
    "“|Yes|,|” he said|.", "``|No|'' she said|.", "„|Ja|“", "«|Non|»", "it was a '|threat|' to us",
    "wait|... or … or -- or —", "what|?!", "[|sic|]", "and|/|or w/o",
    "OSLO|, Norway (|AP|) — Russia|'s|…",
  ])
  func marks(_ marked: String) { checkTokens(marked) }

  @Test(arguments: [
    "see https://www.bbc.co.uk/news/a-(b)?c=d|.", "(|www.apa.org|)", "amazon.com|'s shares",
    "first.last@mail.example.com|,", "@reuters on #COP28", "it ended|.¶|The next", "http|:|/|/",
  ])
  func addresses(_ marked: String) { checkTokens(marked) }

  @Test(arguments: [
    "Müller naïve Đà", "пресс|-|служба", "e\u{301}tat", "東京都", "a\u{A0}b",
    "👩‍👩‍👧 🇳🇴|🇺🇸 👍🏽", "co\u{AD}op", "한국 사람", "हिन्दी",
  ])
  func scripts(_ marked: String) { checkTokens(marked) }
}

@Suite struct SentenceTests {
  @Test(arguments: [
    "He left|.¶ She stayed|.", "Mr. Kim met Gen. J. K. Lee|.¶ They spoke|.",
    "He lives in the U.S.¶ He said so|.", "The U.S. Senate met|.", "in Nov. 2023 at 9 a.m. Monday",
    "He said|: \"|Go|.|\"¶ They went|.", "“|Why|?|” he asked|.¶ “|Why not|?|”",
    "“|Stop|!|” Smith said|.", "(|He left|.|)¶ She stayed|.", "He waited|... and left|.",
    "He waited|...¶ She left|.", "Apple Inc. said|.¶ Then|: Apple Inc.¶ The firm",
    "So did I|.¶ They left|.", "Plan B|.¶ The end", "1. First", "2.1. Scope",
    "an end|.|[|4|]¶ The rest", "great|! :)¶ Next", "on Wall St.¶ The market",
    "Charles G. and David H. Koch", "anti-U.S. talk", "Yahoo|! Inc. said", "Hawai‘i",
    "the U. S. since",
    "one line\nand another|.",
  ])
  func ends(_ marked: String) { checkTokens(marked) }
}
