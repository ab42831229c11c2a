/// What one passage by itself tells about who is who in it: its names made comparable, and the
/// places where a pronoun or description may stand for a name. It depends on the passage alone, so
/// that it can be kept with it; the article's pass then only joins. A class, since that pass takes all
/// passages in its hands.
public final class PassageReferences: Sendable {
  /// A name in the passage.
  struct Name: Sendable {
    var tokens: Range<Int>
    var type: EntityType
    /// The thing that the workspace knows by it, an index of `NameDictionary.entries`.
    var entry: Int?
    /// Its words, made comparable.
    var form: NameForm
    /// The name as the passage writes it.
    var text: String
    var place: Place
    /// The gender that a title, role or first name shows.
    var gender: Gender?
    /// What the passage calls the holder.
    var role: String?
    /// The last word of the role, in lower case: "minister".
    var roleNoun: String?
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
    /// The number of nouns in the singular before it in the passage that are no part of a name.
    var singulars = 0
    /// The number of such nouns in the plural.
    var plurals = 0
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
    /// The name, as an index of `names`, that follows as the subject of the sentence which the pronoun's
    /// phrase opens: "In his speech, X …".
    var ahead: Int?
    /// Whether its clause gives the reason for what the subject did to another: "sentenced X, saying
    /// he …", where it is X.
    var isReason: Bool
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

  let names: [Name]
  let pronouns: [Pronoun]
  let nominals: [Nominal]
  let rivals: [Rival]
  let items: [Item]
  /// The number of sentences.
  let sentences: Int
  /// For each sentence, whether its subject is several names or a plural that has no name.
  let hasPluralSubject: [Bool]
  /// Whether the passage is the credit at the end.
  let isCredit: Bool

  init(_ view: PassageView) {
    let names = view.names()
    let pronouns = view.pronouns(names)
    let nominals = view.nominals()
    let rivals = view.rivals()
    let items: [(Int, Item)] =
      names.indices.map { (names[$0].place.token, .name($0)) }
      + pronouns.indices.map { (pronouns[$0].place.token, .pronoun($0)) }
      + nominals.indices.map { (nominals[$0].place.token, .nominal($0)) }
      + rivals.indices.map { (rivals[$0].place.token, .rival($0)) }
    self.items = items.sorted { $0.0 < $1.0 }.map(\.1)
    hasPluralSubject = view.pluralSubjects(names)
    sentences = view.passage.text.sentences.count
    isCredit = view.passage.role == .credit
    self.names = names
    self.pronouns = pronouns
    self.nominals = nominals
    self.rivals = rivals
  }
}

/// Looks up what a passage tells about its names, pronouns and descriptions.
public func references(in passage: AnalyzedPassage) -> PassageReferences {
  PassageReferences(PassageView(passage))
}
