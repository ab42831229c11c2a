extension Resolver {
  /// The chain that a definite description means, where one alone fits: by a role that the article
  /// gave, by a word of the name, or by the type of thing.
  mutating func antecedent(of nominal: PassageReferences.Nominal, at passage: Int) -> Int? {
    let noun = nominal.noun
    if let state = described(nominal) { return state }
    if let chains = chainsByRole[noun] {
      if chains.count == 1 { return chains[0] }
      return only(chains: Set(chains), within: 1, at: passage)
    }
    if Self.companyNouns.contains(noun) {
      return only(within: 2, at: passage) { draft in
        draft.type == .organization
          && (draft.words.contains(noun) || draft.words.isDisjoint(with: Self.publicNouns))
      }
    }
    if Self.publicNouns.contains(noun) {
      let isBloc = noun == "bloc" || noun == "alliance"
      return only(within: 4, at: passage) { draft in
        draft.type == .organization
          && (draft.words.contains(noun) || isBloc && !draft.words.isDisjoint(with: Self.blocs))
      }
    }
    if Self.stateNouns.contains(noun), nominal.modifiers.isEmpty {
      return only(within: 1, at: passage) { $0.isState && $0.type == .geopolitical }
    }
    if noun == "city", nominal.modifiers.isEmpty {
      return only(within: 1, at: passage) { !$0.isState && $0.type == .geopolitical }
    }
    if Self.eventNouns.contains(noun), nominal.modifiers.isEmpty {
      return only(within: 6, at: passage) { $0.type == .event && $0.words.contains(noun) }
    }
    return nil
  }

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

  private func only(chains: Set<Int>, within passages: Int, at passage: Int) -> Int? {
    var found: Int?
    for mention in recent.reversed()
    where passage - mention.passage <= passages && chains.contains(mention.chain) {
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

  private static let eventNouns: Set<String> = [
    "talks", "summit", "conference", "war", "election", "games", "tournament", "festival",
    "regatta",
    "olympics", "championship", "convention", "referendum",
  ]
}
