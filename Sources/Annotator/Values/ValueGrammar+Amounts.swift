extension ValueGrammar {
  /// An amount: MONEY, PERCENT, QUANTITY, ORDINAL or CARDINAL, and the durations and ages that are
  /// numbers of days, years and hours.
  func amount(at index: Int) -> ParsedValue? {
    if case .ordinal = lexeme(index) { return ordinal(at: index) }
    let start = skippingModifiers(index)
    if let money = signedMoney(at: start) { return money }
    guard let number = number(at: start) else {
      return start == index ? nil : articleDuration(at: start)
    }
    let next = skippingHyphen(number.end)
    if let value = percent(number, next) ?? money(number, next) ?? duration(number, next)
      ?? measure(number, next)
    {
      return value
    }
    return cardinal(number, start)
  }

  /// Money with its sign or code before the number: "$2.9 billion", "Rs 300 crore".
  private func signedMoney(at index: Int) -> ParsedValue? {
    guard let (next, code) = currencyPrefix(at: index),
      let number = number(at: next, ofMoney: true), isNumeral(next)
    else { return nil }
    var end = number.end
    if case (_?, _)? = ValueUnits.currencyWords[text(end)], text(end) != "won" { end += 1 }
    return ParsedValue(end, .money, amountMeaning(number, unit: code))
  }

  /// A currency's sign or code and the index behind it.
  private func currencyPrefix(at index: Int) -> (end: Int, code: String)? {
    if text(index + 1) == "$", touchesPrevious(index + 1),
      isOne(index, of: ["us", "a", "au", "c", "ca", "hk", "nz", "s", "nt", "r"]),
      let code = ValueUnits.currencySigns[text(index) + "$"]
    {
      return (index + 2, code)
    }
    if let code = ValueUnits.currencySigns[text(index)] { return (index + 1, code) }
    guard isCapitalized(index) || text(index) == "dlrs" else { return nil }
    return Self.prefixes[text(index)].map { (skippingStop(index + 1), $0) }
  }

  private static let prefixes = Dictionary(
    uniqueKeysWithValues: ValueUnits.currencyPrefixes.map { ($0.key.lowercased(), $0.value) })

  /// Money with its unit behind the number: "2.9 billion euros", "10 Canadian dollars", "50 cents".
  private func money(_ number: ParsedNumber, _ next: Int) -> ParsedValue? {
    var unit = next
    if text(unit) == "of" && number.amount == nil { unit += 1 }
    var adjective = ""
    // "U.S. dollars", "Hong Kong dollars", "New Zealand dollars": one word or two.
    if ValueUnits.currencyWords[text(unit)] == nil, !isPound(unit), isCapitalized(unit) {
      let length =
        isOne(unit, of: ["hong", "new", "sri", "south", "north", "saudi"])
          && isCapitalized(unit + 1) ? 2 : 1
      adjective = text(unit + length - 1)
      unit += length
    }
    if isPound(unit) {
      let isMoney =
        text(unit + 1) == "sterling" || !adjective.isEmpty
        || isMillions(number.end - 1) && text(unit + 1) != "of"
      guard isMoney else { return nil }
      let end = text(unit + 1) == "sterling" ? unit + 2 : unit + 1
      let code = adjective.isEmpty ? "GBP" : ValueUnits.nationalCurrencies["pound"]?[adjective]
      return ParsedValue(end, .money, code.flatMap { amountMeaning(number, unit: $0) })
    }
    if let code = ValueUnits.currencyPrefixes[text(unit).uppercased()], adjective.isEmpty,
      isCapitalized(unit), text(unit).utf8.count == 3
    {
      return ParsedValue(unit + 1, .money, amountMeaning(number, unit: code))
    }
    guard let (shared, places) = ValueUnits.currencyWords[text(unit)] else { return nil }
    // "won" is mostly a verb.
    if text(unit) == "won", adjective.isEmpty, (number.amount?.integer ?? 0) < 1000 { return nil }
    let stem = text(unit).hasSuffix("s") ? String(text(unit).dropLast()) : text(unit)
    let national = ValueUnits.nationalCurrencies[stem]
    if !adjective.isEmpty, national == nil { return nil }
    let code = adjective.isEmpty ? shared : national?[adjective]
    let shifted = ParsedNumber(end: number.end, amount: number.amount?.shifted(places))
    return ParsedValue(unit + 1, .money, code.flatMap { amountMeaning(shifted, unit: $0) })
  }

  private func isMillions(_ index: Int) -> Bool {
    if case .magnitude(let power) = lexeme(index) { return power >= 6 }
    return false
  }

  private func isPound(_ index: Int) -> Bool { isOne(index, of: ["pound", "pounds"]) }

  /// "31 percent", "31%", "5 percentage points", "25 basis points".
  private func percent(_ number: ParsedNumber, _ next: Int) -> ParsedValue? {
    var end = next
    if number.amount != nil, text(end) == "of", text(end + 1) == "1" || text(end + 1) == "a" {
      // "one-tenth of 1 percent", "half of a percentage point"
      guard isOne(end + 2, of: ["percent", "percentage"]) else { return nil }
      return ParsedValue(text(end + 3).hasPrefix("point") ? end + 4 : end + 3, .percent)
    }
    switch text(end) {
    case "%", "percent", "pct": end += 1
    case "per":
      guard text(end + 1) == "cent" else { return nil }
      end += 2
    case "percentage", "basis":
      guard isOne(end + 1, of: ["point", "points"]) else { return nil }
      let unit = text(end) == "basis" ? "bp" : "pp"
      return ParsedValue(end + 2, .percent, amountMeaning(number, unit: unit))
    default: return nil
    }
    if text(skippingHyphen(end)) == "age" { return nil }
    return ParsedValue(end, .percent, amountMeaning(number, unit: "%"))
  }

  /// "140 square km", "100-metre", "5-foot-11", "30 degrees Celsius", "200 miles per hour".
  private func measure(_ number: ParsedNumber, _ next: Int) -> ParsedValue? {
    var unit = next
    var power = ""
    if number.amount == nil, text(unit) == "of" { unit += 1 }
    if isOne(unit, of: ["square", "sq", "cubic"]) {
      power = text(unit) == "cubic" ? "3" : "2"
      unit = skippingHyphen(skippingStop(unit + 1))
    }
    if isOne(unit, of: ["degree", "degrees", "°"]) { return temperature(number, unit + 1) }
    if text(unit) == "nautical", isOne(unit + 1, of: ["mile", "miles"]) {
      return ParsedValue(unit + 2, .quantity, amountMeaning(number, unit: "nmi"))
    }
    guard let symbol = ValueUnits.measures[text(unit)], isMeasure(unit, after: number) else {
      return nil
    }
    var end = unit + 1
    var name: String? = symbol + power
    if symbol == "ft" || symbol == "lb", case .numeral = lexeme(skippingHyphen(end)),
      skippingHyphen(end) > end
    {
      end = skippingHyphen(end) + 1
      name = nil
    }
    if isOne(end, of: ["per", "an", "a"]), let time = rate(end + 1) {
      if text(end) == "per" || time == "h" {
        end += 2
        name = name.map { "\($0)/\(time)" }
      }
    }
    return ParsedValue(end, .quantity, name.flatMap { amountMeaning(number, unit: $0) })
  }

  /// Whether a word that can be a unit of measure is one here: short symbols are only right behind a
  /// numeral, and "m" may be a million.
  private func isMeasure(_ index: Int, after number: ParsedNumber) -> Bool {
    let unit = text(index)
    guard unit.utf8.count <= 2, unit != "ft" else { return true }
    guard isNumeral(number.end - 1) else { return false }
    if unit == "m" || unit == "t", isPluralNoun(index + 1) { return false }
    return unit != "m" && unit != "t" || !isCapitalized(index)
  }

  /// The symbol of a time unit in a rate.
  private func rate(_ index: Int) -> String? {
    switch text(index) {
    case "second": "s"
    case "minute": "min"
    case "hour": "h"
    case "day": "d"
    case "year": "a"
    default: nil
    }
  }

  private func temperature(_ number: ParsedNumber, _ next: Int) -> ParsedValue {
    switch text(next) {
    case "celsius", "c", "centigrade":
      ParsedValue(next + 1, .quantity, amountMeaning(number, unit: "°C"))
    case "fahrenheit", "f": ParsedValue(next + 1, .quantity, amountMeaning(number, unit: "°F"))
    default: ParsedValue(next, .quantity, amountMeaning(number, unit: "°"))
    }
  }

  /// An ordinal by itself.
  private func ordinal(at index: Int) -> ParsedValue? {
    // "a second", "per second", "the second hand" cannot be told apart without syntax; the unit is
    // told by the word before it.
    if text(index) == "second", isOne(index - 1, of: ["per", "every", "split"]) { return nil }
    let next = skippingHyphen(index + 1)
    if case .unit(.quarter) = lexeme(next) { return nil }
    return ParsedValue(index + 1, .ordinal)
  }

  /// A number by itself.
  private func cardinal(_ number: ParsedNumber, _ start: Int) -> ParsedValue? {
    guard number.standsAlone else { return nil }
    if number.end == start + 1, text(start) == "one", !isCountedOne(start) { return nil }
    if text(start) == "nil" { return nil }
    var end = number.end
    if text(end) == "m", touchesPrevious(end), isPluralNoun(end + 1) { end += 1 }
    return ParsedValue(skippingTrailingModifier(end), .cardinal)
  }

  /// Whether "one" counts: what stands beside it is not that of a pronoun.
  private func isCountedOne(_ index: Int) -> Bool {
    if isOne(
      index - 1,
      of: ["no", "any", "every", "each", "this", "that", "another", "which", "some", "the", "a"])
    {
      return false
    }
    if text(index + 1) == "another" || text(index + 1) == "'s" { return false }
    if text(index + 1) == "of" || isOne(index - 1, of: ["only", "least", "than", "number"]) {
      return true
    }
    // Before a mark, a verb or a function word it stands for a noun or a person.
    return index + 1 < words.count && words[index + 1].text.utf8.count > 2
      && !isOne(
        index + 1,
        of: [
          "and", "that", "who", "which", "can", "could", "would", "should", "will", "may", "might",
          "must", "has", "had", "was", "for", "with", "from", "the", "but", "where", "does", "did",
          "when", "than", "said",
        ])
      && words[index + 1].text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x80 }
  }

  /// Whether a word looks like a plural noun.
  func isPluralNoun(_ index: Int) -> Bool {
    let word = text(index)
    return word.hasSuffix("s") && word.utf8.count > 3 && !isCapitalized(index)
      && !isOne(index, of: ["this", "does", "less", "across", "was", "versus", "his"])
      || isOne(index, of: ["people", "men", "women", "children", "police"])
  }

  private func amountMeaning(_ number: ParsedNumber, unit: String) -> ValueMeaning? {
    number.amount.map { .amount(AmountMeaning(number: $0, unit: unit)) }
  }
}
