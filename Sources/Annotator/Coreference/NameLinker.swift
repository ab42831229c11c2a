/// The names of an article, joined where they are names of one thing. Each step is a look-up in a
/// table, so that the work grows with the number of names and no faster.
struct NameLinker {
  /// A distinct name: equal words of one family of types.
  struct Entry {
    var form: NameForm
    var family: Family
    var genders: Gender?
    /// The thing of the dictionary that it is a name of.
    var known: Int?

    /// The words without endings and titles, by which names are compared.
    var core: Range<Int> {
      switch family {
      case .person: form.personCore
      case .thing: form.thingCore
      case .group, .work, .law, .language: form.words.indices
      }
    }

    /// The hash of the words by which names are compared.
    var coreHash: UInt64 { form.hash(of: core) }
  }

  /// Types whose names may be confused with each other.
  enum Family: Hashable {
    case person, thing, group, work, law, language

    init(_ type: EntityType) {
      switch type {
      case .person: self = .person
      case .group: self = .group
      case .work: self = .work
      case .law: self = .law
      case .language: self = .language
      default: self = .thing
      }
    }
  }

  private struct Key: Hashable {
    var family: Family
    var hash: UInt64
  }

  private(set) var entries: [Entry] = []
  private var index: [Key: Int] = [:]
  private var parent: [Int] = []
  /// The entries of states, by their usual names, whatever the article calls them.
  private var stateEntries: [String: Int] = [:]
  /// The entries of things of the dictionary.
  private var knownEntries: [Int: Int] = [:]
  /// Full names of persons by their last and first words: entries, one for each chain.
  private var byLast: [UInt64: [Int]] = [:]
  private var byFirst: [UInt64: [Int]] = [:]

  init(_ passages: [PassageReferences]) {
    for passage in passages { for name in passage.names where !name.isImplied { add(name) } }
    joinKnown()
    joinPlaces()
    joinEqual(.group) { $0.form.singularHash }
    let organizations = joinOrganizations()
    joinPersons()
    joinMistaken(organizations)
  }

  /// The entry of a name, the same for all names of its chain; a short name of persons has one only
  /// when no full name holds it.
  func entry(of name: PassageReferences.Name) -> Int? {
    index[Key(family: Family(name.type), hash: name.form.hash)].map(root)
  }

  /// The entry of a thing of the dictionary, by whatever name the article has it.
  func entry(ofKnown known: Int) -> Int? { knownEntries[known].map(root) }

  /// The entry of a state, by its usual name in lower case, whatever the article calls it.
  func entry(ofState state: String) -> Int? { stateEntries[state].map(root) }

  /// The entries of persons whose full name may be shortened to a name of one word: by family name,
  /// where it stands, else by first name.
  func persons(shortenedTo form: NameForm) -> [Int] {
    let hash = form.hash(of: form.personCore)
    let last = byLast[hash] ?? []
    let first = byFirst[hash] ?? []
    if form.isLeadingSurname { return last + first.filter { !last.contains($0) } }
    return last.isEmpty ? first : last
  }

  // MARK: Union

  private mutating func add(_ name: PassageReferences.Name) {
    let key = Key(family: Family(name.type), hash: name.form.hash)
    if let entry = index[key] {
      if entries[entry].genders == nil { entries[entry].genders = name.gender }
      if entries[entry].known == nil { entries[entry].known = name.entry }
      return
    }
    index[key] = entries.count
    parent.append(entries.count)
    entries.append(
      Entry(form: name.form, family: key.family, genders: name.gender, known: name.entry))
  }

  private func root(_ entry: Int) -> Int {
    var entry = entry
    while parent[entry] != entry { entry = parent[entry] }
    return entry
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    guard a != b else { return }
    // What the dictionary holds to be two things is not one, however alike the names are.
    if let known = entries[a].known, let other = entries[b].known, known != other { return }
    // The earlier entry stays the root; the paths stay short since names join in few steps.
    parent[max(a, b)] = min(a, b)
    if entries[min(a, b)].genders == nil { entries[min(a, b)].genders = entries[max(a, b)].genders }
    if entries[min(a, b)].known == nil { entries[min(a, b)].known = entries[max(a, b)].known }
  }

  /// Joins the names that the dictionary gives one thing.
  private mutating func joinKnown() {
    for entry in entries.indices {
      guard let known = entries[entry].known else { continue }
      if let other = knownEntries[known] { join(other, entry) } else { knownEntries[known] = entry }
    }
  }

  /// Joins all entries of a family that a function maps to the same hash.
  private mutating func joinEqual(_ family: Family, by canonical: (Entry) -> UInt64) {
    var known: [UInt64: Int] = [:]
    for entry in entries.indices where entries[entry].family == family {
      let key = canonical(entries[entry])
      if let other = known[key] { join(other, entry) } else { known[key] = entry }
    }
  }

  private mutating func joinPlaces() {
    joinEqual(.thing) { $0.form.usualHash }
    for entry in entries.indices where entries[entry].family == .thing {
      if let state = entries[entry].form.state { stateEntries[state] = root(entry) }
    }
    // "the North" is the state whose name begins so, where the article has no other.
    for word in ["north", "south"] {
      guard let short = index[Key(family: .thing, hash: NameForm([word]).hash)],
        let state = stateEntries[word + " korea"]
      else { continue }
      join(short, state)
    }
  }

  /// The one entry that each short name of an organisation means, by its hash; `nil` where two share
  /// it.
  private struct ShortNames {
    /// By beginnings and ends of names.
    var parts: [UInt64: Int?] = [:]
    /// By initials.
    var initials: [UInt64: Int?] = [:]
  }

  private mutating func joinOrganizations() -> ShortNames {
    joinEqual(.thing) { $0.coreHash }
    var short = ShortNames()
    func note(_ key: UInt64, _ entry: Int, _ parts: inout [UInt64: Int?]) {
      if let known = parts[key] {
        if let known, root(known) != root(entry) { parts[key] = .some(nil) }
      } else {
        parts[key] = .some(entry)
      }
    }
    for entry in entries.indices where entries[entry].family == .thing {
      let (form, core) = (entries[entry].form, entries[entry].core)
      guard core.count >= 2 else { continue }
      for length in 1..<min(core.count, 5) where length > form.sharedWords {
        note(form.hash(of: core.prefix(length)), entry, &short.parts)
      }
      if core.count > 2 {
        for length in 2..<min(core.count, 5) {
          note(form.hash(of: core.suffix(length)), entry, &short.parts)
        }
      }
      for acronym in form.acronyms { note(acronym, entry, &short.initials) }
    }
    for entry in entries.indices where entries[entry].family == .thing {
      let (form, core) = (entries[entry].form, entries[entry].core)
      let key = form.hash(of: core)
      if let whole = short.parts[key] ?? nil, !isState(entry), !isState(whole) || core.count > 1 {
        join(whole, entry)
      }
      if core.count == 1, form.words[core.lowerBound].utf8.count >= 2,
        let whole = short.initials[key] ?? nil
      {
        join(whole, entry)
      }
    }
    return short
  }

  /// Joins a name of one word to the organisation whose name it begins, where it was taken for that of
  /// a person and no person of the article bears it, or whose initials it is, whatever it was taken
  /// for.
  private mutating func joinMistaken(_ organizations: ShortNames) {
    for entry in entries.indices
    where entries[entry].family != .thing && entries[entry].form.words.count == 1
      && entries[entry].genders == nil
    {
      let form = entries[entry].form
      guard byLast[form.hash] == nil, byFirst[form.hash] == nil else { continue }
      var whole = form.words[0].utf8.count > 2 ? organizations.initials[form.hash] ?? nil : nil
      if whole == nil, entries[entry].family == .person {
        whole = organizations.parts[form.hash] ?? nil
      }
      guard let whole, entries[whole].family == .thing, !isState(whole) else { continue }
      join(whole, entry)
      entries[root(entry)].family = .thing
    }
  }

  private func isState(_ entry: Int) -> Bool {
    entries[entry].form.state != nil || entries[entry].form.capitalOf != nil
  }

  private mutating func joinPersons() {
    joinEqual(.person) { entry in
      // A single word is not told from the first and last of a name, but by the complement.
      entry.core.count < 2 ? ~entry.coreHash : entry.form.fullNameHash
    }
    // "ap Rhisiart" is the end of "Dafydd ap Rhisiart".
    var ends: [UInt64: Int] = [:]
    for entry in entries.indices where entries[entry].family == .person {
      let core = entries[entry].core
      guard core.count > 2 else { continue }
      for length in 2..<min(core.count, 5) {
        ends[entries[entry].form.hash(of: core.suffix(length))] = entry
      }
    }
    for entry in entries.indices where entries[entry].family == .person {
      if entries[entry].core.count > 1, let whole = ends[entries[entry].coreHash], whole != entry {
        join(whole, entry)
      }
    }
    for entry in entries.indices
    where entries[entry].family == .person && entries[entry].core.count > 1 {
      let (form, core) = (entries[entry].form, entries[entry].core)
      let chain = root(entry)
      note(chain, in: &byLast[form.hash(of: core.suffix(1)), default: []])
      note(chain, in: &byFirst[form.hash(of: core.prefix(1)), default: []])
    }
  }

  /// Adds a chain to those that share a word, up to as many as a reader may tell apart, so that a
  /// list of namesakes costs no more than its length.
  private func note(_ chain: Int, in chains: inout [Int]) {
    if chains.count < 16, !chains.contains(chain) { chains.append(chain) }
  }
}
