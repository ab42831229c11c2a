import Testing

@Suite struct SpellingInconsistentTests {
  @Test(arguments: [
    "Dmitry Peskov spoke in Moscow. ⟦Dmitry Peskow⟧ denied it. Dmitry Peskov left.",
    "Dmitry Peskov spoke in Moscow. ⟦Peskow⟧ denied it. Peskov left.",
    "They met in Ujung Pandang. Ships left ⟦Ujung Pandamg⟧. Ujung Pandang is far.",
    "The Turkish President Recep Tayyip Erdoğan spoke. Mr Erdoğan left. Then ⟦Erdogan⟧ denied it.",
    "Kim Jong Un met Mr Putin. Kim Jong Un left. ⟦Kim Jong-un⟧ was late.",
    "Yohanes Bere-Leki clung to a sack. ⟦Yohannes Bere-Leki⟧ said so. Yohanes Bere-Leki left.",
    "Anna Lundqvist left. ⟦Anna Lundkvist⟧ said so.",
  ])
  func inconsistent(_ text: String) { checkLint("entity/spelling-inconsistent", text) }

  @Test(arguments: [
    "REUTERS said so. Reuters left.", "Russia spoke. Russian ships left. Russians stayed.",
    "Austria met Australia. Australia left. Austria stayed.", "Iran spoke. Iraq left.",
    "Maria Lund and Marie Lund said so. Maria Lund left. Marie Lund stayed.",
    "John Smith spoke. Joan Smith left.", "Kim Jong Un left. Kim Jong Il stayed.",
    "Eastern Ghouta burned. Western Ghouta did not.", "North Korea spoke. South Korea left.",
    "Boris Johnson spoke. Anna Johnston left.", "Dmitry Peskov spoke. Peskov left.",
    "Airbus flew an A320. Airbus flew an A330.", "Viktor Petrov spoke. Anna Petrova left.",
  ])
  func consistent(_ text: String) { checkLint("entity/spelling-inconsistent", text) }

  @Test(arguments: [
    (
      "Dmitry Peskov spoke in Moscow. Dmitry Peskow denied it. Dmitry Peskov left.",
      "Dmitry Peskov spoke in Moscow. Dmitry Peskov denied it. Dmitry Peskov left."
    ),
    (
      "Kim Jong Un met Mr Putin. Kim Jong Un left. Kim Jong-un was late.",
      "Kim Jong Un met Mr Putin. Kim Jong Un left. Kim Jong Un was late."
    ),
    // Where they are even, the known spelling is right wherever it stands.
    (
      "Donald Trunp spoke. Then Donald Trump left.",
      "Donald Trump spoke. Then Donald Trump left."
    ),
  ])
  func fixes(_ text: String, _ fixed: String) {
    checkFix("entity/spelling-inconsistent", text, fixed)
  }
}

@Suite struct NameUnintroducedTests {
  @Test(arguments: [
    "The port was closed. ⟦Peskov⟧ said it would open. Peskov left.",
    "The port was closed, said Mr ⟦Lundqvist⟧.", "The port was closed by Mrs ⟦Galgalo⟧.",
    "“It is closed,” said ⟦Lundqvist⟧.", "It was closed, according to ⟦Lundqvist⟧.",
    "⟦Lundqvist⟧, a fisherman of 45 years, has also said that it was closed.",
    "Ms. ⟦Lundqvist⟧ was late.", "Dr ⟦Lundqvist⟧ was late. Lundqvist said so.",
  ])
  func unintroduced(_ text: String) { checkLint("entity/name-unintroduced", text) }

  @Test(arguments: [
    "Dmitry Peskov spoke. Peskov said it would open.",
    "Peskov said so.\n\nReporting by Dmitry Peskov",
    "# Dmitry Peskov speaks\n\nPeskov said so.",
    "Peskov said so.\n\n![A](a.jpg)\n\nDmitry Peskov, left.",
    "President Ruto said so.", "Pelé said so.", "Madonna said so.", "Moscow said so.",
    "Reuters said so.",
    "Mr Dmitry Peskov spoke. Mr Peskov said so.", "Sarah said so.",
    "“I met Mr Peskov,” Anna Lund said.",
    "Luc d’Entremont-Wade was ahead. D’Entremont-Wade said so.",
    "Ruto left. The minister said Kiplimo would stay.", "Kiplimo left for the coast.",
    "The car of Kiplimo, a deputy, said so.\n\nAda Kiplimo won.",
    "Kim Jong Un was late. Kim said so.", "The chancellor Merkel spoke. Merkel said so.",
  ])
  func introduced(_ text: String) { checkLint("entity/name-unintroduced", text) }
}
