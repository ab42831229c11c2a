/// What the grammar of values knows of a word by itself.
enum Lexeme: Sendable, Hashable {
  case other
  /// A numeral; `digits` is its length where it is digits alone, else 0.
  case numeral(DecimalNumber, digits: Int)
  /// A numeral with `:` or `/`, or one that is too long to be a number.
  case compound(String)
  /// `first`, `21st`.
  case ordinal(Int)
  /// `1990s`, `90s`.
  case decade(Int)
  /// `one` to `nineteen`, and the tens.
  case cardinal(Int)
  /// `hundred`, `million`, `bn`: a power of ten.
  case magnitude(Int)
  /// `half`, `third`, `quarter` and their plurals: the denominator.
  case fraction(Int)
  /// A vulgar fraction sign.
  case fractionSign(DecimalNumber)
  case month(Int)
  /// Monday is 1.
  case weekday(Int)
  case unit(TimeUnit)
  case season(Season)
  case part(PartOfDay)
  /// `today` and the like: days from now.
  case deictic(Int)
  /// `daily`, `annual`: the period.
  case frequency(TimeUnit)
  /// A word with which a value can begin, and that says nothing by itself: `about`, `last`, `$`.
  case opener

  /// What is known of a word in lower case.
  static func of(_ text: String) -> Lexeme { table[text] ?? .other }

  private static let table: [String: Lexeme] = {
    var table: [String: Lexeme] = [:]
    func add(_ words: String, _ lexeme: (Int) -> Lexeme, from first: Int = 0) {
      for (index, group) in words.split(separator: " ").enumerated() {
        for word in group.split(separator: "/") { table[String(word)] = lexeme(index + first) }
      }
    }
    add(
      """
      zero/nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
      fifteen sixteen seventeen eighteen nineteen
      """, { .cardinal($0) })
    add(
      "twenty thirty forty/fourty fifty sixty seventy eighty ninety", { .cardinal($0 * 10) },
      from: 2)
    add(
      """
      first/firstly second/secondly third/thirdly fourth/fourthly fifth/fifthly sixth seventh \
      eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth \
      eighteenth nineteenth twentieth
      """, { .ordinal($0) }, from: 1)
    add(
      "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth",
      { .ordinal($0 * 10) }, from: 3)
    table["thousandth"] = .ordinal(1000)
    add(
      """
      january/jan february/feb march/mar april/apr may june/jun july/jul august/aug \
      september/sept/sep october/oct november/nov december/dec
      """, { .month($0) }, from: 1)
    add(
      """
      monday/mondays/mon tuesday/tuesdays/tue/tues wednesday/wednesdays/wed \
      thursday/thursdays/thu/thur/thurs friday/fridays/fri saturday/saturdays/sat \
      sunday/sundays/sun
      """, { .weekday($0) }, from: 1)
    add("today yesterday tomorrow", { .deictic([0, -1, 1][$0]) })
    for (words, power) in [
      ("hundred", 2), ("thousand", 3), ("million mn mln", 6), ("billion bn bln", 9),
      ("trillion tn trn", 12), ("lakh lakhs", 5), ("crore crores", 7),
    ] { add(words, { _ in .magnitude(power) }) }
    for (words, denominator) in [
      ("half halves", 2), ("thirds", 3), ("quarters fourths", 4), ("fifths", 5), ("sixths", 6),
      ("sevenths", 7), ("eighths", 8), ("ninths", 9), ("tenths", 10), ("hundredths", 100),
    ] { add(words, { _ in .fraction(denominator) }) }
    table["½"] = .fractionSign(DecimalNumber(5, exponent: -1))
    table["¼"] = .fractionSign(DecimalNumber(25, exponent: -2))
    table["¾"] = .fractionSign(DecimalNumber(75, exponent: -2))
    for (words, unit) in [
      ("seconds secs sec", TimeUnit.second), ("minute minutes mins min", .minute),
      ("hour hours hrs hr", .hour), ("day days", .day), ("week weeks", .week),
      ("weekend weekends", .weekend), ("month months", .month), ("quarter", .quarter),
      ("year years yr yrs", .year), ("decade decades", .decade), ("century centuries", .century),
      ("millennium millennia", .millennium),
    ] { add(words, { _ in .unit(unit) }) }
    for (words, season) in [
      ("spring springtime", Season.spring), ("summer summertime summers", .summer),
      ("autumn fall", .autumn), ("winter wintertime winters", .winter),
    ] { add(words, { _ in .season(season) }) }
    for (words, part) in [
      ("morning mornings", PartOfDay.morning), ("afternoon afternoons", .afternoon),
      ("evening evenings", .evening), ("night nights", .night),
    ] { add(words, { _ in .part(part) }) }
    for (words, unit) in [
      ("hourly", TimeUnit.hour), ("daily", .day), ("weekly", .week), ("monthly", .month),
      ("quarterly", .quarter), ("annual annually yearly", .year),
    ] { add(words, { _ in .frequency(unit) }) }
    for word in openers.split(separator: " ") where table[String(word)] == nil {
      table[String(word)] = .opener
    }
    for sign in ValueUnits.currencySigns.keys { table[sign] = .opener }
    for prefix in ValueUnits.currencyPrefixes.keys { table[prefix.lowercased()] = .opener }
    return table
  }()

  private static let openers = """
    a an the this that these those last past next coming previous following recent every each same \
    about around approximately roughly nearly almost only just some over under barely exactly up at \
    more less fewer no not as well slightly close estimated between several many few couple dozen \
    dozens tens scores hundreds thousands millions billions trillions lots \
    early late earlier later mid end start beginning middle eve turn dawn fiscal q1 q2 q3 q4 q h1 h2 \
    age aged noon midday midnight tonight christmas easter thanksgiving ramadan halloween new \
    independence labor labour memorial election boxing valentine good ' ’ us au ca hk nz nt c s r \
    first final last one all another ~ a
    """
}
