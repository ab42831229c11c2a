/// The names of an article, joined where they are names of one thing. Each step is a look-up in a
/// table, so that the work grows with the number of names and no faster.
struct NameLinker {
  /// A distinct name: equal words of one family of types.
  struct Entry {
    var words: [String]
    var family: Family
    /// Words without endings and titles, by which names are compared.
    var core: [String]
    var genders: Gender?
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
    var key: String
  }

  private(set) var entries: [Entry] = []
  private var index: [Key: Int] = [:]
  private var parent: [Int] = []
  /// The entries of states, by their usual names, whatever the article calls them.
  private var stateEntries: [String: Int] = [:]
  /// Full names of persons by their last and first words: entries, one for each chain.
  private var byLast: [String: [Int]] = [:]
  private var byFirst: [String: [Int]] = [:]

  init(_ passages: [PassageReferences]) {
    for passage in passages { for name in passage.names where !name.isImplied { add(name) } }
    joinPlaces()
    joinGroups()
    joinOrganizations()
    joinPersons()
  }

  /// The entry of a name, the same for all names of its chain; a short name of persons has one only
  /// when no full name holds it.
  func entry(of name: PassageReferences.Name) -> Int? {
    index[Key(family: Family(name.type), key: name.key)].map(root)
  }

  /// The entry of a state, by its usual name in lower case, whatever the article calls it.
  func entry(ofState state: String) -> Int? { stateEntries[state].map(root) }

  /// The entries of persons whose full name may be shortened to a word: by family name, where it
  /// stands, else by first name.
  func persons(shortenedTo word: String) -> [Int] {
    let last = byLast[word] ?? []
    let first = byFirst[word] ?? []
    if leadingSurnames.contains(word) { return last + first.filter { !last.contains($0) } }
    return last.isEmpty ? first : last
  }

  // MARK: Union

  private mutating func add(_ name: PassageReferences.Name) {
    let key = Key(family: Family(name.type), key: name.key)
    if let entry = index[key] {
      if entries[entry].genders == nil { entries[entry].genders = name.gender }
      return
    }
    index[key] = entries.count
    parent.append(entries.count)
    var core = name.words
    let endings = key.family == .person ? personEndings : companyEndings
    if key.family == .person || key.family == .thing {
      while core.count > 1, endings.contains(core[core.count - 1]) { core.removeLast() }
    }
    if key.family == .person, core.count > 1, Gender.ofTitle(core[0]) != nil || core[0] == "dr" {
      core.removeFirst()
    }
    entries.append(Entry(words: name.words, family: key.family, core: core, genders: name.gender))
  }

  private func root(_ entry: Int) -> Int {
    var entry = entry
    while parent[entry] != entry { entry = parent[entry] }
    return entry
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    guard a != b else { return }
    // The earlier entry stays the root; the paths stay short since names join in few steps.
    parent[max(a, b)] = min(a, b)
    if entries[min(a, b)].genders == nil { entries[min(a, b)].genders = entries[max(a, b)].genders }
  }

  /// Joins all entries of a family that a function maps to the same word.
  private mutating func joinEqual(_ family: Family, by canonical: (Entry) -> String) {
    var known: [String: Int] = [:]
    for entry in entries.indices where entries[entry].family == family {
      let key = canonical(entries[entry])
      if let other = known[key] { join(other, entry) } else { known[key] = entry }
    }
  }

  private mutating func joinPlaces() {
    joinEqual(.thing) { States.state(named: $0.words.joined(separator: " ")) }
    for entry in entries.indices where entries[entry].family == .thing {
      let state = States.state(named: entries[entry].words.joined(separator: " "))
      if States.isState(state) { stateEntries[state] = root(entry) }
    }
    // "the North" is the state whose name begins so, where the article has no other.
    for word in ["north", "south"] {
      guard let short = index[Key(family: .thing, key: word)],
        let state = stateEntries[word + " korea"]
      else { continue }
      join(short, state)
    }
  }

  private mutating func joinGroups() {
    joinEqual(.group) { entry in
      var words = entry.words
      if let last = words.last, last.hasSuffix("s"), last.utf8.count > 4 {
        words[words.count - 1] = String(last.dropLast())
      }
      return words.joined(separator: " ")
    }
  }

  private mutating func joinOrganizations() {
    joinEqual(.thing) { $0.core.joined(separator: " ") }
    // Beginnings and ends of longer names; `nil` where two chains share one.
    var parts: [String: Int?] = [:]
    func note(_ words: ArraySlice<String>, _ entry: Int, _ parts: inout [String: Int?]) {
      let key = words.joined(separator: " ")
      if let known = parts[key] {
        if let known, root(known) != root(entry) { parts[key] = .some(nil) }
      } else {
        parts[key] = .some(entry)
      }
    }
    var shortened: [String: Int?] = [:]
    for entry in entries.indices where entries[entry].family == .thing {
      let core = entries[entry].core
      guard core.count >= 2 else { continue }
      for length in 1..<min(core.count, 5) where !isShared(core[..<length]) {
        note(core[..<length], entry, &parts)
      }
      if core.count > 2 {
        for length in 2..<min(core.count, 5) { note(core[(core.count - length)...], entry, &parts) }
      }
      for acronym in acronyms(of: entries[entry].words) + acronyms(of: core) {
        note([acronym], entry, &shortened)
      }
    }
    for entry in entries.indices where entries[entry].family == .thing {
      let core = entries[entry].core
      let key = core.joined(separator: " ")
      if let whole = parts[key] ?? nil, !isState(entry), !isState(whole) || core.count > 1 {
        join(whole, entry)
      }
      if core.count == 1, key.utf8.count >= 2, let whole = shortened[key] ?? nil {
        join(whole, entry)
      }
    }
  }

  private func isState(_ entry: Int) -> Bool {
    let key = entries[entry].words.joined(separator: " ")
    return States.isState(States.state(named: key)) || States.state(ofCapital: key) != nil
  }

  private func isShared(_ words: ArraySlice<String>) -> Bool {
    words.allSatisfy { sharedNameWords.contains($0) }
  }

  private mutating func joinPersons() {
    joinEqual(.person) { entry in
      entry.core.count < 2
        ? "\u{0}" + entry.core.joined() : entry.core[0] + " " + entry.core[entry.core.count - 1]
    }
    // "ap Rhisiart" is the end of "Dafydd ap Rhisiart".
    var ends: [String: Int] = [:]
    for entry in entries.indices where entries[entry].family == .person {
      let core = entries[entry].core
      guard core.count > 2 else { continue }
      for length in 2..<min(core.count, 5) {
        ends[core[(core.count - length)...].joined(separator: " ")] = entry
      }
    }
    for entry in entries.indices where entries[entry].family == .person {
      if entries[entry].core.count > 1,
        let whole = ends[entries[entry].core.joined(separator: " ")], whole != entry
      {
        join(whole, entry)
      }
    }
    for entry in entries.indices
    where entries[entry].family == .person && entries[entry].core.count > 1 {
      let core = entries[entry].core
      let chain = root(entry)
      if byLast[core[core.count - 1]]?.contains(chain) != true {
        byLast[core[core.count - 1], default: []].append(chain)
      }
      if byFirst[core[0]]?.contains(chain) != true { byFirst[core[0], default: []].append(chain) }
    }
  }
}
