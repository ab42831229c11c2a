extension Resolver {
  /// The chain that a definite description means, where one alone fits: by a role that the article
  /// gave, by a word of the name, or by the type of thing.
  mutating func antecedent(of nominal: PassageReferences.Nominal, at passage: Int) -> Int? {
    let noun = nominal.noun
    if let state = described(nominal) { return state }
    if let chains = chainsByRole[noun] {
      if chains.count == 1 { return chains.first }
      return only(chains: chains, within: 1, at: passage)
    }
    guard Self.distinguishing.isDisjoint(with: nominal.modifiers),
      !Self.distinguishing.contains(noun)
    else { return nil }
    if let chains = chainsByNoun[noun],
      let chain = only(chains: chains, within: 6, at: passage)
    {
      return chain
    }
    if let chain = named(nominal, at: passage) { return chain }
    if Self.companyNouns.contains(noun) {
      return only(within: 2, at: passage) { draft in
        draft.type == .organization
          && (draft.words.contains(noun) || draft.words.isDisjoint(with: Self.publicNouns))
      }
    }
    if noun == "bloc" || noun == "alliance" {
      return only(within: 4, at: passage) { draft in
        draft.type == .organization && !draft.words.isDisjoint(with: Self.blocs)
      }
    }
    guard nominal.modifiers.isEmpty, let kind = Self.kinds[noun] else { return nil }
    switch kind {
    case .state: return topic(within: 1, at: passage) { $0.isState && $0.type == .geopolitical }
    case .place: return topic(within: 1, at: passage) { !$0.isState && $0.type == .geopolitical }
    case .region:
      return topic(within: 1, at: passage) {
        $0.type == .location || !$0.isState && $0.type == .geopolitical
      }
    case .facility: return only(within: 1, at: passage) { $0.type == .facility }
    case .event: return only(within: 4, at: passage) { $0.type == .event }
    case .work: return only(within: 1, at: passage) { $0.type == .work }
    case .law: return only(within: 4, at: passage) { $0.type == .law }
    case .product: return only(within: 2, at: passage) { $0.type == .product }
    }
  }

  /// The thing whose name ends in the noun: "the bridge" for "Severn Bridge", where the article
  /// lately spoke of one such alone. Titles of works hold any word, and tell nothing.
  private func named(_ nominal: PassageReferences.Nominal, at passage: Int) -> Int? {
    guard let chains = chainsByHead[nominal.noun] else { return nil }
    return only(chains: chains, within: 4, at: passage) { draft in
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

  /// The only chain with a mention in the last passages that satisfies a condition.
  private func only(
    within passages: Int, at passage: Int, where condition: (Draft) -> Bool
  ) -> Int? {
    var found: Int?
    for mention in recent.reversed()
    where passage - mention.passage <= passages && !mention.isCredit
      && condition(drafts[mention.chain])
    {
      if let found, found != mention.chain { return nil }
      found = mention.chain
    }
    return found
  }

  /// As `only`, and else the one of which the article has spoken three times as often as of any other.
  private func topic(
    within passages: Int, at passage: Int, where condition: (Draft) -> Bool
  ) -> Int? {
    var best: (chain: Int, count: Int)?
    var second = 0
    for mention in recent.reversed()
    where passage - mention.passage <= passages && !mention.isCredit
      && mention.chain != best?.chain && condition(drafts[mention.chain])
    {
      let count = drafts[mention.chain].mentions.count
      if count > best?.count ?? 0 {
        second = best?.count ?? 0
        best = (mention.chain, count)
      } else {
        second = max(second, count)
      }
    }
    guard let best, best.count >= 3 * second else { return nil }
    return best.chain
  }

  /// The only one of some chains with a mention in the last passages that satisfies a condition.
  private func only(
    chains: Set<Int>, within passages: Int, at passage: Int,
    where condition: (Draft) -> Bool = { _ in true }
  ) -> Int? {
    var found: Int?
    for mention in recent.reversed()
    where passage - mention.passage <= passages && chains.contains(mention.chain)
      && condition(drafts[mention.chain])
    {
      if let found, found != mention.chain { return nil }
      found = mention.chain
    }
    return found
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
  private enum Kind { case state, place, region, facility, event, work, law, product }

  private static let kinds: [String: Kind] = {
    let lists: [(Kind, String)] = [
      (.state, "state country nation kingdom"),
      (.place, "city town village municipality"),
      (.region, "region area island islands province territory archipelago peninsula"),
      (.facility, "building stadium airport museum venue station prison tower temple mosque"),
      (
        .event,
        "event talks summit conference war games tournament festival regatta olympics championship "
          + "convention competition contest"
      ),
      (.work, "book novel film movie album song series episode"),
      (.law, "law bill act legislation treaty"),
      (.product, "vessel ship aircraft rocket telescope spacecraft device app browser"),
    ]
    var kinds: [String: Kind] = [:]
    for (kind, nouns) in lists {
      for noun in nouns.split(separator: " ") { kinds[String(noun)] = kind }
    }
    return kinds
  }()
}
