/// Word lists by which clauses are told.
enum Clause {
  static let prepositions: Set<String> = [
    "in", "of", "to", "from", "with", "by", "on", "at", "for", "between", "against", "near", "over",
    "through", "about", "into", "via", "under", "among", "around", "outside", "across", "towards",
    "toward", "behind", "without", "including", "like", "than", "beyond", "off", "inside",
    "visited",
  ]
  static let determiners: Set<String> = [
    "the", "a", "an", "its", "his", "her", "their", "former", "then", "mr", "mrs", "ms", "dr",
    "mr.",
    "mrs.", "ms.", "dr.", "sir", "both", "acting", "top", "senior",
  ]
  static let speechVerbs: Set<String> = [
    "said", "says", "say", "added", "adds", "told", "tells", "wrote", "writes", "stated", "claimed",
    "claims", "argued", "argues", "insisted", "insists", "announced", "noted", "notes", "warned",
    "warns", "denied", "denies", "confirmed", "explained", "tweeted", "replied", "asked",
    "declared",
    "suggested", "acknowledged", "testified", "believes", "thinks", "called", "demanded", "urged",
    "accused", "condemned", "criticised", "criticized", "denounced", "vowed", "pledged", "promised",
    "reported", "recalled", "conceded", "admitted", "quipped", "joked", "concluded", "observed",
    "remarked", "responded", "commented", "continued", "recounted", "complained", "predicted",
    "estimated", "stressed", "maintained", "rejected", "disputes", "disputed", "refused",
    "declined",
  ]
  private static let auxiliaries: Set<String> = [
    "is", "was", "are", "were", "has", "have", "had", "will", "would", "could", "can", "may",
    "might",
    "must", "should", "did", "does", "do", "'ll", "'d", "wo", "ca", "is", "'ve",
  ]
  private static let irregular: Set<String> = [
    "met", "made", "took", "came", "went", "got", "gave", "began", "became", "held", "left", "led",
    "sent",
    "won", "lost", "kept", "saw", "found", "felt", "spoke", "broke", "brought", "built", "bought",
    "chose", "drew", "drove", "fell", "flew", "fought", "grew", "paid", "ran", "rose", "sold",
    "shot",
    "stood", "struck", "taught", "threw", "shook", "sought", "put", "cut", "hit", "quit", "set",
    "thought",
    "knew", "wore", "swore", "understood", "sat", "laid", "lay", "spent", "dealt", "meant", "heard",
  ]
  private static let present: Set<String> = [
    "meets", "plans", "wants", "hopes", "seeks", "expects", "aims", "faces", "needs", "holds",
    "makes",
    "takes", "gives", "gets", "goes", "comes", "leads", "wins", "loses", "keeps", "sees", "finds",
    "fears",
    "welcomes", "visits", "rejects", "accuses", "calls", "urges", "warns", "arrives", "shrugs",
    "remains", "becomes", "begins", "starts", "ends", "runs", "works", "lives", "supports", "backs",
    "suspects", "expected", "knows", "hits", "opens", "closes", "signs", "agrees", "sells", "buys",
  ]

  static func isFiniteVerb(_ word: String) -> Bool {
    auxiliaries.contains(word) || speechVerbs.contains(word) || irregular.contains(word)
      || present.contains(word)
      || word.hasSuffix("ed") && word.utf8.count > 4 && word != "united" && word != "hundred"
  }

  static func isAdverb(_ word: String) -> Bool {
    word.hasSuffix("ly") && word.utf8.count > 4 || adverbs.contains(word)
  }

  private static let adverbs: Set<String> = [
    "also", "still", "again", "later", "then", "now", "never", "not", "himself", "herself",
    "itself",
    "who", "once", "often", "just", "too", "earlier", "already", "soon",
  ]
}
