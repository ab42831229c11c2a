import Annotator
import LanguageServerProtocol

/// An index of many articles: a value, so that an answer is made from one state of it, whatever
/// comes in meanwhile.
struct WorkspaceIndex: Sendable {
  /// The articles; an article keeps its slot as long as it is here.
  private(set) var slots: [ArticleIndex?] = []
  private var free: [Int] = []
  private var slotOfKey: [String: Int] = [:]
  /// The slots of all articles, the newest article first, those without a date last.
  private(set) var order: [Int] = []
  /// Everything that is named, by its name and type.
  private(set) var names: [NameKey: NamedThing] = [:]
  /// The bytes that the articles take, about.
  private(set) var size = 0

  /// What makes two chains of two articles one thing.
  struct NameKey: Hashable {
    var name: UInt64
    var type: EntityType
  }

  /// Something that articles name.
  struct NamedThing: Sendable {
    /// Its name as the first article that came in has it.
    var name: String
    /// The name's words, as in `FoldedText.bytes`.
    var words: [UInt8]
    /// How often it is mentioned.
    var count = 0
    /// The articles that name it, as slots and chains.
    var places: [Place] = []

    init(_ name: String) {
      self.name = name
      words = FoldedText(name).bytes
    }

    struct Place: Sendable {
      var slot: Int32
      var chain: Int32
    }
  }

  /// An empty index.
  init() {}

  /// The number of articles.
  var count: Int { order.count }

  /// The articles, the newest first.
  var articles: some Sequence<ArticleIndex> { order.lazy.compactMap { slots[$0] } }

  /// Whether the index holds an article.
  func contains(_ key: String) -> Bool { slotOfKey[key] != nil }

  /// The keys of the articles.
  var keys: some Sequence<String> { slotOfKey.keys }

  /// Puts an article in, in place of one with the same key.
  mutating func insert(_ article: ArticleIndex) {
    let key = article.uri.key
    remove(key)
    let slot = free.popLast() ?? slots.count
    if slot == slots.count { slots.append(nil) }
    slots[slot] = article
    slotOfKey[key] = slot
    size += article.size
    order.insert(slot, at: place(of: article))
    for chain in article.types.indices {
      let key = NameKey(name: article.nameHashes[chain], type: article.types[chain])
      if names[key] == nil { names[key] = NamedThing(article.names.string(chain)) }
      let place = NamedThing.Place(slot: Int32(slot), chain: Int32(chain))
      names[key]?.add(place, count: article.mentions[chain].count)
    }
  }

  /// Takes an article out, if it is there.
  mutating func remove(_ key: String) {
    guard let slot = slotOfKey.removeValue(forKey: key), let article = slots[slot] else { return }
    order.remove(at: place(of: article))
    slots[slot] = nil
    free.append(slot)
    size -= article.size
    for chain in article.types.indices {
      let key = NameKey(name: article.nameHashes[chain], type: article.types[chain])
      names[key]?.remove(slot: slot, chain: chain, count: article.mentions[chain].count)
      if names[key]?.places.isEmpty ?? false { names[key] = nil }
    }
  }

  /// Where an article stands in the order, or would stand.
  private func place(of article: ArticleIndex) -> Int {
    order.partitioningIndex { slot in
      guard let other = slots[slot] else { return true }
      if other.day != article.day { return other.day < article.day }
      return other.uri.rawValue >= article.uri.rawValue
    }
  }
}

extension WorkspaceIndex.NamedThing {
  fileprivate mutating func add(_ place: Place, count: Int) {
    places.append(place)
    self.count += count
  }

  fileprivate mutating func remove(slot: Int, chain: Int, count: Int) {
    guard
      let index = places.firstIndex(where: { $0.slot == Int32(slot) && $0.chain == Int32(chain) })
    else { return }
    places.swapAt(index, places.count - 1)
    places.removeLast()
    self.count -= count
  }
}

extension DocumentURI {
  /// What two spellings of a file's URI have in common: its path. Anything else is its own key.
  var key: String { path ?? rawValue }
}

extension WorkspaceIndex {
  /// A claim of an article.
  struct FoundClaim: Sendable {
    var article: ArticleIndex
    var claim: Int
  }

  /// The claims that are asked for, those of the newest article first.
  func claims(_ query: ClaimQuery, limit: Int = .max) -> [FoundClaim] {
    var found: [FoundClaim] = []
    for article in articles {
      for claim in query.claims(of: article) {
        guard found.count < limit else { return found }
        found.append(FoundClaim(article: article, claim: claim))
      }
    }
    return found
  }

  /// What is named, the most frequent first.
  ///
  /// - Parameters:
  ///   - query: texts with which words of the name begin; an empty one for everything.
  ///   - type: the only type that is wanted.
  func things(_ query: String, type: EntityType? = nil, limit: Int) -> [(EntityType, NamedThing)] {
    let beginnings = Beginnings(query)
    // A query of nothing but marks is none that a name could meet.
    if beginnings.isEmpty, query.contains(where: { !$0.isWhitespace }) { return [] }
    var found: [(key: NameKey, value: NamedThing)] = []
    for (key, thing) in names where type == nil || key.type == type {
      if beginnings.fit(thing.words) { found.append((key, thing)) }
    }
    // Only what can come to be among the first is put in order by name.
    let counts = found.map(\.value.count).sorted(by: >)
    let least = counts.count > limit && limit > 0 ? counts[limit - 1] : 0
    let ranked = found.filter { $0.value.count >= least }.sorted { a, b in
      (b.value.count, a.value.name, a.key.type.rawValue)
        < (a.value.count, b.value.name, b.key.type.rawValue)
    }
    return ranked.prefix(limit).map { ($0.key.type, $0.value) }
  }

  /// The articles that name something, with its chain in each, the newest first.
  func places(of thing: NamedThing) -> [(article: ArticleIndex, chain: Int)] {
    let places = thing.places.compactMap { place in
      slots[Int(place.slot)].map { ($0, Int(place.chain)) }
    }
    return places.sorted { a, b in
      (b.0.day, a.0.uri.rawValue, a.1) < (a.0.day, b.0.uri.rawValue, b.1)
    }
  }
}
