import Testing

@Suite struct MojibakeTests {
  @Test(arguments: [
    "the Vostochny ⟦Ð¡osmodrome⟧, the venue", "a ⟦CafÃ©⟧ in Paris", "he said ⟦itâ€™s⟧ over",
    "a ⟦CafÃƒÂ©⟧ twice", "⟦â€œNo⟧,⟦â€\u{9D}⟧ he said", "⟦naÃ¯ve⟧ and ⟦cÅ“ur⟧",
    "for ⟦Â£5⟧ at ⟦20Â°C⟧",
    "⟦voilÃ\u{A0}⟧ tout", "⟦PutinÃ¢â‚¬â„¢s⟧ war", "⟦Ð\u{A0}Ð¾Ñ\u{81}Ñ\u{81}Ð¸Ñ\u{8F}⟧",
    "⟦RÄ«ga⟧ and ⟦mÄ«lÄ“⟧", "⟦æ\u{9D}±äº¬⟧ is far", "a smile ⟦ðŸ˜€⟧ here", "⟦CÃ”TE⟧",
    "the ⟦NicuÈ™or⟧ list", "⟦Ã€⟧ la carte", "lost ⟦hereï¿½⟧", "⟦Istanbulâ\u{80}\u{99}un⟧",
    "the ⟦realÃ¢€world⟧",
  ])
  func misread(_ text: String) { checkLint("text/mojibake", text) }

  @Test(arguments: [
    "Café, naïve, Müller, Đà Nẵng", "SÃO PAULO and IRMÃ", "la CITÉ » et « À la carte »",
    "„Ä“ und „Ö“", "an Å, a Ø, an Æ”", "ÎLE-DE-FRANCE… ou Î", "“ESPAÑA” y ESPAÑ…",
    "5 × ½ and 3×½", "NESTLÉ®", "Москва, Ελλάδα, 東京, тест", "Þór Ðað", "a café\u{A0}» dit-il",
    "l’été… «\u{A0}là\u{A0}»", "Łódź", "`CafÃ©` is code", "[this](http://example.org/CafÃ©)", "Ã",
    "â", "Â", "É™", "100 €", "IRMÃ” disse",
  ])
  func asMeant(_ text: String) { checkLint("text/mojibake", text) }

  @Test(arguments: [
    ("CafÃ© â€“ naÃ¯ve", "Café – naïve"), ("CafÃƒÂ©", "Café"), ("Ð¡osmodrome", "Сosmodrome"),
    ("itâ€™s", "it’s"), ("PutinÃ¢â‚¬â„¢s", "Putin’s"), ("Textï»¿", "Text"), ("ðŸ˜€", "😀"),
    ("[itâ€™s](http://a.b)", "[it’s](http://a.b)"), ("mÄ«lÄ“", "mīlē"),
    ("Caf&Atilde;&copy;", "Caf&Atilde;&copy;"), ("realÃ¢€world", "realÃ¢€world"),
    ("Ã¢Â\u{80}Â\u{99}", "’"),
  ])
  func fixes(_ text: String, _ fixed: String) { checkFix("text/mojibake", text, fixed) }

  @Test func everywhereThatReadersLook() {
    checkLint(
      "text/mojibake",
      """
      # A ⟦CafÃ©⟧

      **Le ⟦CafÃ©⟧**

      **http://example.org/CafÃ©**

      ![A ⟦CafÃ©⟧](http://example.org/CafÃ©.jpg)

      The ⟦CafÃ©⟧.

      - A ⟦CafÃ©⟧
      """)
  }
}
