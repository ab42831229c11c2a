/// The words by which offices and jobs are told from what stands beside them.
enum RoleWords {
  /// What may open an apposition before the office itself.
  static let determiners: WordSet = [
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "former", "then", "one", "another",
    "new", "-", "ex", "once",
  ]
  /// What says that an office is no longer held, which is no part of it.
  static let formerWords: WordSet = ["former", "ex", "then", "late", "new"]
  /// Numbers that may open an office: "First Admiral".
  static let ranks: WordSet = ["first", "second", "third"]
  /// What joins an office to what it is of.
  static let belonging: WordSet = ["of", "to", "for", "at", "in"]
  /// What may stand before an age.
  static let beforeAge: WordSet = ["now", "aged", "then", "who", "is"]

  /// What a noun phrase says of somebody's worth, age or fame, which is no part of the office.
  static let qualities: WordSet = [
    "young", "old", "elderly", "local", "prominent", "leading", "longtime", "long-time", "famous",
    "noted", "celebrated", "renowned", "respected", "retired", "self-taught", "controversial",
    "popular", "outspoken", "veteran", "fellow", "tall", "quiet", "wealthy", "rich", "poor",
    "former",
    "close", "little-known", "well-known", "award-winning", "part-time", "onetime", "one-time",
    "first-time", "unemployed", "disgraced", "ailing", "exiled", "jailed", "only", "best-known",
  ]

  /// What may stand behind a noun phrase that is whole.
  static let behindNouns: WordSet = [
    "who", "whose", "whom", "at", "from", "in", "of", "for", "with", "on", "by", "to", "and", "and",
    "said", "says", "based", "near", "since", "turned", "under", "about", "when", "where", "that",
  ]

  /// Words for people that are no office, rank or job.
  static let relations: WordSet = [
    "man", "woman", "boy", "girl", "child", "baby", "person", "people", "friend", "colleague",
    "neighbour", "neighbor", "brother", "sister", "mother", "father", "son", "daughter", "wife",
    "husband", "widow", "widower", "uncle", "aunt", "cousin", "nephew", "niece", "parent", "twin",
    "grandmother", "grandfather", "grandson", "granddaughter", "native", "resident", "finalist",
    "winner", "loser", "victim", "survivor", "witness", "eyewitness", "suspect", "defendant",
    "opponent", "rival", "favourite", "favorite", "lover", "fan", "supporter", "brother-in-law",
    "sister-in-law", "mother-in-law", "father-in-law", "son-in-law", "daughter-in-law",
    "stepfather",
    "stepmother", "fiancé", "fiancée", "girlfriend", "boyfriend", "refugee", "migrant", "passer-by",
    "bystander", "villager", "local", "visitor", "stranger", "hero", "heroine", "star", "legend",
    "roommate", "commuter", "tourist", "exile", "adult", "teenager", "youth", "citizen", "figure",
    "contender", "counterpart", "heir", "guest", "player", "qualifier", "opener", "seed",
    "favourite", "underdog", "newcomer", "veteran",
  ]
}
