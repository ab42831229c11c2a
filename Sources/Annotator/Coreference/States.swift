/// What news assumes that a reader knows of states: other names, and the capitals whose names stand
/// for them. Capitals are those of GeoNames' country list (CC BY 4.0).
enum States {
  /// The usual name of a state, in lower case, for any of its names in lower case without stops.
  static func state(named name: String) -> String { aliases[name] ?? name }

  /// Whether a name in lower case is that of a state which has a capital here.
  static func isState(_ name: String) -> Bool { states.contains(name) }

  /// The state whose capital a name in lower case is.
  static func state(ofCapital name: String) -> String? { capitals[name] }

  /// The state that a description in lower case means: "the secretive state".
  static func state(described adjective: String) -> String? { epithets[adjective] }

  private static func table(_ text: String) -> [String: String] {
    var table: [String: String] = [:]
    for entry in text.split(separator: ";") {
      let parts = entry.split(separator: "=").map { $0.trimmed }
      guard parts.count == 2 else { continue }
      for name in parts[1].split(separator: ",") { table[name.trimmed] = parts[0] }
    }
    return table
  }

  private static let epithets = table(
    """
    north korea = secretive, reclusive, hermit, isolated; israel = jewish; iran = islamic
    """)

  private static let aliases = table(
    """
    united states = us, usa, america, united states of america, the us;
    united kingdom = uk, britain, great britain;
    north korea = dprk, democratic people's republic of korea, \
      democratic people’s republic of korea, n korea, nkorea;
    south korea = rok, republic of korea, s korea, skorea;
    russia = russian federation;
    china = prc, people's republic of china, people’s republic of china, mainland china;
    taiwan = republic of china;
    united arab emirates = uae, emirates;
    iran = islamic republic of iran;
    saudi arabia = kingdom of saudi arabia, ksa;
    syria = syrian arab republic;
    netherlands = holland, the netherlands;
    czech republic = czechia;
    myanmar = burma;
    turkey = türkiye, turkiye;
    ivory coast = cote d'ivoire, côte d'ivoire;
    democratic republic of the congo = drc, democratic republic of congo, dr congo, \
      congo-kinshasa;
    papua new guinea = png;
    new zealand = nz; north macedonia = macedonia;
    european union = eu; united nations = un;
    """)

  private static let capitals = table(
    """
    afghanistan = kabul; albania = tirana; algeria = algiers; angola = luanda; \
    argentina = buenos aires; armenia = yerevan; australia = canberra; austria = vienna; \
    azerbaijan = baku; bahrain = manama; bangladesh = dhaka; belarus = minsk; belgium = brussels; \
    benin = porto-novo; bhutan = thimphu; bolivia = la paz, sucre; \
    bosnia and herzegovina = sarajevo; botswana = gaborone; brazil = brasilia, brasília; \
    bulgaria = sofia; burkina faso = ouagadougou; burundi = bujumbura; cambodia = phnom penh; \
    cameroon = yaounde; canada = ottawa; chad = n'djamena; chile = santiago; china = beijing; \
    colombia = bogota, bogotá; costa rica = san jose; croatia = zagreb; cuba = havana; \
    cyprus = nicosia; czech republic = prague; democratic republic of the congo = kinshasa; \
    denmark = copenhagen; ecuador = quito; egypt = cairo; eritrea = asmara; estonia = tallinn; \
    ethiopia = addis ababa; finland = helsinki; france = paris; gabon = libreville; \
    georgia = tbilisi; germany = berlin; ghana = accra; greece = athens; haiti = port-au-prince; \
    honduras = tegucigalpa; hungary = budapest; iceland = reykjavik; india = new delhi, delhi; \
    indonesia = jakarta; iran = tehran; iraq = baghdad; ireland = dublin; israel = jerusalem; \
    italy = rome; japan = tokyo; jordan = amman; kazakhstan = astana; kenya = nairobi; \
    kosovo = pristina; kuwait = kuwait city; kyrgyzstan = bishkek; laos = vientiane; latvia = riga; \
    lebanon = beirut; liberia = monrovia; libya = tripoli; lithuania = vilnius; \
    madagascar = antananarivo; malawi = lilongwe; malaysia = kuala lumpur; mali = bamako; \
    malta = valletta; mauritania = nouakchott; mexico = mexico city; moldova = chisinau; \
    mongolia = ulaanbaatar; montenegro = podgorica; morocco = rabat; mozambique = maputo; \
    myanmar = naypyidaw, naypyitaw; namibia = windhoek; nepal = kathmandu; \
    netherlands = the hague, hague; new zealand = wellington; nicaragua = managua; niger = niamey; \
    nigeria = abuja; north korea = pyongyang; north macedonia = skopje; norway = oslo; \
    oman = muscat; pakistan = islamabad; paraguay = asuncion; peru = lima; philippines = manila; \
    poland = warsaw; portugal = lisbon; qatar = doha; romania = bucharest; russia = moscow; \
    rwanda = kigali; saudi arabia = riyadh; senegal = dakar; serbia = belgrade; \
    sierra leone = freetown; slovakia = bratislava; slovenia = ljubljana; somalia = mogadishu; \
    south africa = pretoria; south korea = seoul; south sudan = juba; spain = madrid; \
    sri lanka = colombo; sudan = khartoum; sweden = stockholm; switzerland = bern, berne; \
    syria = damascus; taiwan = taipei; tajikistan = dushanbe; tanzania = dodoma; \
    thailand = bangkok; tunisia = tunis; turkey = ankara; turkmenistan = ashgabat; \
    uganda = kampala; ukraine = kyiv, kiev; united arab emirates = abu dhabi; \
    united kingdom = london; united states = washington; uruguay = montevideo; \
    uzbekistan = tashkent; venezuela = caracas; vietnam = hanoi; yemen = sanaa, sana'a; \
    zambia = lusaka; zimbabwe = harare
    """)

  private static let states = Set(capitals.values).union(["european union", "united nations"])
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
