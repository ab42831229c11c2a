/// Joins the mentions of an article into chains: variants of names by their words, then pronouns and
/// descriptions by what stands near. Near linear in the number of mentions.
///
/// - Parameters:
///   - references: what `references(in:)` says of each passage, in the same order.
///   - dictionary: the names that were known beforehand.
public func resolveCoreference(
  _ references: [PassageReferences], knowing dictionary: NameDictionary = NameDictionary()
) -> CoreferenceResult {
  var resolver = Resolver(references, dictionary)
  for passage in references.indices { resolver.resolve(references[passage], at: passage) }
  return resolver.result()
}

/// Joins the mentions of an article into chains.
public func resolveCoreference(_ passages: [AnalyzedPassage]) -> CoreferenceResult {
  resolveCoreference(passages.map { references(in: $0) })
}

/// The walk over an article that gives every mention its chain.
struct Resolver {
  /// A chain while it grows.
  struct Draft {
    private var types: [(type: EntityType, count: Int)] = []
    /// The hashes of its names.
    var forms: Set<UInt64> = []
    var family: NameLinker.Family
    var name = ""
    var nameRank = (0, 0)
    /// The words of all its names.
    var words: Set<String> = []
    var role: String?
    var gender: Gender?
    var isState = false
    var isPlural = false
    var mentions: [ChainMention] = []
    /// Where its last mention is, and whether it is the one subject there.
    var last: (passage: Int, isSubject: Bool)?

    /// The type most of its names have; of equals the first in the alphabet.
    private(set) var type = EntityType.organization

    init(_ entry: NameLinker.Entry) {
      family = entry.family
      gender = entry.genders
    }

    /// Whether the workspace knows it, and what it is.
    private(set) var isKnown = false

    /// Takes the name and type under which the workspace knows it.
    mutating func know(_ entry: NameDictionary.Entry) {
      guard !isKnown || entry.name.utf8.count > name.utf8.count else { return }
      isKnown = true
      name = entry.name
      type = entry.type
    }

    /// Counts the type of a name.
    mutating func count(_ new: EntityType) {
      guard !isKnown else { return }
      let index = types.firstIndex { $0.type == new } ?? types.count
      if index == types.count { types.append((new, 0)) }
      types[index].count += 1
      let count = types[index].count
      let most = types.first { $0.type == type }?.count ?? 0
      if count > most || count == most && new.rawValue < type.rawValue { type = new }
    }
  }

  /// A mention that later ones may refer to.
  struct Recent {
    var chain: Int
    var passage: Int
    /// Counted over the article.
    var sentence: Int
    var place: PassageReferences.Place
    var isGrouped: Bool
    var isCredit: Bool
    var isPronoun: Bool
  }

  private(set) var drafts: [Draft] = []
  private(set) var recent: [Recent] = []
  /// The persons without a name in the current passage.
  private(set) var rivals: [PassageReferences.Rival] = []
  /// Chains by the last word of a role: "minister".
  private(set) var chainsByRole: [String: [Int]] = [:]
  /// Chains by the noun that described one of their names: "site".
  private(set) var chainsByNoun: [String: [Int]] = [:]
  /// Chains by the last word of one of their names: "bridge".
  private(set) var chainsByHead: [String: [Int]] = [:]
  /// The number of sentences before the current passage.
  var firstSentence = 0
  private var linker: NameLinker
  private let dictionary: NameDictionary
  private var chainOfEntry: [Int: Int] = [:]
  /// The passage of each entry's last mention, by which the nearest of several persons is known.
  private var lastSeen: [Int: Int] = [:]
  private var clock = 0
  private var placed: [[CoreferenceResult.PlacedMention]]

  /// Words that part what heads a name from what follows.
  private static let links: Set<String> = ["of", "for", "on", "in", "at", "against"]

  /// How many mentions back a pronoun or description looks.
  private static let memory = 40

  init(_ references: [PassageReferences], _ dictionary: NameDictionary) {
    linker = NameLinker(references)
    self.dictionary = dictionary
    placed = Array(repeating: [], count: references.count)
  }

  /// Gives the mentions of the next passage their chains.
  mutating func resolve(_ references: PassageReferences, at passage: Int) {
    for item in references.items {
      switch item {
      case .name(let index): place(references.names[index], references, passage)
      case .pronoun(let index):
        let pronoun = references.pronouns[index]
        let bound = pronoun.bound.flatMap { index in
          placed[passage].last { $0.tokens == references.names[index].tokens }?.chain
        }
        guard
          let chain = antecedent(of: pronoun, bound: bound, in: references, at: passage)
            ?? pronoun.ahead.flatMap({ subject(ahead: references.names[$0], pronoun) })
        else { continue }
        learn(from: pronoun, chain)
        add(
          ChainMention(
            passage: passage, tokens: pronoun.place.token..<pronoun.place.token + 1, kind: .pronoun),
          to: chain, pronoun.place)
      case .rival(let index): rivals.append(references.rivals[index])
      case .nominal(let index):
        let nominal = references.nominals[index]
        guard let chain = antecedent(of: nominal, at: passage) else { continue }
        add(
          ChainMention(passage: passage, tokens: nominal.tokens, kind: .nominal), to: chain,
          nominal.place)
      }
    }
    firstSentence += references.sentences
    rivals.removeAll(keepingCapacity: true)
  }

  /// The chains, in the order of their first mentions.
  func result() -> CoreferenceResult {
    var result = CoreferenceResult()
    result.chains = drafts.map { draft in
      CoreferenceChain(
        type: draft.type, name: draft.name, role: draft.role, mentions: draft.mentions)
    }
    result.placed = placed
    return result
  }

  // MARK: Names

  private mutating func place(
    _ name: PassageReferences.Name, _ references: PassageReferences, _ passage: Int
  ) {
    guard let entry = entry(of: name) else { return }
    clock += 1
    lastSeen[entry] = clock
    let chain = chain(ofEntry: entry)
    describe(chain, with: name)
    add(
      ChainMention(passage: passage, tokens: name.tokens, kind: .name), to: chain, name.place,
      isGrouped: name.isGrouped, isCredit: name.isCredit || references.isCredit)
  }

  /// The entry that a name belongs to, where the words and the place decide.
  private func entry(of name: PassageReferences.Name) -> Int? {
    if let known = name.entry, !dictionary.entries[known].hasShortName || name.type != .person {
      return linker.entry(ofKnown: known)
    }
    if name.isImplied { return linker.entry(ofState: name.form.words[0] + " korea") }
    if name.isState, let state = name.form.capitalOf,
      let entry = linker.entry(ofState: state)
    {
      return entry
    }
    if name.type == .person, name.form.personCore.count == 1 {
      let candidates = linker.persons(shortenedTo: name.form).filter { candidate in
        let gender = linker.entries[candidate].genders
        return gender == nil || name.gender == nil || gender == name.gender
      }
      // The one spoken of last; before all of them, the one to come first.
      if let nearest = candidates.max(by: { lastSeen[$0] ?? -$0 - 1 < lastSeen[$1] ?? -$1 - 1 }) {
        return nearest
      }
    }
    return linker.entry(of: name)
  }

  /// The chain of the name that follows a pronoun as the subject of its sentence: "In his speech, X".
  private mutating func subject(
    ahead name: PassageReferences.Name, _ pronoun: PassageReferences.Pronoun
  ) -> Int? {
    guard let entry = entry(of: name) else { return nil }
    let family = linker.entries[entry].family
    let gender = linker.entries[entry].genders ?? name.gender
    switch pronoun.form {
    case .he: guard family == .person, gender != .female else { return nil }
    case .she: guard family == .person, gender != .male else { return nil }
    case .it: guard family == .thing else { return nil }
    case .they: guard family == .thing || family == .group else { return nil }
    }
    return chain(ofEntry: entry)
  }

  /// The chain of a state that the article names, here or further on.
  mutating func chain(ofState state: String) -> Int? {
    linker.entry(ofState: state).map { chain(ofEntry: $0) }
  }

  /// The chain of an entry, begun with its first mention.
  private mutating func chain(ofEntry entry: Int) -> Int {
    if let known = chainOfEntry[entry] { return known }
    chainOfEntry[entry] = drafts.count
    drafts.append(
      Draft(linker.entries[entry]))
    return drafts.count - 1
  }

  /// Learns what a name says of its chain.
  private mutating func describe(_ chain: Int, with name: PassageReferences.Name) {
    if let known = name.entry {
      drafts[chain].know(dictionary.entries[known])
    } else if NameLinker.Family(name.type) == drafts[chain].family {
      drafts[chain].count(name.type)
    }
    if drafts[chain].forms.insert(name.form.hash).inserted {
      let words = name.form.words
      drafts[chain].words.formUnion(words)
      // "Bank of England" is headed by its first word.
      if let link = words.firstIndex(where: Self.links.contains), link > 0 {
        Self.note(chain, in: &chainsByHead[words[link - 1], default: []])
      }
      if let head = words.last {
        Self.note(chain, in: &chainsByHead[head, default: []])
        if head.hasSuffix("s") { drafts[chain].isPlural = true }
      }
      if name.form.state != nil { drafts[chain].isState = true }
    }
    let isStandIn = name.isState && name.form.capitalOf != nil
    let rank = (name.form.words.count, name.text.utf8.count)
    if !drafts[chain].isKnown, !isStandIn || drafts[chain].name.isEmpty,
      rank > drafts[chain].nameRank
    {
      drafts[chain].name = name.text
      drafts[chain].nameRank = isStandIn ? (0, 0) : rank
    }
    if drafts[chain].gender == nil { drafts[chain].gender = name.gender }
    if let noun = name.noun { Self.note(chain, in: &chainsByNoun[noun, default: []]) }
    guard let role = name.role else { return }
    if role.utf8.count > drafts[chain].role?.utf8.count ?? 0 { drafts[chain].role = role }
    if let noun = name.roleNoun { Self.note(chain, in: &chainsByRole[noun, default: []]) }
  }

  /// Keeps a chain as one of the latest that share a word; a bound on how many keeps the walk linear.
  private static func note(_ chain: Int, in chains: inout [Int]) {
    if chains.contains(chain) { return }
    if chains.count == 8 { chains.removeFirst() }
    chains.append(chain)
  }

  // MARK: Mentions

  private mutating func add(
    _ mention: ChainMention, to chain: Int, _ place: PassageReferences.Place,
    isGrouped: Bool = false,
    isCredit: Bool = false
  ) {
    drafts[chain].mentions.append(mention)
    if !isCredit { drafts[chain].last = (mention.passage, place.isSubject && !isGrouped) }
    placed[mention.passage].append(
      CoreferenceResult.PlacedMention(tokens: mention.tokens, kind: mention.kind, chain: chain))
    if recent.count >= 2 * Self.memory { recent.removeFirst(Self.memory) }
    recent.append(
      Recent(
        chain: chain, passage: mention.passage, sentence: firstSentence + place.sentence,
        place: place, isGrouped: isGrouped, isCredit: isCredit,
        isPronoun: mention.kind == .pronoun))
  }

  /// A resolved pronoun shows a person's gender, where no name did.
  private mutating func learn(from pronoun: PassageReferences.Pronoun, _ chain: Int) {
    guard drafts[chain].family == .person, drafts[chain].gender == nil else { return }
    switch pronoun.form {
    case .he: drafts[chain].gender = .male
    case .she: drafts[chain].gender = .female
    case .it, .they: break
    }
  }
}
