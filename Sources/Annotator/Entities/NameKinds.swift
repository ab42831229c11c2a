/// What a name, or a word that stands in or beside names, is known to be: a set, since most names
/// have several bearers ("Jordan") and many are words besides ("Will").
public struct NameKinds: OptionSet, Sendable, Hashable {
  /// The bits, as they stand in the gazetteer's file.
  public let rawValue: UInt64

  /// A set of bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: Int) { self.init(rawValue: 1 << UInt64(bit)) }

  // MARK: Places

  /// A sovereign state, by any of its usual names.
  public static let country = NameKinds(bit: 0)
  /// A city, town or village.
  public static let city = NameKinds(bit: 1)
  /// A city of 300,000 people or more, or a capital.
  public static let largeCity = NameKinds(bit: 2)
  /// A state, province or county of a country.
  public static let subdivision = NameKinds(bit: 3)
  /// A part of the world that is no state: a continent, region, river, sea, mountain, planet.
  public static let location = NameKinds(bit: 4)
  /// A building, bridge, airport, street.
  public static let facility = NameKinds(bit: 5)

  // MARK: People

  /// A man's first name.
  public static let maleName = NameKinds(bit: 6)
  /// A woman's first name.
  public static let femaleName = NameKinds(bit: 7)
  /// A first name among the more frequent.
  public static let commonFirstName = NameKinds(bit: 8)
  /// A surname.
  public static let surname = NameKinds(bit: 9)
  /// A surname among the more frequent.
  public static let commonSurname = NameKinds(bit: 10)
  /// A person's full name, or a name that means one person wherever it stands ("Putin").
  public static let person = NameKinds(bit: 11)
  /// A form of address: "Mr", "Dr".
  public static let honorific = NameKinds(bit: 12)
  /// A particle within names: "de", "van", "bin".
  public static let particle = NameKinds(bit: 13)

  // MARK: Organisations and groups

  /// An organisation: a company, agency, party, armed group, university.
  public static let organization = NameKinds(bit: 14)
  /// A club or team.
  public static let team = NameKinds(bit: 15)
  /// A news agency, paper or broadcaster.
  public static let newsOutlet = NameKinds(bit: 16)
  /// A nationality, or another adjective or noun made of a place's name.
  public static let demonym = NameKinds(bit: 17)
  /// A religious, ethnic or political group, or its adjective.
  public static let group = NameKinds(bit: 18)

  // MARK: Other names

  /// A war, battle, contest, festival or summit.
  public static let event = NameKinds(bit: 19)
  /// A weapon, vehicle, drug, program.
  public static let product = NameKinds(bit: 20)
  /// A book, film, song, prize.
  public static let work = NameKinds(bit: 21)
  /// A treaty, act or constitution.
  public static let law = NameKinds(bit: 22)
  /// A language.
  public static let language = NameKinds(bit: 23)
  /// A month, day of the week or holiday.
  public static let calendar = NameKinds(bit: 24)

  // MARK: Words that form names

  /// A word that heads an organisation's name: "Ministry", "Party", "University".
  public static let organizationHead = NameKinds(bit: 25)
  /// A mark of a company: "Inc", "GmbH".
  public static let companySuffix = NameKinds(bit: 26)
  /// A word that heads the name of a building: "Airport".
  public static let facilityHead = NameKinds(bit: 27)
  /// A word that heads the name of a natural feature: "River", "Mount".
  public static let locationHead = NameKinds(bit: 28)
  /// A word that heads the name of a state's part: "Province".
  public static let subdivisionHead = NameKinds(bit: 29)
  /// A word that heads the name of an event: "War", "Cup".
  public static let eventHead = NameKinds(bit: 30)
  /// A word that heads the name of a law: "Act", "Treaty".
  public static let lawHead = NameKinds(bit: 31)
  /// A word that heads the name of a work: "Prize", "Symphony".
  public static let workHead = NameKinds(bit: 32)
  /// A word that heads the name of a vehicle or weapon: "missile", "Boeing".
  public static let productHead = NameKinds(bit: 33)
  /// A direction or part, which joins a place's name: "North", "Upper".
  public static let direction = NameKinds(bit: 34)

  // MARK: Words beside names

  /// A title or office that is borne before a name: "foreign minister", "President".
  public static let title = NameKinds(bit: 35)
  /// A word that modifies a title: "deputy", "acting".
  public static let titleModifier = NameKinds(bit: 36)
  /// A noun for a person by what he or she does: "striker", "analyst".
  public static let profession = NameKinds(bit: 37)
  /// A verb that reports speech: "said".
  public static let reportingVerb = NameKinds(bit: 38)
  /// A preposition that places often follow: "in", "near".
  public static let placePreposition = NameKinds(bit: 39)

  // MARK: Ordinary words

  /// A word that texts also write in lower case.
  public static let word = NameKinds(bit: 40)
  /// A word that texts write in lower case more often than not.
  public static let commonWord = NameKinds(bit: 41)
  /// A word of grammar: "the", "of", "when".
  public static let functionWord = NameKinds(bit: 42)

  /// Set where a longer name begins with these words. It is no kind, and `Gazetteer` takes it out
  /// of its answers.
  static let continues = NameKinds(bit: 63)

  /// Countries, cities and subdivisions: what OntoNotes calls GPE.
  public static let geopolitical: NameKinds = [.country, .city, .largeCity, .subdivision]
  /// First names of either sex.
  public static let firstName: NameKinds = [.maleName, .femaleName]

  /// Whether the two sets share a kind.
  public func intersects(_ other: NameKinds) -> Bool { rawValue & other.rawValue != 0 }

  /// The kinds by the names that the lists of names use.
  static let byName: [String: NameKinds] = [
    "country": .country, "city": .city, "capital": [.city, .largeCity],
    "subdivision": .subdivision, "location": .location, "facility": .facility,
    "surname": .surname, "person": .person, "honorific": .honorific, "particle": .particle,
    "male-name": .maleName, "female-name": .femaleName,
    "organization": .organization, "team": .team, "news": [.organization, .newsOutlet],
    "demonym": .demonym, "group": .group, "event": .event, "product": .product, "work": .work,
    "law": .law, "language": .language, "calendar": .calendar,
    "organization-head": .organizationHead, "company-suffix": .companySuffix,
    "facility-head": .facilityHead, "location-head": .locationHead,
    "subdivision-head": .subdivisionHead, "event-head": .eventHead, "law-head": .lawHead,
    "work-head": .workHead, "product-head": .productHead, "direction": .direction,
    "title": .title, "title-modifier": .titleModifier, "profession": .profession,
    "reporting-verb": .reportingVerb, "place-preposition": .placePreposition,
    "common-word": [.word, .commonWord], "function-word": [.word, .commonWord, .functionWord],
  ]
}
