import Annotator

/// A gold document of the unified corpus format. Spans are in code points.
struct GoldDocument: Decodable {
  struct Entity: Decodable {
    var start: Int
    var end: Int
    var type: String
    var mention: String?
    var optional: Bool?
  }

  struct Attribution: Decodable {
    var source: [[Int]]?
    var cue: [[Int]]?
    var content: [[Int]]?
  }

  var text: String
  var markup: TextKind?
  var date: String?
  var types: [String]?
  var collapse: [String: String?]?
  var entities: [Entity]?
  var attributions: [Attribution]?
  var attr_exhaustive: Bool?
  var ignore: [[Int]]?
  var hidden: [[Int]]?

  /// Whether every span in a list is `[start, end]` and lies in the text.
  var hasSoundSpans: Bool {
    let count = text.unicodeScalars.count
    let parts = (attributions ?? []).flatMap { [$0.source, $0.cue, $0.content] }
    return (parts + [ignore, hidden]).allSatisfy { spans in
      (spans ?? []).allSatisfy {
        $0.count == 2 && 0 <= $0[0] && $0[0] <= $0[1] && $0[1] <= count
      }
    }
  }
}

/// Counts what was found against what is right, document by document.
struct Evaluation {
  /// A line of the result.
  struct Row: Encodable {
    var measure: String
    var precision: Double
    var recall: Double
    var f1: Double
    var gold: Int
    var found: Int
  }

  /// Counts of one measure; recall and precision may be counted over different sets.
  struct Count {
    var matched = 0
    var matchedGold = 0
    var gold = 0
    var found = 0

    mutating func add(_ matched: Int, found: Int, gold: Int) {
      self.matched += matched
      matchedGold += matched
      self.found += found
      self.gold += gold
    }

    func row(_ measure: String) -> Row {
      let precision = found == 0 ? 0 : Double(matched) / Double(found)
      let recall = gold == 0 ? 0 : Double(matchedGold) / Double(gold)
      let sum = precision + recall
      return Row(
        measure: measure, precision: precision, recall: recall,
        f1: sum == 0 ? 0 : 2 * precision * recall / sum, gold: gold, found: found)
    }
  }

  /// Whether to score the reading on which corpora of different guidelines agree.
  let isCoarse: Bool
  /// How many documents were counted.
  private(set) var documents = 0
  private var hasEntities = false
  private var hasClaims = false
  private var entities = Count()
  private var byType: [String: Count] = [:]
  private var token = [Count](repeating: Count(), count: ClaimWords.roles.count)
  private var exact = [Count](repeating: Count(), count: ClaimWords.roles.count)
  private var relation = Count()
  private var direct = Count()
  /// How often names are right, by how sure of them the program is.
  private(set) var reliability = Reliability()

  init(isCoarse: Bool) { self.isCoarse = isCoarse }

  /// Counts one document.
  mutating func add(_ gold: GoldDocument, _ found: AnnotationDocument) {
    documents += 1
    let characters = Array(gold.text.unicodeScalars)
    if let entities = gold.entities, !entities.isEmpty {
      hasEntities = true
      addEntities(entities, gold, found, characters)
    }
    if let attributions = gold.attributions, gold.attr_exhaustive ?? true {
      hasClaims = hasClaims || !attributions.isEmpty
      addClaims(attributions, gold, found, characters)
    }
  }

  /// The result so far.
  var rows: [Row] {
    var rows: [Row] = []
    if hasEntities {
      rows.append(entities.row(isCoarse ? "entities, coarse" : "entities"))
      rows += byType.sorted { $0.key < $1.key }.map { $1.row("  \($0)") }
    }
    if hasClaims {
      for (name, counts) in [("token", token), ("exact", exact)] {
        rows += zip(ClaimWords.roles, counts).map { $1.row("\(name) \($0)") }
      }
      rows += [relation.row("relation"), direct.row("relation, direct")]
    }
    return rows
  }

  private mutating func addEntities(
    _ entities: [GoldDocument.Entity], _ gold: GoldDocument, _ found: AnnotationDocument,
    _ characters: [Unicode.Scalar]
  ) {
    let scheme = EntityScheme(gold, isCoarse: isCoarse, characters)
    let names = entities.filter { $0.mention ?? "name" == "name" }
    let right = Set(
      names.filter { $0.optional != true }.compactMap { scheme.key($0.start, $0.end, $0.type) })
    let optional = Set(
      names.filter { $0.optional == true }.compactMap { scheme.key($0.start, $0.end, $0.type) })
    var ours = Set(
      found.entities.filter { $0.mention == .name }
        .compactMap { scheme.key($0.start, $0.end, $0.type.rawValue) })
    for entity in found.entities where entity.mention == .name && !entity.type.isValue {
      guard let key = scheme.key(entity.start, entity.end, entity.type.rawValue),
        right.contains(key) || !optional.contains(key)
      else { continue }
      reliability.add(entity.confidence, isRight: right.contains(key))
    }
    ours.subtract(optional.subtracting(right))
    self.entities.add(right.intersection(ours).count, found: ours.count, gold: right.count)
    for type in Set(right.union(ours).map(\.type)) {
      let (a, b) = (right.filter { $0.type == type }, ours.filter { $0.type == type })
      byType[type, default: Count()].add(
        a.intersection(b).count, found: b.count, gold: a.count)
    }
  }

  private mutating func addClaims(
    _ attributions: [GoldDocument.Attribution], _ gold: GoldDocument,
    _ found: AnnotationDocument, _ characters: [Unicode.Scalar]
  ) {
    let words = VisibleWords(characters, hidden: gold.hidden ?? [])
    let ignored = words.indices(gold.ignore ?? [])
    let right = attributions.map {
      ClaimWords(words, source: $0.source ?? [], cue: $0.cue ?? [], content: $0.content ?? [])
    }.filter { $0.parts[2].isDisjoint(with: ignored) }
    let ours = found.claims.map {
      ClaimWords(words, source: $0.source, cue: $0.cue, content: $0.content)
    }.filter { $0.parts[2].isDisjoint(with: ignored) }
    for role in ClaimWords.roles.indices {
      let a = right.reduce(into: Set()) { $0.formUnion($1.parts[role]) }
      let b = ours.reduce(into: Set()) { $0.formUnion($1.parts[role]) }
      token[role].add(a.intersection(b).count, found: b.count, gold: a.count)
      let spans = right.map { $0.parts[role] }.filter { !$0.isEmpty }
      var left = ours.map { $0.parts[role] }.filter { !$0.isEmpty }
      let count = left.count
      for span in spans { if let i = left.firstIndex(of: span) { left.remove(at: i) } }
      exact[role].add(count - left.count, found: count, gold: spans.count)
    }
    relation.add(matches(right, ours), found: ours.count, gold: right.count)
    let (quoted, quoting) = (right.filter(\.isDirect), ours.filter(\.isDirect))
    direct.matchedGold += matches(quoted, ours)
    direct.gold += quoted.count
    direct.matched += matches(right, quoting)
    direct.found += quoting.count
  }
}
