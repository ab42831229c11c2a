extension Resolver {
  /// The chain that a definite description means, where one alone fits: by a role that the article
  /// gave, by a word of the name, or by the type of thing.
  mutating func antecedent(of nominal: PassageReferences.Nominal, at passage: Int) -> Int? {
    let noun = nominal.noun
    if let state = described(nominal) { return state }
    if let chains = chainsByRole[noun] {
      return salient(of: chains, within: 6, at: passage)
    }
    guard Self.distinguishing.isDisjoint(with: nominal.modifiers),
      !Self.distinguishing.contains(noun)
    else { return nil }
    if let chains = chainsByNoun[noun],
      let chain = salient(of: chains, within: 6, at: passage)
    {
      return chain
    }
    if let chain = named(nominal, at: passage) { return chain }
    if Self.companyNouns.contains(noun) {
      return salient(within: 3, at: passage) { draft in
        draft.type == .organization
          && (draft.words.contains(noun) || draft.words.isDisjoint(with: Self.publicNouns))
      }
    }
    if noun == "bloc" || noun == "alliance" {
      return salient(within: 4, at: passage) { draft in
        draft.type == .organization && !draft.words.isDisjoint(with: Self.blocs)
      }
    }
    guard nominal.modifiers.isEmpty, let kind = Self.kinds[noun] else { return nil }
    switch kind {
    case .state:
      return salient(within: 2, at: passage) { draft in
        draft.type == .geopolitical && (draft.isState || noun == "state")
      }
    case .place:
      return salient(within: 2, at: passage) { !$0.isState && $0.type == .geopolitical }
    case .region:
      return salient(within: 1, at: passage) {
        $0.type == .location
          || !$0.isState && $0.type == .geopolitical && $0.mentions.count > 2
      }
    case .feature: return salient(within: 4, at: passage) { $0.type == .location }
    case .agency:
      return salient(within: 1, at: passage) {
        $0.type == .organization && $0.words.isDisjoint(with: Self.publicNouns)
      }
    case .facility: return salient(within: 2, at: passage) { $0.type == .facility }
    case .event: return salient(within: 4, at: passage) { $0.type == .event }
    case .work: return salient(within: 2, at: passage) { $0.type == .work }
    case .law: return salient(within: 4, at: passage) { $0.type == .law }
    case .product: return salient(within: 2, at: passage) { $0.type == .product }
    }
  }

  /// The thing whose name ends in the noun: "the bridge" for "Severn Bridge", where the article
  /// lately spoke of one such alone. Titles of works hold any word, and tell nothing.
  private func named(_ nominal: PassageReferences.Nominal, at passage: Int) -> Int? {
    guard let chains = chainsByHead[nominal.noun] else { return nil }
    return salient(of: chains, within: 12, at: passage) { draft in
      draft.family == .thing && nominal.modifiers.allSatisfy(draft.words.contains)
    }
  }

  /// Words that tell a thing from another that was named.
  private static let distinguishing: Set<String> = [
    "other", "first", "second", "third", "next", "last", "previous", "whole", "entire", "two",
    "three", "new", "old", "same", "only", "rest", "latter", "different", "original", "late",
  ]

  /// "the secretive state": a description that news keeps for one state, which the article names.
  private mutating func described(_ nominal: PassageReferences.Nominal) -> Int? {
    guard Self.stateNouns.contains(nominal.noun) || nominal.noun == "republic",
      let state = nominal.modifiers.lazy.compactMap({ States.state(described: $0) }).first
    else { return nil }
    return chain(ofState: state)
  }

  /// The chain with a mention in the last passages that satisfies a condition, where one stands out.
  private func salient(
    within passages: Int, at passage: Int, where condition: (Draft) -> Bool
  ) -> Int? {
    var chains: [Int] = []
    for mention in recent.reversed() {
      guard passage - mention.passage <= passages else { break }
      if !chains.contains(mention.chain) { chains.append(mention.chain) }
    }
    return salient(of: chains, within: passages, at: passage, where: condition)
  }

  /// The one of some chains that stands out, by how near its last mention is, how often the article
  /// speaks of it, and whether it was a subject.
  private func salient(
    of chains: [Int], within passages: Int, at passage: Int,
    where condition: (Draft) -> Bool = { _ in true }
  ) -> Int? {
    var best: (chain: Int, score: Int)?
    var second = Int.min / 2
    for chain in chains {
      let draft = drafts[chain]
      guard let last = draft.last, passage - last.passage <= passages, condition(draft) else {
        continue
      }
      let score =
        min(draft.mentions.count, 8) - 3 * (passage - last.passage)
        + (last.isSubject ? 2 : 0)
      if score > best?.score ?? Int.min {
        second = best?.score ?? second
        best = (chain, score)
      } else {
        second = max(second, score)
      }
    }
    guard let best, best.score - second >= 1 else { return nil }
    return best.chain
  }

  private static let stateNouns: Set<String> = ["state", "country", "nation", "kingdom"]

  private static let companyNouns: Set<String> = [
    "company", "firm", "group", "corporation", "startup", "start-up", "retailer", "carmaker",
    "automaker", "lender", "insurer", "manufacturer", "airline", "brokerage", "giant",
    "conglomerate",
  ]

  private static let publicNouns: Set<String> = [
    "agency", "ministry", "union", "party", "court", "university", "newspaper", "network", "club",
    "team", "bloc", "alliance", "trust", "council", "hospital", "regulator", "broadcaster", "bank",
    "commission", "committee", "institute", "department", "foundation", "association", "league",
    "charity", "authority", "army", "police", "senate", "parliament", "congress", "house",
    "service",
    "organization", "organisation", "office", "fund", "school", "college", "church", "magazine",
  ]

  private static let blocs: Set<String> = ["eu", "european", "asean", "brics", "nato", "mercosur"]

  /// What a noun says that a thing is.
  private enum Kind {
    case state, place, region, feature, agency, facility, event, work, law, product
  }

  private static let kinds: [String: Kind] = {
    let lists: [(Kind, String)] = [
      (.state, "state country nation kingdom"),
      (.place, "city town village municipality"),
      (.region, "region area island islands province territory archipelago peninsula"),
      (.feature, "moon planet comet asteroid river lake mountain volcano glacier desert"),
      (.agency, "agency organization organisation institution"),
      (.facility, "building stadium airport museum venue station prison tower temple mosque"),
      (
        .event,
        "event talks summit conference war games tournament festival regatta olympics championship "
          + "convention competition contest"
      ),
      (.work, "book novel film movie album song series episode picture play show documentary"),
      (.law, "law bill act legislation treaty accord pact agreement deal declaration constitution"),
      (
        .product,
        "vessel ship aircraft rocket telescope spacecraft device app browser ferry boat trawler "
          + "tanker submarine plane helicopter jet drone probe satellite missile drug vaccine phone"
      ),
    ]
    var kinds: [String: Kind] = [:]
    for (kind, nouns) in lists {
      for noun in nouns.split(separator: " ") { kinds[String(noun)] = kind }
    }
    return kinds
  }()
}
