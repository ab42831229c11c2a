import Annotator
import Testing

@Suite struct ReplacementCharacterTests {
  @Test(arguments: [
    "The caf⟦\u{FFFD}⟧ is closed.", "# A caf⟦\u{FFFD}⟧\n\nText.",
    "Two ⟦\u{FFFD}⟧ on a line \u{FFFD}.",
    "One ⟦\u{FFFD}⟧\nand another ⟦\u{FFFD}⟧.", "**Le Caf⟦\u{FFFD}⟧**\n\nText.", "- An ⟦\u{FFFD}⟧.",
  ])
  func lost(_ text: String) { checkLint("text/replacement-character", text) }

  @Test(arguments: [
    "The café is closed.", "```\na \u{FFFD}\n```", "    a \u{FFFD}", "`a \u{FFFD}` is code.",
    "A &#xFFFD; is meant.", "<!-- a \u{FFFD} -->\n\nText.",
  ])
  func none(_ text: String) { checkLint("text/replacement-character", text) }
}

@Suite struct InvisibleCharacterTests {
  @Test(arguments: [
    "The minis⟦\u{AD}⟧ter.", "A ⟦\u{200B}⟧word.", "A⟦\u{2060}⟧ word.", "A ⟦\u{FEFF}⟧word.",
    "⟦\u{200E}⟧Text.", "⟦\u{200F}⟧Text.", "A ⟦\u{202A}⟧word.", "A ⟦\u{202E}⟧word.",
    "A ⟦\u{2066}⟧word.", "A ⟦\u{2069}⟧word.", "A no⟦\u{200C}⟧n-joiner.", "A joi⟦\u{200D}⟧ner.",
    "Two ⟦\u{AD}⟧ on a li\u{AD}ne.", "One ⟦\u{AD}⟧\nand an⟦\u{AD}⟧other.", "# A ti⟦\u{AD}⟧tle",
    "[A link](http://a.b/⟦\u{200B}⟧c).", "A smile 😀⟦\u{200D}⟧ joined to nothing.",
    "می⟦\u{200C}⟧ ends a word.",
  ])
  func unwanted(_ text: String) { checkLint("text/invisible-character", text) }

  @Test(arguments: [
    "A fireman 👩\u{200D}🚒 came.", "A couple ❤️\u{200D}🔥 came.", "می\u{200C}خواهم",
    "न\u{94D}\u{200D}",
    "A family 👨🏽\u{200D}👩🏽\u{200D}👧 came.", "\u{FEFF}# Title\n\nText.", "`a\u{AD}b` is code.",
    "```\na\u{200B}b\n```", "A &shy; is meant.", "A no\u{A0}break space.", "A thin\u{2009}space.",
  ])
  func wanted(_ text: String) { checkLint("text/invisible-character", text) }

  @Test(arguments: [
    ("The mi\u{AD}nis\u{AD}ter.", "The minister."), ("A\u{200B}\u{2060} word.", "A word."),
    ("One \u{FEFF}line\nand a\u{200D}nother.", "One line\nand another."),
  ])
  func fixes(_ text: String, _ fixed: String) {
    checkFix("text/invisible-character", text, fixed)
  }
}

@Suite struct ControlCharacterTests {
  @Test(arguments: [
    "A ⟦\u{1}⟧control.", "A ⟦\u{7}⟧bell.", "One⟦\u{B}⟧two.", "A ⟦\u{7F}⟧delete.",
    "He said ⟦\u{93}⟧no\u{94}.", "A NUL⟦\u{0}⟧.", "⟦\u{1B}⟧[1mBold.", "# A ⟦\u{2}⟧title",
    "⟦\u{85}⟧and so on.", "**Le ⟦\u{3}⟧Monde**\n\nText.", "One ⟦\u{1}⟧\u{2}.\nTwo ⟦\u{3}⟧.",
  ])
  func controls(_ text: String) { checkLint("text/control-character", text) }

  @Test(arguments: [
    "A\ttab.", "Two\nlines.", "Two\r\nlines.", "`a\u{1}b` is code.", "```\na\u{1}\n```",
    "Istanbulâ\u{80}\u{99}un is misread.", "An &#1; is meant.", "A\u{A0}space.",
  ])
  func none(_ text: String) { checkLint("text/control-character", text) }

  @Test(arguments: [
    ("He said \u{93}no\u{94}.", "He said “no”."), ("It don\u{92}t.", "It don’t."),
    ("One\u{B}two.", "One two."), ("One \u{C}two.", "One two."), ("A \u{1}control.", "A control."),
    ("A NUL\u{0}.", "A NUL."), ("An \u{81}open place.", "An open place."),
  ])
  func fixes(_ text: String, _ fixed: String) { checkFix("text/control-character", text, fixed) }
}

@Suite struct MixedScriptTests {
  @Test(arguments: [
    "the Vostochny ⟦Сosmodrome⟧, the venue", "⟦Рutin⟧ said", "the ⟦gооgle⟧ search",
    "⟦Αthens⟧ is far",
    "a ⟦Tοkyo⟧ street", "в ⟦Mоскве⟧", "⟦Kремль⟧", "в ⟦BТБ⟧ банке", "the ⟦Рravda⟧'s man",
    "an ⟦ЕU⟧-funded plan", "# ⟦Kіev⟧ holds", "**⟦Рravda⟧**\n\nText.",
  ])
  func mixed(_ text: String) { checkLint("text/mixed-script", text) }

  @Test(arguments: [
    "Москва and Moscow", "Ελλάδα and Greece", "5 µm and 5 μm", "a ΔT of 3 K", "10 kΩ",
    "hν and TNFα",
    "NFκB and PPARγ", "IT-отдел", "the C and С", "Ω3", "`Сosmodrome` is code", "α-Synuclein",
    "[this](http://example.org/Сosmodrome)", "東京Tokyo", "Čapek and Łódź", "the Σmega watch",
  ])
  func whole(_ text: String) { checkLint("text/mixed-script", text) }

  @Test(arguments: [
    ("the Сosmodrome", "the Cosmodrome"), ("в Mоскве", "в Москве"), ("Kремль", "Кремль"),
    ("Αthens", "Athens"), ("Рutin, Рutin", "Putin, Putin"),
    ("[Рutin](http://a.b)", "[Putin](http://a.b)"),
  ])
  func fixes(_ text: String, _ fixed: String) { checkFix("text/mixed-script", text, fixed) }

  @Test func afterMojibake() {
    checkFix("text/mojibake", "the Ð¡osmodrome", "the Сosmodrome")
    checkFix("text/mixed-script", "the Сosmodrome", "the Cosmodrome")
  }
}

@Suite struct NotNormalizedTests {
  @Test(arguments: [
    "A ⟦cafe\u{301}⟧ in Paris.", "⟦Zu\u{308}rich⟧ and Zu\u{308}rich.", "# ⟦Malmo\u{308}⟧ wins",
    "One ⟦cafe\u{301}⟧\nand another ⟦cafe\u{301}⟧.", "at 20 ⟦\u{212B}⟧ and", "⟦x\u{301}\u{323}⟧.",
    "**Le ⟦Cafe\u{301}⟧**\n\nText.", "⟦\u{1112}\u{1161}\u{11AB}⟧ is Hangul.",
  ])
  func denormal(_ text: String) { checkLint("text/not-normalized", text) }

  @Test(arguments: [
    "A café in Zürich.", "“Curly” — ‘marks’…", "Москва, 東京, 한국", "`cafe\u{301}` is code.",
    "An x\u{301} has no other form.", "[this](http://a.b/cafe\u{301}).", "5 € and ½", "नमस्ते",
  ])
  func normal(_ text: String) { checkLint("text/not-normalized", text) }

  @Test func fixes() {
    let edits = lintedFindings("The cafe\u{301} of Zu\u{308}rich.")
      .filter { $0.rule == "text/not-normalized" }.flatMap { $0.fix?.edits ?? [] }
    // Swift's strings are equal in all forms; their bytes are not.
    #expect(
      edits.map { Array($0.replacement.utf8) } == [Array("café".utf8), Array("Zürich".utf8)])
  }
}

@Suite struct RepeatedWordTests {
  @Test(arguments: [
    "The talks in ⟦in⟧ London.", "The ⟦the⟧ talks.", "the\n⟦the⟧ talks.", "It was ⟦was⟧ late.",
    "talks  ⟦talks⟧ failed", "# Man killed in ⟦in⟧ crash", "# Killed In ⟦In⟧ Crash",
    "the *⟦the⟧* talks",
    "He said “the ⟦the⟧ talks”.", "- the ⟦the⟧ talks", "the ⟦the⟧ ⟦the⟧ talks",
  ])
  func repeated(_ text: String) { checkLint("text/repeated-word", text) }

  @Test(arguments: [
    "He had had enough.", "He said that that was so.", "They heard Duran Duran in Pago Pago.",
    "Boutros Boutros-Ghali spoke.", "the, the", "“Go,” go he", "Go! Go!", "the\n\nthe", "`the` the",
    "the `x` the", "very very good", "bye bye", "so so-called", "it it's", "A. A. Milne",
    "in in-house",
    "| the | the |\n| - | - |", "Sirhan Sirhan, Walla Walla", "10 10", "to trump Trump", "tsk tsk",
    "the “the”", "the the-like",
  ])
  func single(_ text: String) { checkLint("text/repeated-word", text) }

  @Test(arguments: [
    ("The talks in in London.", "The talks in London."), ("The\nthe talks.", "The talks."),
    ("the *the* talks", "the *the* talks"),
  ])
  func fixes(_ text: String, _ fixed: String) { checkFix("text/repeated-word", text, fixed) }
}

@Suite struct SpaceRuleTests {
  @Test(arguments: [
    "A line.⟦ ⟧\n\nText.", "A line⟦\t⟧\nand more.", "A line⟦ ⟧\nand more.",
    "A line⟦   ⟧\nand more.",
    "The end.⟦  ⟧", "A line.⟦  ⟧\n\nText.", "# Title⟦ ⟧", "A line.\n⟦  ⟧\nText.", "- An item.⟦ ⟧",
    "A line.⟦\u{A0}⟧\n", "A line.⟦ ⟧\r\n\r\nText.", "**Reuters**⟦  ⟧\n\nText.",
  ])
  func trailing(_ text: String) { checkLint("text/space-trailing", text) }

  @Test(arguments: [
    "A line  \nand more.", "A line.\n", "```\ncode  \n```", "    code ", "> A line  \n> and more.",
    "- An item  \n  and more.",
  ])
  func notTrailing(_ text: String) { checkLint("text/space-trailing", text) }

  @Test(arguments: [
    ("A line. \n\nText.\t", "A line.\n\nText."), ("A line    \nand more.", "A line  \nand more."),
    ("A line \nand more.", "A line\nand more."),
  ])
  func trailingFixes(_ text: String, _ fixed: String) {
    checkFix("text/space-trailing", text, fixed)
  }

  @Test(arguments: [
    "The⟦  ⟧port.", "The end.⟦  ⟧The next.", "A⟦ \t ⟧tab.", "Two⟦  ⟧on one  line.",
    "One⟦  ⟧line\nand⟦  ⟧another.", "# A⟦  ⟧title", "- An⟦  ⟧item", "[a⟦  ⟧link](http://a.b)",
    "10⟦ \u{A0}⟧km",
  ])
  func doubled(_ text: String) { checkLint("text/space-doubled", text) }

  @Test(arguments: [
    "The port.", "| a  b |  c |\n| --- | --- |\n| a  b |  c |", "`a  b` is code.", "```\na  b\n```",
    "A line  \nand more.", "-   An item", "   Indented.", "The `code` is gone.",
    "A <!-- comment --> is gone.", "A\u{A0}km", "10\u{A0}000",
  ])
  func notDoubled(_ text: String) { checkLint("text/space-doubled", text) }

  @Test(arguments: [
    ("The  port  is   closed.", "The port is closed."), ("10 \u{A0}km", "10\u{A0}km"),
  ])
  func doubledFixes(_ text: String, _ fixed: String) {
    checkFix("text/space-doubled", text, fixed)
  }

  @Test(arguments: [
    "The talks⟦ ,⟧ he said.", "They failed⟦ .⟧", "So what⟦ ?⟧", "No⟦ !⟧ Yes", "Thus⟦ :⟧ nothing.",
    "One⟦ ;⟧ two.", "He said “no”⟦ .⟧", "He said⟦ ,⟧but",
    "It (the port)⟦ ,⟧ too.", "Five %⟦ ,⟧ he said.", "No⟦ ?⟧!", "(It failed⟦ .⟧)",
    "A [link](http://a.b)⟦ .⟧", "# No⟦ !⟧",
  ])
  func beforePunctuation(_ text: String) { checkLint("text/space-before-punctuation", text) }

  @Test(arguments: [
    "The talks, he said.", "And so ...", "And so …", "And . . . so on.", "A rise of .5 points.",
    "He uses .NET here.", "Hello :) there", "Hello ;) there", "The !Kung live here.",
    "“Non\u{A0}!”",
    "`a ,` is code.", "See `code`, which is gone.", "A — , b", "Well :-(", "at :30 past",
    "a .com firm",
    "Dehors\u{202F}!",
  ])
  func touching(_ text: String) { checkLint("text/space-before-punctuation", text) }

  @Test(arguments: [
    ("The talks , he said .", "The talks, he said."),
    ("He left ,but she stayed.", "He left, but she stayed."),
    ("No  ?!", "No?!"),
  ])
  func beforePunctuationFixes(_ text: String, _ fixed: String) {
    checkFix("text/space-before-punctuation", text, fixed)
  }
}
