/// What one passage by itself tells about who is who in it: its names made comparable, and the
/// places where a pronoun or description may stand for a name. It depends on the passage alone, so
/// that it can be kept with it; the article's pass then only joins.
public struct PassageReferences: Sendable {
  /// A name in the passage.
  struct Name: Sendable {
    var tokens: Range<Int>
    var type: EntityType
    /// Comparable words.
    var words: [String]
    /// The words joined: equal for equal names.
    var key: String
    /// The name as the passage writes it.
    var text: String
    var place: Place
    /// The gender that a title, role or first name shows.
    var gender: Gender?
    /// What the passage calls the holder.
    var role: String?
    /// The noun by which the passage describes it, in lower case: "site" for "X is a wiki-based
    /// site", "X, a site for …" and "the site X".
    var noun: String?
    /// Whether the context makes a capital's name stand for its state.
    var isState = false
    /// Whether it is the credit of a picture or text, and no part of the story.
    var isCredit = false
    /// Whether it is no name that the passage brought, but one where the article has a longer form:
    /// "the North".
    var isImplied = false
    /// Whether it is one of several that "and" joins.
    var isGrouped = false
  }

  /// Where a mention stands in its sentence.
  struct Place: Sendable {
    /// The sentence, counted in the passage.
    var sentence: Int
    /// The first token.
    var token: Int
    /// Whether it is the subject of a clause.
    var isSubject = false
    /// Whether a word of saying stands with it.
    var isSpeaker = false
    /// Whether it is inside quotation marks.
    var isQuoted = false
    /// The number of noun phrases without a name before it in the passage.
    var phrases = 0
  }

  /// A pronoun that may be resolved.
  struct Pronoun: Sendable {
    enum Form: Sendable { case he, she, it, they }
    var form: Form
    var isPossessive: Bool
    /// Whether it is an object, which is rarely its own clause's subject.
    var isObject: Bool
    var place: Place
    /// The name, as an index of `names`, that syntax binds it to: "X and its allies", "X, which …".
    var bound: Int?
    /// Whether its clause gives the reason for what the subject did to another: "sentenced X, saying
    /// he …", where it is X.
    var isReason: Bool
    /// The last plural noun that stands before it in its sentence and is no name, or -1.
    var pluralBefore: Int
    /// Whether it opens its sentence, but for conjunctions.
    var isInitial: Bool
  }

  /// A definite description that may be resolved: "the company".
  struct Nominal: Sendable {
    var tokens: Range<Int>
    var modifiers: [String]
    var noun: String
    var place: Place
  }

  /// A person without a name, who takes pronouns that would else go to a named one: "her mother".
  struct Rival: Sendable {
    var place: Place
    var gender: Gender?
  }

  /// A mention in text order: an index of `names`, `pronouns`, `nominals` or
  /// `rivals`.
  enum Item: Sendable {
    case name(Int)
    case pronoun(Int)
    case nominal(Int)
    case rival(Int)
  }

  var names: [Name] = []
  var pronouns: [Pronoun] = []
  var nominals: [Nominal] = []
  var rivals: [Rival] = []
  var items: [Item] = []
  /// The number of sentences.
  var sentences = 0
  /// For each sentence, whether its subject is several names or a plural that has no name.
  var hasPluralSubject: [Bool] = []
  /// Whether the passage is the credit at the end.
  var isCredit = false
}

/// Looks up what a passage tells about its names, pronouns and descriptions.
public func references(in passage: AnalyzedPassage) -> PassageReferences {
  let view = PassageView(passage)
  var result = PassageReferences()
  result.isCredit = passage.role == .credit
  result.sentences = passage.text.sentences.count
  result.names = view.names()
  result.hasPluralSubject = view.pluralSubjects(result.names)
  result.pronouns = view.pronouns(result.names)
  result.nominals = view.nominals()
  result.rivals = view.rivals()
  let items: [(Int, PassageReferences.Item)] =
    result.names.indices.map { (result.names[$0].place.token, .name($0)) }
    + result.pronouns.indices.map { (result.pronouns[$0].place.token, .pronoun($0)) }
    + result.nominals.indices.map { (result.nominals[$0].place.token, .nominal($0)) }
    + result.rivals.indices.map { (result.rivals[$0].place.token, .rival($0)) }
  result.items = items.sorted { $0.0 < $1.0 }.map(\.1)
  return result
}
