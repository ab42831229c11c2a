import Annotator
import Testing

/// The chains of sources: the source is the sentence up to `=`, the number the chain that is
/// expected, 0 for none.
@Suite struct SourceChainTests {
  @Test(arguments: [
    "[Kremlin spokesman|ROLE] [Dmitry Peskov|PERSON] =1",
    "[North Korean|NORP] [Foreign Minister|ROLE] [Choe Son Hui|PERSON] =2",
    "The [United States|GPE], [South Korea|GPE] and [Japan|GPE] =0",
    "The [United States|GPE] and its allies =0",
    "[Russia|GPE] and [China|GPE] =0",
    "a spokesman for [Putin|PERSON] =0",
    "[Putin|PERSON]'s campaign =0",
    "A rival =0",
    "[Hauge-Lien|PERSON], leader of the [Norwegian|NORP] delegation since March =1",
    "[Matthias Heyde|PERSON], an [epidemiologist|ROLE] at the [Charité|FAC] in [Berlin|GPE] =1",
    "a mother from [Savelugu|GPE], [Memunatu Issahaku|PERSON] =2",
    "The [Nordic Pelagic Institute|ORG] in [Bergen|GPE] =1",
    "[Ap Rhisiart|PERSON], [58|DATE] =1",
    "The [North Korean|NORP] [KCNA|ORG] news agency =2",
    "an ally of [Kim|PERSON] =0",
    "[Plaid Cymru|NORP] [councillor|ROLE] [Gethin Prys|PERSON] =2",
    "[Penhaligon & Tudur|ORG] =1",
    "The [European Union|ORG] and [Britain|GPE], the other parties =0",
    "[Trump|PERSON] himself =1",
  ])
  func chains(_ marked: String) {
    let parts = marked.split(separator: "=")
    let article = MarkedArticle(String(parts[0]))
    let result = resolveCoreference(article.passages)
    let tokens = 0..<article.passages[0].text.tokens.count
    let chain = sourceChain(of: tokens, in: article.passages[0], at: 0, result)
    #expect((chain ?? -1) + 1 == Int(parts[1]))
  }
}
