/// Builds the file of the gazetteer from lists of names; the same for the same lists.
///
/// - Parameters:
///   - names: The repository's own list, `Model/names.tsv`: a kind, a tab, a name.
///   - read: Gives the bytes of a file of the folder of corpora, by its path there
///     (`gazetteer/us_states.tsv`), or `nil` where it is absent; an absent file adds no names.
public func buildGazetteer(names: [UInt8], reading read: (String) -> [UInt8]?) -> [UInt8] {
  var builder = GazetteerBuilder()
  for row in Rows(names) where row.count == 2 {
    builder.add(row[1], NameKinds.byName[String(decoding: row[0], as: UTF8.self)] ?? [])
  }
  func rows(_ name: String) -> Rows { Rows(read("gazetteer/" + name + ".tsv") ?? []) }
  addPlaces(rows, &builder)
  addPeople(rows, &builder)
  addOrganizations(rows, &builder)
  addNamedThings(rows("wordnet_named_instances"), &builder)
  addGroups(rows, &builder)
  addWords(corpora.compactMap(read), &builder)
  return builder.encoded()
}

/// The corpora whose spelling tells which names are also ordinary words.
private let corpora = [
  "polnear.train.jsonl", "conll2003.train.jsonl", "gmb_silver.train.jsonl", "gum_free.train.jsonl",
  "wikigold.train.jsonl",
]

private func addPlaces(_ rows: (String) -> Rows, _ builder: inout GazetteerBuilder) {
  for row in rows("geonames_countries").dropFirst() where row.count > 3 {
    builder.add(row[0], .country)
    builder.add(row[3], [.city, .largeCity])
  }
  for row in rows("countryinfo_countries_demonyms").dropFirst() where row.count > 4 {
    builder.add(row[0], .country)
    builder.add(row[3], [.city, .largeCity])
    for other in row[4].split(separator: UInt8(ascii: "|")) where other.count > 3 {
      // "Thai" names the country in one language and its people in ours.
      if builder.kinds(of: other).intersects([.demonym, .language]) { continue }
      builder.add(other, .country)
    }
    for demonym in row[2].split(separator: UInt8(ascii: ",")) {
      builder.add(demonym: demonym)
    }
  }
  for row in rows("countryinfo_provinces").dropFirst() { builder.add(row[0], .subdivision) }
  for row in rows("us_states").dropFirst() { builder.add(row[0], .subdivision) }
  for row in rows("us_counties").dropFirst() { builder.add(row[0], .subdivision) }
  for row in rows("geonames_cities15000").dropFirst() where row.count > 3 {
    let isLarge = (number(row[3]) ?? 0) >= 300_000
    // A town in the Philippines is called Asia.
    if !isLarge, builder.kinds(of: row[0]).contains(.location) { continue }
    builder.add(row[0], isLarge ? [.city, .largeCity] : .city)
  }
}

private func addPeople(_ rows: (String) -> Rows, _ builder: inout GazetteerBuilder) {
  // Ranks below these cover four fifths of the people counted.
  for (name, kind, common) in [
    ("census1990_first_male", NameKinds.maleName, 400),
    ("census1990_first_female", NameKinds.femaleName, 800),
  ] {
    for row in rows(name).dropFirst() where row.count > 3 {
      let isCommon = (number(row[3]) ?? .max) <= common
      builder.add(lowercase(row[0]), isCommon ? [kind, .commonFirstName] : kind)
    }
  }
  for row in rows("kantrowitz_first_names").dropFirst() where row.count > 1 {
    builder.add(row[0], row[1].first == UInt8(ascii: "f") ? .femaleName : .maleName)
  }
  for row in rows("census1990_surnames").dropFirst() where row.count > 3 {
    let isCommon = (number(row[3]) ?? .max) <= 6000
    builder.add(lowercase(row[0]), isCommon ? [.surname, .commonSurname] : .surname)
  }
  for list in ["us_legislators_current_CC0", "us_executive_CC0"] {
    for row in rows(list).dropFirst() where row.count > 2 {
      let space = [UInt8(ascii: " ")]
      if !row[0].isEmpty { builder.add(row[0] + space + row[2], .person) }
      if row.count > 4, !row[4].isEmpty { builder.add(row[4] + space + row[2], .person) }
      builder.add(row[2], .surname)
    }
  }
}

private func addOrganizations(_ rows: (String) -> Rows, _ builder: inout GazetteerBuilder) {
  for row in rows("sp500_PDDL").dropFirst() {
    builder.add(row[0], .organization)
    let words = row[0].split(separator: UInt8(ascii: " "))
    if let last = words.last, words.count > 1,
      builder.kinds(of: last).contains(.companySuffix)
    {
      // "U.S. Bancorp" does not make "U.S." a company.
      let rest = words.dropLast().joined(separator: [UInt8(ascii: " ")])
      if !builder.kinds(of: rest).intersects([.country, .title]) {
        builder.add(rest, .organization)
      }
    }
  }
  for row in rows("us_committees_CC0").dropFirst() where row[0].contains(UInt8(ascii: " ")) {
    // Subcommittees are listed by their subject alone ("Health"), which is no name.
    if row[0].starts(with: "House ".utf8) || row[0].starts(with: "Senate ".utf8) {
      builder.add(row[0], .organization)
    }
  }
}

private func addNamedThings(_ rows: Rows, _ builder: inout GazetteerBuilder) {
  for row in rows.dropFirst() where row.count > 2 {
    guard let first = row[0].first, first < UInt8(ascii: "a"), first >= UInt8(ascii: "A") else {
      continue
    }
    let field = String(decoding: row[1], as: UTF8.self)
    let sort = String(decoding: row[2], as: UTF8.self)
    let kinds = namedThing(field, sort, isOneWord: !row[0].contains(UInt8(ascii: " ")))
    if !kinds.isEmpty { builder.add(row[0], kinds) }
  }
}

/// The kind of a named thing of WordNet, by its lexicographer file and its class.
private func namedThing(_ field: String, _ sort: String, isOneWord: Bool) -> NameKinds {
  switch (field, sort) {
  case ("person", _): isOneWord ? [.surname, .person] : .person
  case ("location", "national capital"): [.city, .largeCity]
  case ("location", "sign of the zodiac"), ("location", "soil horizon"), ("location", "pole"): []
  case ("location", "street"), ("location", "airport"): .facility
  case ("location", "empire"), ("location", "kingdom"), ("location", "principality"),
    ("location", "Baltic State"):
    .country
  case ("location", "American state"), ("location", "state"), ("location", "county"),
    ("location", "French region"), ("location", "Italian region"),
    ("location", "Canadian province"), ("location", "Australian state"):
    .subdivision
  case ("location", "city"), ("location", "town"), ("location", "village"),
    ("location", "borough"), ("location", "port"), ("location", "suburb"),
    ("location", "city district"), ("location", "seaport"):
    .city
  case ("location", _):
    sort.hasSuffix("country") ? .country : sort.hasSuffix("capital") ? .city : .location
  case ("object", "constellation"), ("object", "asterism"): []
  case ("object", _): sort.hasSuffix("star") ? [] : .location
  case ("act", _): .event
  case ("group", "terrorist organization"), ("group", "organization"), ("artifact", "agency"),
    ("artifact", "university"), ("artifact", "college"), ("artifact", "stock exchange"),
    ("group", "political movement"), ("group", "nongovernmental organization"):
    .organization
  case ("artifact", "ship"), ("artifact", "destroyer"), ("artifact", "bomber"),
    ("artifact", "airship"), ("artifact", "space station"), ("communication", "browser"):
    .product
  case ("artifact", _): isOneWord ? [] : .facility
  case ("communication", "treaty"), ("communication", "convention"),
    ("communication", "amendment"), ("communication", "fundamental law"):
    .law
  case ("communication", _): isOneWord ? [] : .work
  default: []
  }
}

private func addGroups(_ rows: (String) -> Rows, _ builder: inout GazetteerBuilder) {
  for row in rows("wordnet_demonym_adjectives").dropFirst() where row.count > 2 {
    if row[2].elementsEqual("location".utf8) {
      builder.add(demonym: row[0])
    } else {
      builder.add(row[0], .group)
    }
  }
  for row in rows("wordnet_capitalised_person_nouns").dropFirst() where row.count > 1 {
    let sort = String(decoding: row[1], as: UTF8.self)
    if builder.kinds(of: row[0]).intersects(.geopolitical) {
      // "Illinois" was a people too.
      continue
    } else if peoples.contains(sort) {
      builder.add(demonym: row[0])
    } else if believers.contains(sort) {
      builder.add(row[0], .group)
      builder.add(row[0] + [UInt8(ascii: "s")], .group)
    }
  }
  for row in rows("wordnet_person_common_nouns").dropFirst() {
    builder.add(row[0], .profession)
  }
  for row in rows("wordnet_communication_cognition_verbs").dropFirst() {
    builder.add(row[0], .word)
  }
}

/// Classes of WordNet whose members are inhabitants and peoples.
private let peoples: Set<String> = [
  "American", "European", "Asian", "Indian", "African", "Algonquian", "Russian", "Sioux", "Turki",
  "Greek", "English person", "South American", "Dravidian", "Italian", "Bantu", "West Indian",
  "Semite", "Arab", "German", "Scot", "Iroquois", "Slav", "Mongol", "Mayan", "Frenchman",
  "Central American", "inhabitant", "Celt", "Canadian", "Spanish", "Jew",
]

/// Classes of WordNet whose members are adherents of a religion.
private let believers: Set<String> = [
  "Muslim", "Protestant", "Christian", "Hindu", "religious person", "Catholic", "friar",
]

extension GazetteerBuilder {
  /// Adds an inhabitant, with the plural.
  fileprivate mutating func add(demonym: [UInt8].SubSequence) {
    let name = Array(demonym.drop { $0 == UInt8(ascii: " ") })
    guard name.count > 2, let first = name.first, first < UInt8(ascii: "a") else { return }
    add(name, .demonym)
    // "Swiss", "Chinese", "Danish", "French" and "Welshman" form no plural with s.
    let hasPlural = ["s", "x", "ese", "ish", "ch", "man"].allSatisfy { ending in
      !name.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    if hasPlural { add(name + [UInt8(ascii: "s")], .demonym) }
  }

  fileprivate mutating func add(demonym: [UInt8]) { add(demonym: demonym[...]) }
}
