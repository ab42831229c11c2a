/// A unit of calendar or clock, with its letters in an ISO 8601 duration; decades and centuries have
/// the letters of TimeML.
enum TimeUnit: String, Sendable {
  case second = "S"
  case minute = "TM"
  case hour = "H"
  case day = "D"
  case week = "W"
  case weekend = "WE"
  case month = "M"
  case quarter = "Q"
  case year = "Y"
  case decade = "DE"
  case century = "CE"
  case millennium = "ML"

  /// Whether the unit is one of the clock, so that its phrases are TIME.
  var isClock: Bool { self == .second || self == .minute || self == .hour }

  /// The letters in a duration.
  var letters: String { self == .minute ? "M" : rawValue }

  /// A duration as TIMEX3 writes it; `nil` of them is "X".
  ///
  /// A known number of decades or centuries is written in years.
  func duration(_ amount: DecimalNumber?) -> String {
    if let amount, self == .decade || self == .century || self == .millennium {
      let places = self == .decade ? 1 : self == .century ? 2 : 3
      return TimeUnit.year.duration(amount.shifted(places))
    }
    if self == .hour, let minutes = amount.flatMap({ $0 * DecimalNumber(60) })?.integer,
      amount?.integer == nil
    {
      return "PT\(minutes)M"
    }
    return (isClock ? "PT" : "P") + (amount?.text ?? "X") + letters
  }
}

/// A part of the day, with its TIMEX3 letters.
enum PartOfDay: String, Sendable {
  case morning = "MO"
  case noon = "MI"
  case afternoon = "AF"
  case evening = "EV"
  case night = "NI"
}

/// A season, with its TIMEX3 letters.
enum Season: String, Sendable {
  case spring = "SP"
  case summer = "SU"
  case autumn = "FA"
  case winter = "WI"
}

/// The units of money and measure, by the words and signs of English news.
enum ValueUnits {
  /// Signs that stand before a number, with ISO 4217 codes.
  static let currencySigns: [String: String] = [
    "$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD",
    "nz$": "NZD", "s$": "SGD", "nt$": "TWD", "r$": "BRL", "£": "GBP", "€": "EUR", "¥": "JPY",
    "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₦": "NGN", "฿": "THB",
    "₫": "VND", "₱": "PHP",
  ]

  /// Codes and abbreviations that stand before a number, as written.
  static let currencyPrefixes: [String: String] = [
    "Rs": "INR", "dlrs": "USD", "RM": "MYR", "Dh": "AED", "Dhs": "AED", "USD": "USD", "EUR": "EUR",
    "GBP": "GBP", "JPY": "JPY", "CHF": "CHF", "CAD": "CAD", "AUD": "AUD", "CNY": "CNY",
    "RMB": "CNY",
    "INR": "INR", "RUB": "RUB", "UAH": "UAH", "PLN": "PLN", "SEK": "SEK", "NOK": "NOK",
    "DKK": "DKK",
    "BRL": "BRL", "ZAR": "ZAR", "KRW": "KRW", "SGD": "SGD", "HKD": "HKD", "NZD": "NZD",
    "TRY": "TRY",
    "ILS": "ILS", "AED": "AED", "SAR": "SAR", "MXN": "MXN", "PKR": "PKR", "NGN": "NGN",
    "THB": "THB",
  ]

  /// Words for money after a number: the code, absent where several countries share the word, and
  /// how many places the word shifts the amount (a cent is 10^-2).
  static let currencyWords: [String: (code: String?, places: Int)] = {
    var words: [String: (code: String?, places: Int)] = [:]
    let plain: [(String, String?)] = [
      ("dollar dollars buck bucks dlr dlrs", "USD"), ("euro euros", "EUR"), ("yen", "JPY"),
      ("yuan renminbi", "CNY"), ("rouble roubles ruble rubles", "RUB"), ("rupee rupees", "INR"),
      ("won", "KRW"), ("zloty zlotys", "PLN"), ("lira liras", "TRY"), ("rand", "ZAR"),
      ("shekel shekels", "ILS"), ("baht", "THB"), ("ringgit", "MYR"), ("rupiah", "IDR"),
      ("forint forints", "HUF"), ("hryvnia hryvnias", "UAH"), ("naira", "NGN"), ("taka", "BDT"),
      ("reais", "BRL"), ("krona kronor", "SEK"), ("krone kroner", nil), ("franc francs", nil),
      ("peso pesos", nil), ("dinar dinars", nil), ("dirham dirhams", "AED"),
      ("riyal riyals", "SAR"), ("rial rials", "IRR"), ("shilling shillings", nil),
      ("koruna korunas", "CZK"), ("bolivar bolivars", "VES"), ("sterling", "GBP"),
      ("quid", "GBP"), ("crown crowns", nil), ("tenge", "KZT"), ("leu lei", nil),
      ("birr", "ETB"), ("cedi cedis", "GHS"), ("dong", "VND"), ("kyat kyats", "MMK"),
      ("manat", nil), ("kwacha", nil), ("marks", "DEM"), ("deutschemarks", "DEM"),
    ]
    for (names, code) in plain {
      for name in names.split(separator: " ") { words[String(name)] = (code, 0) }
    }
    for name in ["cent", "cents"] { words[name] = ("USD", -2) }
    for name in ["pence", "penny"] { words[name] = ("GBP", -2) }
    for name in ["kopek", "kopeks", "kopecks"] { words[name] = ("RUB", -2) }
    return words
  }()

  /// The codes of words that several countries share, by country adjective and the word's singular
  /// stem. The adjective belongs to the amount.
  static let nationalCurrencies: [String: [String: String]] = [
    "dollar": [
      "us": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "singapore": "SGD",
      "zealand": "NZD", "kong": "HKD", "taiwan": "TWD", "jamaican": "JMD", "zimbabwean": "ZWL",
    ],
    "pound": [
      "british": "GBP", "egyptian": "EGP", "syrian": "SYP", "lebanese": "LBP", "sudanese": "SDG",
    ],
    "peso": [
      "mexican": "MXN", "argentine": "ARS", "argentinian": "ARS", "chilean": "CLP",
      "colombian": "COP", "cuban": "CUP", "philippine": "PHP", "uruguayan": "UYU",
    ],
    "franc": ["swiss": "CHF", "rwandan": "RWF", "congolese": "CDF", "french": "FRF"],
    "rupee": [
      "indian": "INR", "pakistani": "PKR", "pakistan": "PKR", "nepalese": "NPR", "lankan": "LKR",
    ],
    "krone": ["norwegian": "NOK", "danish": "DKK"],
    "kroner": ["norwegian": "NOK", "danish": "DKK"],
    "crown": [
      "swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "czech": "CZK", "icelandic": "ISK",
    ],
    "dinar": [
      "kuwaiti": "KWD", "iraqi": "IQD", "jordanian": "JOD", "serbian": "RSD", "libyan": "LYD",
      "tunisian": "TND", "algerian": "DZD", "bahraini": "BHD",
    ],
    "shilling": ["kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS", "somali": "SOS"],
    "won": ["korean": "KRW"], "yen": ["japanese": "JPY"], "yuan": ["chinese": "CNY"],
    "rouble": ["russian": "RUB"], "ruble": ["russian": "RUB", "belarusian": "BYN"],
    "rial": ["iranian": "IRR", "omani": "OMR", "yemeni": "YER", "qatari": "QAR"],
    "riyal": ["saudi": "SAR", "qatari": "QAR"], "dirham": ["moroccan": "MAD", "emirati": "AED"],
    "lira": ["turkish": "TRY", "italian": "ITL"], "real": ["brazilian": "BRL"],
    "reai": ["brazilian": "BRL"], "mark": ["german": "DEM"], "lei": ["romanian": "RON"],
  ]

  /// Words and symbols of measure, with the symbol that a value carries (SI where there is one).
  static let measures: [String: String] = {
    var units: [String: String] = [:]
    let names: [(String, String)] = [
      ("km", "km kms kilometer kilometers kilometre kilometres"),
      ("m", "m meter meters metre metres"),
      ("cm", "cm centimeter centimeters centimetre centimetres"),
      ("mm", "mm millimeter millimeters millimetre millimetres"), ("mi", "mile miles"),
      ("yd", "yard yards"), ("ft", "foot feet ft"), ("in", "inch inches"),
      ("km2", "km2 km²"), ("m2", "m2 m² sqm"), ("m3", "m3 m³"), ("ha", "ha hectare hectares"),
      ("acre", "acre acres"), ("t", "t tonne tonnes"), ("ton", "ton tons"),
      ("kg", "kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos"),
      ("g", "gram grams gramme grammes"), ("mg", "mg milligram milligrams"),
      ("lb", "lb lbs pound pounds"), ("oz", "oz ounce ounces"),
      ("L", "litre litres liter liters"),
      ("mL", "ml millilitre millilitres milliliter milliliters"),
      ("gal", "gallon gallons"), ("bbl", "barrel barrels"), ("bu", "bushel bushels"),
      ("bbl/d", "bpd"), ("mi/h", "mph"), ("km/h", "kph kmh kmph"), ("kn", "knot knots"),
      ("°C", "celsius"), ("°F", "fahrenheit"), ("kW", "kw kilowatt kilowatts"),
      ("W", "watt watts"), ("MW", "mw megawatt megawatts"), ("GW", "gw gigawatt gigawatts"),
      ("TW", "tw terawatt terawatts"), ("kWh", "kwh"), ("MWh", "mwh"), ("GWh", "gwh"),
      ("TWh", "twh"), ("kt", "kiloton kilotons"), ("Mt", "megaton megatons megatonne megatonnes"),
      ("V", "volt volts"), ("Hz", "hz hertz"), ("MHz", "mhz megahertz"), ("GHz", "ghz gigahertz"),
      ("kHz", "khz kilohertz"), ("J", "joule joules"), ("cal", "calorie calories"),
      ("kB", "kb kilobyte kilobytes"), ("MB", "mb megabyte megabytes"),
      ("GB", "gb gigabyte gigabytes"), ("TB", "tb terabyte terabytes"), ("nmi", "nmi"),
      ("dwt", "dwt"), ("ly", "lightyear lightyears"),
    ]
    for (symbol, words) in names {
      for word in words.split(separator: " ") { units[String(word)] = symbol }
    }
    return units
  }()
}
