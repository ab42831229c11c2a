import Testing

@testable import annotate_server

/// What names have in common that are written differently.
struct FoldedTextTests {
  @Test(arguments: [
    ("Dmitry Peskov", "dmitry peskov"),
    ("  DMITRY\n\tPESKOV. ", "dmitry peskov"),
    ("Dmitrij Peškov’s", "dmitrij peskov"),
    ("Peskov's", "peskov"),
    ("Russians'", "russians"),
    ("O'Brien, O’Brien", "obrien obrien"),
    ("'quoted'", "quoted"),
    ("U.S. U.N.-led", "us un led"),
    ("J. Smith. He", "j smith he"),
    ("5.2 No.5", "5 2 no 5"),
    ("Kim Jong-un", "kim jong un"),
    ("Ståle Ødegård", "stale odegard"),
    ("Łódź, São Paulo, Nguyễn", "lodz sao paulo nguyen"),
    ("e\u{301}clair éclair ÉCLAIR", "eclair eclair eclair"),
    ("Straße Æsir Œuvre Þór İstanbul ı", "strasse aesir oeuvre thor istanbul i"),
    ("Дмитрий ПЕСКОВ", "дмитрий песков"),
    ("習近平", "習近平"),
    ("“…” — 😀", ""),
    ("", ""),
  ])
  func wordsAreMadeComparable(text: String, words: String) {
    let folded = FoldedText(text)
    #expect(folded.string == words)
    #expect(folded.words.count == words.split(separator: " ").count)
    #expect(FoldedText(words) == folded)
  }

  @Test(arguments: [
    ("Dmitry Peskov", "pes", true), ("Dmitry Peskov", "d p", true),
    ("Dmitry Peskov", "peskov dmi", true), ("Dmitry Peskov", "skov", false),
    ("Dmitry Peskov", "dmitry x", false), ("Ødegård", "ode", true), ("Ødegård", "", true),
    ("", "a", false),
  ])
  func aQueryHasTheBeginningsOfWords(text: String, query: String, isFound: Bool) {
    #expect(Beginnings(query).fit(FoldedText(text).bytes) == isFound)
  }
}
